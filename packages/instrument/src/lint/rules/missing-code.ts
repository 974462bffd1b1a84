import { type Choice, type Item, saysMissing } from "../../definition/index.ts";
import type { Objection, Rule } from "../rule.ts";

/** Options that look like a missing reason and would count as an answer, and answers coded like a missing reason. */
export const missingCode: Rule = {
  id: "missing-code",
  severity: "warning",
  reason: {
    en: "An undeclared 99 or “don't know” counts as an answer: means rise, shares fall, and nobody sees it in the table.",
    lt: "Nepaskelbtas 99 ar „nežinau“ skaičiuojamas kaip atsakymas: vidurkiai kyla, dalys mažėja, o lentelėje to nematyti.",
  },
  *check({ everyItem }) {
    for (const item of everyItem)
      for (const choice of item.choices) {
        if (choice.missing !== undefined) continue;
        if (saysMissing(Object.values(choice.labels))) yield objection(item, choice, "words");
        else if (looksMissing(choice, item)) yield objection(item, choice, "code");
      }
  },
};

/** Numbers that surveys use for "no answer". */
const usualCodes = new Set([
  "-1",
  "-2",
  "-3",
  "-7",
  "-8",
  "-9",
  "77",
  "88",
  "97",
  "98",
  "99",
  "888",
  "977",
  "998",
  "999",
  "9998",
  "9999",
]);

/** A usual code far away from all others in its list; in a list that runs up to it, it is an answer. */
function looksMissing({ code }: Choice, { choices, kind }: Item): boolean {
  if (kind === "number" || !usualCodes.has(String(code))) return false;
  const others = choices.map((choice) => choice.code).filter((other) => !usualCodes.has(String(other)));
  const numbers = others.map(Number);
  if (numbers.length < 2 || numbers.some((number) => Number.isNaN(number))) return false;
  const highest = Math.max(...numbers);
  return Number(code) < 0 ? Math.min(...numbers) >= 0 : Number(code) > 3 * highest;
}

function objection({ name, path }: Item, { code, labels }: Choice, by: "words" | "code"): Objection {
  const label = labels.default ?? String(code);
  return {
    path,
    says: {
      en: [
        by === "words"
          ? `The option ${code} of ${name} (“${label}”) says that there is no answer, and would count as one.`
          : `The code ${code} of ${name} (“${label}”) looks like a missing code, and would count as an answer.`,
        `Give it the code dont-know or refused, or name it under missing in measures.json.`,
      ],
      lt: [
        by === "words"
          ? `${name} variantas ${code} („${label}“) sako, kad atsakymo nėra, o būtų skaičiuojamas kaip atsakymas.`
          : `${name} kodas ${code} („${label}“) atrodo kaip trūkstamos reikšmės kodas, o būtų skaičiuojamas kaip atsakymas.`,
        "Suteikite kodą dont-know arba refused, arba įrašykite jį measures.json po missing.",
      ],
    },
  };
}
