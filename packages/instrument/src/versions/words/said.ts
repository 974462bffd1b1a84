/** Languages in which a comparison speaks. */
export type WordLanguage = "lt" | "en";

/** One sentence in each of them. */
export type Said = Readonly<Record<WordLanguage, string>>;
