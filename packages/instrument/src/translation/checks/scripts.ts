/** Scripts in which languages of Lithuania's residents are written; what is not here is written in Latin letters. */
const byLanguage = new Map<string, RegExp>(
  Object.entries({
    Cyrillic: "be bg kk ky mk mn ru sr tg tt uk",
    Arabic: "ar ckb fa ps sd ug ur",
    Hebrew: "he yi",
    Devanagari: "hi mr ne",
    Bengali: "bn",
    Telugu: "te tel",
    Tamil: "ta",
    Sinhala: "si",
    Georgian: "ka",
    Armenian: "hy",
    Greek: "el",
    Thai: "th",
    Ethiopic: "am ti",
  }).flatMap(([script, languages]) =>
    languages
      .split(" ")
      .map((language): [string, RegExp] => [language, new RegExp(`\\p{Script=${script}}`, "u")]),
  ),
);

/** A sign of the language's own script; undefined for languages in Latin letters or of a script not known here. */
export function ownScript(language: string): RegExp | undefined {
  const [first = "", script = ""] = language.toLowerCase().split(/[-_]/);
  if (script === "latn") return undefined;
  if (script === "cyrl") return /\p{Script=Cyrillic}/u;
  return byLanguage.get(first);
}
