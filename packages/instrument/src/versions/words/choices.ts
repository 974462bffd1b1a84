import type { ChoiceChange } from "../change.ts";
import { codeText, quoted } from "./quoted.ts";
import type { Said } from "./said.ts";

export function describeChoice(change: ChoiceChange): Said {
  const { item } = change;
  switch (change.kind) {
    case "choice-added":
      return describeAddition(change);
    case "choice-removed": {
      const [code, text] = [codeText(change.code), quoted(change.text)];
      return {
        en: `${item}: the choice ${code} ${text.en} is gone.`,
        lt: `${item}: nebėra varianto ${code} ${text.lt}.`,
      };
    }
    case "choice-recoded": {
      const [from, to, text] = [codeText(change.from), codeText(change.to), quoted(change.text)];
      return {
        en: `${item}: ${text.en} had the code ${from} and has ${to}.`,
        lt: `${item}: ${text.lt} kodas buvo ${from}, dabar ${to}.`,
      };
    }
    case "code-reused": {
      const [code, from, to] = [codeText(change.code), quoted(change.from), quoted(change.to)];
      return {
        en: `${item}: the code ${code} stood for ${from.en} and stands for ${to.en}.`,
        lt: `${item}: kodas ${code} reiškė ${from.lt}, dabar reiškia ${to.lt}.`,
      };
    }
    case "choices-reordered":
      return {
        en: `${item}: its choices stand in another order.`,
        lt: `${item}: variantai išdėstyti kita tvarka.`,
      };
    default:
      return change satisfies never;
  }
}

function describeAddition({ item, code, text, at }: Extract<ChoiceChange, { kind: "choice-added" }>): Said {
  const words = quoted(text);
  const place = at === "end" ? { en: "at the end", lt: "gale" } : { en: "between others", lt: "tarp kitų" };
  return {
    en: `${item}: the choice ${codeText(code)} ${words.en} was added ${place.en}.`,
    lt: `${item}: ${place.lt} pridėtas variantas ${codeText(code)} ${words.lt}.`,
  };
}
