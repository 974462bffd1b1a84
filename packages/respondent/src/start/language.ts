/**
 * The language to begin with: the link's, else the first of the browser's that is offered, else none (ask).
 *
 * @param offered  languages of the wave, such as ["lt", "en", "uk", "ru"]
 * @param link     the value of ?lang=, null when absent
 * @param browser  navigator.languages, most wanted first, such as ["uk-UA", "ru"]
 */
export function languageToBeginWith(
  offered: readonly string[],
  link: string | null,
  browser: readonly string[],
): string | undefined {
  const wanted = link === null ? browser : [link, ...browser];
  for (const tag of wanted) {
    const language = offered.find((offer) => offer === tag.toLowerCase() || offer === primary(tag));
    if (language !== undefined) return language;
  }
  return undefined;
}

function primary(tag: string): string {
  return (tag.split("-")[0] ?? tag).toLowerCase();
}
