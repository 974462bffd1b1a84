import type { Rule } from "../rule.ts";

/** What keeps a questionnaire from becoming an instrument, as the reader says it. */
export const unfit: Rule = {
  id: "unfit",
  severity: "error",
  reason: {
    en: "An instrument must be read without doubt: every item has one name, every option one code, every text is a text, and measures.json says what each item measures.",
    lt: "Klausimynas turi būti perskaitomas vienareikšmiškai: kiekvienas klausimas turi vieną vardą, kiekvienas variantas – vieną kodą, o measures.json pasako, ką kiekvienas klausimas matuoja.",
  },
  *check({ unfit: findings }) {
    for (const { path, message } of findings) {
      yield {
        path: path === "questionnaire" ? "" : path,
        says: {
          en: [message, "Correct this place; until then the version cannot be read."],
          lt: [message, "Pataisykite šią vietą; iki tol versijos perskaityti negalima."],
        },
      };
    }
  },
};
