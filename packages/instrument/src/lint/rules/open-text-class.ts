import type { Item } from "../../definition/index.ts";
import type { Objection, Rule } from "../rule.ts";

/** Answers in own words that are classed as if they were ticks. */
export const openTextClass: Rule = {
  id: "open-text-class",
  severity: "warning",
  reason: {
    en: "In own words people write names, addresses and illnesses, whatever was asked; such answers are kept apart and never released as they are.",
    lt: "Savais žodžiais žmonės parašo vardus, adresus ir ligas, kad ir ko būtų klausta; tokie atsakymai laikomi atskirai ir niekada neskelbiami tokie, kokie yra.",
  },
  *check({ items, measures }) {
    if (measures === undefined) return;
    for (const item of items)
      if (takesOwnWords(item) && item.measure.dataClass !== "open-text") yield objection(item);
  },
};

/** Answers this short are codes or years, not stories. */
const shortest = 12;

function takesOwnWords({ kind, maximumLength = 0 }: Item): boolean {
  return kind === "text" && maximumLength > shortest;
}

function objection({ name, path, measure: { dataClass } }: Item): Objection {
  return {
    path,
    says: {
      en: [
        `${name} takes own words and has the data class “${dataClass}”.`,
        "Write the data class open-text in measures.json, or limit the answer to a few characters.",
      ],
      lt: [
        `Į ${name} atsakoma savais žodžiais, o duomenų klasė – „${dataClass}“.`,
        "measures.json įrašykite klasę open-text arba apribokite atsakymą keliais ženklais.",
      ],
    },
  };
}
