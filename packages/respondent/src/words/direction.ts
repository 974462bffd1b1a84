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
