/** The words "municipality" and its kinds, shortened the way official tables shorten them. */
const shortForms: readonly (readonly [RegExp, string])[] = [
  [/ miesto savivaldybė$/, " m."],
  [/ rajono savivaldybė$/, " r."],
  [/ savivaldybė$/, ""],
  [/ City Municipality$/, " City"],
  [/ District Municipality$/, " District"],
  [/ Municipality$/, ""],
];

/** A municipality's name for a narrow place: "Akmenės rajono savivaldybė" → "Akmenės r.". The table keeps the full name. */
export function shortPlace(name: string): string {
  const [ending, short] = shortForms.find(([long]) => long.test(name)) ?? [/$/, ""];
  return name.replace(ending, short);
}
