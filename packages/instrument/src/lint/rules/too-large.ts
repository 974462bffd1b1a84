import type { Rule } from "../rule.ts";

/** Questionnaires beyond all measure, of which only the form is looked at. */
export const tooLarge: Rule = {
  id: "too-large",
  severity: "error",
  reason: {
    en: "A questionnaire with thousands of parts is a mistake or an attack; nobody could answer it, and looking it over would take minutes.",
    lt: "Klausimynas iš tūkstančių dalių – klaida arba ataka; niekas į jį neatsakytų, o peržiūra truktų minutes.",
  },
  *check({ excess }) {
    if (excess === undefined) return;
    const { what, count, most } = excess;
    const words = { parts: "dalys", references: "nuorodos sąlygose", patterns: "šablonai" } as const;
    yield {
      path: "",
      says: {
        en: [
          `There are ${count} ${what} (at most ${most}); only its form was looked at.`,
          "Split the questionnaire, and take long lists out of it.",
        ],
        lt: [
          `Per daug: ${words[what]} – ${count} (daugiausia ${most}); peržiūrėta tik forma.`,
          "Padalykite klausimyną ir iškelkite iš jo ilgus sąrašus.",
        ],
      },
    };
  },
};
