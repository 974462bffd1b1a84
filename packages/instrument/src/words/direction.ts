const rightToLeft = new Set(["ar", "fa", "he", "ur"]);

export function directionOf(language: string): "ltr" | "rtl" {
  return rightToLeft.has(language.split("-")[0] ?? "") ? "rtl" : "ltr";
}

const [beginning, end] = ["\u2068", "\u2069"];

/** Keeps the text's own direction inside words of another: its marks and numbers stay where they belong. */
export function isolated(text: string): string {
  return `${beginning}${text}${end}`;
}

/** A name in Latin letters between brackets, such as that of a Lithuanian institution. */
const nameInBrackets = /\(([^()]*\p{Script=Latin}[^()]*)\)/gu;

/** Isolates the Latin names in brackets of a text that runs from right to left; any other text stays as it is. */
export function withNamesIsolated(text: string, language: string): string {
  if (directionOf(language) === "ltr") return text;
  return text.replace(nameInBrackets, (_, name: string) => `(${isolated(name)})`);
}

/** The same for every text of a definition; what no language from right to left says stays as it is. */
export function withAllNamesIsolated(definition: unknown): unknown {
  if (Array.isArray(definition)) return definition.map(withAllNamesIsolated);
  if (typeof definition !== "object" || definition === null) return definition;
  return Object.fromEntries(
    Object.entries(definition).map(([key, value]) => [
      key,
      typeof value === "string" ? withNamesIsolated(value, key) : withAllNamesIsolated(value),
    ]),
  );
}
