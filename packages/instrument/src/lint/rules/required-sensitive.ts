import type { Rule } from "../rule.ts";

/** Delicate questions that cannot be left unanswered. */
export const requiredSensitive: Rule = {
  id: "required-sensitive",
  severity: "warning",
  reason: {
    en: "Who must answer a delicate question to go on gives an untrue answer or leaves; taking part is voluntary, item by item.",
    lt: "Kas turi atsakyti į jautrų klausimą, kad galėtų tęsti, atsako netiesą arba išeina; dalyvauti savanoriška kiekviename klausime.",
  },
  *check({ items, measures }) {
    if (measures === undefined) return;
    for (const { name, path, required, measure, choices } of items) {
      const isDelicate = measure.dataClass === "sensitive" || measure.dataClass === "special-category";
      if (!isDelicate || !required || choices.some(({ missing }) => missing === "refused")) continue;
      yield {
        path: `${path}.isRequired`,
        says: {
          en: [
            `${name} is ${measure.dataClass} and must be answered, with no way to decline.`,
            "Let it be skipped, or offer “I would rather not say”.",
          ],
          lt: [
            `${name} – jautrūs duomenys (${measure.dataClass}), atsakyti privaloma, o atsisakyti negalima.`,
            "Leiskite praleisti arba pasiūlykite variantą „Nenoriu sakyti“.",
          ],
        },
      };
    }
  },
};
