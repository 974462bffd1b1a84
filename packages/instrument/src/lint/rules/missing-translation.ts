import type { Rule } from "../rule.ts";
import { placeOf, quoted } from "../wordings.ts";

/** Texts that a language does not have, and titles that nobody wrote. */
export const missingTranslation: Rule = {
  id: "missing-translation",
  severity: "error",
  reason: {
    en: "A respondent who chose a language would meet words of another, or a code instead of words; answers to what is not understood are not comparable.",
    lt: "Kalbą pasirinkęs respondentas rastų kitos kalbos žodžius arba kodą vietoj žodžių; atsakymai į tai, kas nesuprasta, nepalyginami.",
  },
  *check({ translation, languages, isFolder }) {
    for (const { language, strings } of translation.languages) {
      if (!languages.includes(language)) continue;
      for (const { unit, standing } of strings) {
        if (standing !== "missing" || !needsWords(unit.written)) continue;
        const path = `${placeOf(unit)}.${language}`;
        yield {
          path,
          severity: isFolder ? "error" : "warning",
          says: {
            en: [
              `There is no text in ${language}: ${quoted(unit.source)}`,
              `Write it, or exchange the texts with a translator: npx tiltas translate.`,
            ],
            lt: [
              `Nėra teksto kalba ${language}: ${quoted(unit.source, "lt")}`,
              `Parašykite arba perduokite tekstus vertėjui: npx tiltas translate.`,
            ],
          },
        };
      }
    }
  },
};

/** Numbers and signs speak every language. */
function needsWords(written: Readonly<Record<string, string>>): boolean {
  return Object.values(written).some((text) => /\p{L}/u.test(text));
}
