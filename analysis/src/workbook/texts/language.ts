/** The languages a workbook can be written in. */
export type Language = "lt" | "en";

type Text = Readonly<Record<string, string>>;

/** A text in the workbook's language; failing that, in the one the definition falls back to. */
export function wording(text: Text, language: Language): string {
  const order = [language, "default", "lt", "en", ...Object.keys(text)];
  const known = order.find((one) => text[one] !== undefined);
  return known === undefined ? "" : (text[known] ?? "");
}
