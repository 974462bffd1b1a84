import type { Item } from "../../definition/index.ts";
import { referencesIn } from "../../expressions/index.ts";
import { firstItems, itemAround, itemsByName, type PlacedExpression, referred } from "../expressions.ts";
import type { Objection, Rule } from "../rule.ts";

/** Conditions that wait for an answer which comes later. */
export const laterItem: Rule = {
  id: "later-item",
  severity: "warning",
  reason: {
    en: "A condition that looks ahead is decided after its place has been passed: the item stays hidden, or appears behind the respondent's back.",
    lt: "Į priekį žiūrinti sąlyga išsprendžiama, kai jos vieta jau praeita: klausimas lieka paslėptas arba atsiranda respondentui už nugaros.",
  },
  *check({ outline, items, expressions }) {
    const byName = itemsByName(items);
    const order = new Map(items.map((item, i) => [item, i]));
    const positions = firstItems(outline, items);
    for (const placed of expressions) {
      if (!deciding.has(placed.property) || placed.expression === undefined) continue;
      const here = itemAround(placed.node, positions);
      if (here === undefined) continue;
      for (const reference of referencesIn(placed.expression)) {
        const found = referred(reference, byName);
        if (found === undefined || found.item.kind === "calculated") continue;
        if ((order.get(found.item) ?? 0) > (order.get(here) ?? 0))
          yield objection(placed, found.item, here.page);
      }
    }
  },
};

/** Properties that decide whether something is shown, offered or demanded. */
const deciding = new Set([
  "visibleIf",
  "enableIf",
  "requiredIf",
  "choicesVisibleIf",
  "choicesEnableIf",
  "rowsVisibleIf",
]);

function objection({ path, text }: PlacedExpression, later: Item, page: string): Objection {
  return {
    path,
    severity: later.page === page ? "advice" : "warning",
    says: {
      en: [
        `The condition “${text}” waits for ${later.name}, which is asked later.`,
        "Ask that item first, or move this one behind it.",
      ],
      lt: [
        `Sąlyga „${text}“ laukia ${later.name}, kurio klausiama vėliau.`,
        "Pirmiau klauskite ano arba perkelkite šį už jo.",
      ],
    },
  };
}
