import type { Rule } from "../rule.ts";

/** Items of which nobody has said what they are for, or how delicate the answer is. */
export const purpose: Rule = {
  id: "purpose",
  severity: "error",
  reason: {
    en: "Data may be asked for a purpose that is named, and protected by the class they belong to: GDPR calls it purpose limitation and minimisation. An item nobody needs is a burden too.",
    lt: "Duomenų klausti galima įvardytam tikslui, o saugoti – pagal jų klasę: BDAR tai vadina tikslo apribojimu ir kiekio mažinimu. Niekam nereikalingas klausimas dar ir vargina.",
  },
  *check({ items, measures, isFolder }) {
    if (!isFolder) {
      yield {
        path: "",
        severity: "advice",
        says: {
          en: [
            "The questionnaire came without measures.json: no item has a purpose or a data class.",
            "Before publishing, say for each item what it measures, what for, and how delicate the answer is.",
          ],
          lt: [
            "Klausimynas be measures.json: nė vienas klausimas neturi tikslo ir duomenų klasės.",
            "Prieš skelbdami apie kiekvieną klausimą parašykite, ką jis matuoja, kam, ir koks jautrus atsakymas.",
          ],
        },
      };
      return;
    }
    if (measures === undefined) return;
    for (const { name, measure } of items) {
      if (measure.purpose === "" || !isNothing(measure.purpose)) continue;
      yield {
        path: `measures.items.${name}.purpose`,
        says: {
          en: [
            `The purpose of ${name} says nothing: “${measure.purpose}”.`,
            "Name the indicator, breakdown or weighting that needs the answer, or drop the item.",
          ],
          lt: [
            `Klausimo ${name} tikslas nieko nesako: „${measure.purpose}“.`,
            "Nurodykite rodiklį, pjūvį ar svorį, kuriam atsakymo reikia, arba klausimo atsisakykite.",
          ],
        },
      };
    }
  },
};

/** Words that fill a field without saying anything. */
function isNothing(text: string): boolean {
  return /^(?:\W*|todo|tbd|n\/?a|none|nėra|-|x+|test|purpose|tikslas|other|kita|misc)\W*$/i.test(text.trim());
}
