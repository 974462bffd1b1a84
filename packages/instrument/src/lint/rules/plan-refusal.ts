import { compilationOf } from "../compilation.ts";
import type { Rule } from "../rule.ts";

/** Constructs that the plan does not take: answers could not be checked. */
export const planRefusal: Rule = {
  id: "plan-refusal",
  severity: "error",
  reason: {
    en: "The server checks answers without survey-core, by a plan compiled from the questionnaire. What the plan cannot take it refuses by name instead of guessing; patterns that could hang a phone are among it.",
    lt: "Serveris atsakymus tikrina be survey-core, pagal iš klausimyno sudarytą planą. Ko planas negali priimti, tą jis įvardija ir atmeta, o ne spėlioja; tarp to – ir šablonai, galintys užšaldyti telefoną.",
  },
  *check(subject) {
    for (const { path, construct, message } of compilationOf(subject).refusals) {
      if (construct === "structure" || construct === "type question" || /^name\b/.test(construct)) continue;
      yield {
        path,
        severity: subject.isFolder ? "error" : "warning",
        says: {
          en: [
            `The plan does not take this (${construct}): ${message}`,
            "Write it otherwise, or leave it out; a version with it cannot be published.",
          ],
          lt: [
            `Planas šito nepriima (${construct}): ${message}`,
            "Parašykite kitaip arba išimkite; versijos su tuo paskelbti negalima.",
          ],
        },
      };
    }
  },
};
