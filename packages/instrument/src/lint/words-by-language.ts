/** Patterns by language, written in small letters. */
export type WordSigns = Readonly<Record<string, readonly RegExp[]>>;

/** What the patterns of a language find in a text; nothing for a language without patterns. */
export function signsIn(text: string, language: string, signs: WordSigns): string[] {
  const [base = ""] = language.toLowerCase().split("-");
  const patterns = Object.hasOwn(signs, base) ? (signs[base] ?? []) : [];
  const small = text.toLowerCase().replace(/\s+/g, " ").slice(0, 2000);
  return patterns.flatMap((pattern) => pattern.exec(small)?.[0].trim().replace(/^,\s*/, "") ?? []);
}
