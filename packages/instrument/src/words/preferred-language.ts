/**
 * The language to begin with: the link's, else the first of the browser's that is offered, else none (ask).
 *
 * @param offered  languages of the wave, such as ["lt", "en", "uk", "ru"]
 * @param link     the value of ?lang=, null when absent
 * @param browser  most wanted first, such as ["uk-UA", "ru"]
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

const longestHeader = 500;

/** Languages of an `Accept-Language` header (RFC 9110 §12.5.4), most wanted first; those ruled out with q=0 are left out. */
export function acceptedLanguages(header: string): string[] {
  return header
    .slice(0, longestHeader)
    .split(",")
    .map((part, place) => {
      const [tag = "", ...parameters] = part.trim().split(/\s*;\s*/);
      const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
      return { tag, place, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== "" && tag !== "*" && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .map(({ tag }) => tag);
}
