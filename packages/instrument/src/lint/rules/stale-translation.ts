import type { Rule } from "../rule.ts";
import { placeOf, quoted } from "../wordings.ts";

/** Translations made for a source that has changed since. */
export const staleTranslation: Rule = {
  id: "stale-translation",
  severity: "error",
  reason: {
    en: "When the source sentence changes, its translations still say what it said before: respondents of two languages answer two questions.",
    lt: "Pasikeitus šaltinio sakiniui, jo vertimai vis dar sako tai, kas buvo: dviejų kalbų respondentai atsako į du skirtingus klausimus.",
  },
  *check({ translation, languages }) {
    for (const { language, strings } of translation.languages) {
      if (!languages.includes(language)) continue;
      for (const { unit, standing } of strings) {
        if (standing !== "stale") continue;
        yield {
          path: `${placeOf(unit)}.${language}`,
          says: {
            en: [
              `The ${language} text is older than its source, which now says ${quoted(unit.source)}.`,
              "Have it looked at again: npx tiltas translate.",
            ],
            lt: [
              `Tekstas (${language}) senesnis už šaltinį, kuris dabar sako: ${quoted(unit.source, "lt")}.`,
              "Duokite jį peržiūrėti: npx tiltas translate.",
            ],
          },
        };
      }
    }
  },
};
