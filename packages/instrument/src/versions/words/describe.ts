import type { Change, ItemChange } from "../change.ts";
import { describeChoice } from "./choices.ts";
import { describeFrame } from "./frame.ts";
import { quoted } from "./quoted.ts";
import { describeRule } from "./rules.ts";
import type { Said } from "./said.ts";
import { describeText } from "./texts.ts";

/** What changed, in one sentence. */
export function describe(change: Change): Said {
  switch (change.kind) {
    case "item-added":
    case "item-removed":
    case "item-renamed":
    case "item-moved":
    case "type-changed":
      return describeItem(change);
    case "choice-added":
    case "choice-removed":
    case "choice-recoded":
    case "code-reused":
    case "choices-reordered":
      return describeChoice(change);
    case "wording-changed":
    case "words-around-changed":
    case "language-added":
    case "language-removed":
      return describeText(change);
    case "measure-changed":
    case "universe-changed":
    case "structure-changed":
    case "look-changed":
    case "foreign-changed":
    case "not-compared":
      return describeFrame(change);
    default:
      return describeRule(change);
  }
}

function describeItem(change: ItemChange): Said {
  const { item } = change;
  switch (change.kind) {
    case "item-added":
      return { en: `${item} is new (${change.type}).`, lt: `${item} – nauja (${change.type}).` };
    case "item-removed":
      return describeRemoval(change);
    case "item-renamed":
      return { en: `${change.from} is now called ${item}.`, lt: `${change.from} dabar vadinasi ${item}.` };
    case "item-moved":
      return describeMove(change);
    case "type-changed":
      return {
        en: `${item} was ${change.from} and is ${change.to}.`,
        lt: `${item}: tipas buvo ${change.from}, dabar ${change.to}.`,
      };
    default:
      return change satisfies never;
  }
}

function describeRemoval({ item, type, likely }: Extract<ItemChange, { kind: "item-removed" }>): Said {
  const [best] = likely;
  if (best === undefined) return { en: `${item} (${type}) is gone.`, lt: `${item} (${type}) nebėra.` };
  return {
    en: `${item} (${type}) is gone; deleted, or renamed to ${best.item}?`,
    lt: `${item} (${type}) nebėra; pašalinta ar pervadinta į ${best.item}?`,
  };
}

function describeMove({ item, fromPage, toPage }: Extract<ItemChange, { kind: "item-moved" }>): Said {
  if (fromPage === toPage)
    return { en: `${item} stands in another place.`, lt: `${item} stovi kitoje vietoje.` };
  const [from, to] = [quoted(fromPage), quoted(toPage)];
  return {
    en: `${item} moved from page ${from.en} to ${to.en}.`,
    lt: `${item} perkelta iš puslapio ${from.lt} į ${to.lt}.`,
  };
}
