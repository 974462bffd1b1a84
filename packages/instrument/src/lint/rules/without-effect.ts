import { compilationOf } from "../compilation.ts";
import type { Rule } from "../rule.ts";

/** Expressions that survey-core passes over in silence. */
export const withoutEffect: Rule = {
  id: "without-effect",
  severity: "error",
  reason: {
    en: "What cannot be read as an expression, and functions that SurveyJS does not have, stop nothing and show nothing on screen: a question is asked of nobody, or of everybody, and no one is told.",
    lt: "Neperskaitoma išraiška ar SurveyJS nežinoma funkcija nieko nesustabdo ir ekrane nematoma: klausimas neužduodamas niekam arba užduodamas visiems, ir niekas apie tai nesužino.",
  },
  *check(subject) {
    for (const { path, construct, message, severe } of compilationOf(subject).notices) {
      if (!severe) continue;
      yield {
        path,
        says: {
          en: [
            `survey-core passes over this in silence (${construct}): ${message}`,
            "Correct it, or leave it out; a version with it cannot be published.",
          ],
          lt: [
            `survey-core tai tyliai praleidžia (${construct}): ${message}`,
            "Pataisykite arba išimkite; versijos su tuo paskelbti negalima.",
          ],
        },
      };
    }
  },
};
