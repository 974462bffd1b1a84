export const staffLanguages = ["lt", "en"] as const;
export type StaffLanguage = (typeof staffLanguages)[number];

/** The remembered choice, else the first browser language we speak, else English. */
export function choosePreferred(remembered: string | null, browser: readonly string[]): StaffLanguage {
  const wanted = [remembered ?? "", ...browser].map((tag) => tag.toLowerCase().split("-")[0]);
  return (
    staffLanguages.find((language) => language === wanted.find((tag) => tag === "lt" || tag === "en")) ?? "en"
  );
}

/** A text of the data in the reader's language, else in the nearest one there is. */
export function inLanguage(text: Readonly<Record<string, string>>, language: StaffLanguage): string {
  return text[language] ?? text.en ?? text.lt ?? Object.values(text)[0] ?? "";
}
