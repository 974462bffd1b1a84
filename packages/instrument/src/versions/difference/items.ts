import type { Change } from "../change.ts";
import { choiceChanges, sameChoices } from "./choices.ts";
import { compareConditions } from "./conditions.ts";
import { measureChanges } from "./frame.ts";
import type { Comparison, PartPair } from "./matching.ts";
import { propertyChanges } from "./properties.ts";
import { isSame } from "./same.ts";
import { scaleOf } from "./scale.ts";
import { typeChanges } from "./types.ts";
import { validatorChanges } from "./validators.ts";
import { wordingChanges } from "./wording.ts";

/** Everything that differs in one part that stands in both versions. */
export function pairChanges(pair: PartPair, comparison: Comparison): Change[] {
  const around = [...renaming(pair, comparison), ...routingChanges(pair, comparison)];
  const own = isSame(pair.before.node.json, pair.after.node.json) ? [] : ownChanges(pair, comparison);
  return [...around, ...own, ...measureChanges(pair, comparison)];
}

function ownChanges(pair: PartPair, comparison: Comparison): Change[] {
  const { item, before, after } = pair;
  const { languages, renames } = comparison;
  const codes = choiceChanges(pair, comparison);
  const types = typeChanges(pair);
  return [
    ...types,
    ...wordingChanges(before.node, after.node, { item }, languages),
    ...codes,
    ...insideChoices(pair, comparison, codes),
    ...propertyChanges(before.node, after.node, { item, routedElsewhere: true }, renames)
      .filter((change) => types.length === 0 || !isPartOfType(change))
      .map((change) => withScale(change, pair, comparison)),
    ...validatorChanges(pair, comparison),
  ];
}

/** The order of a list matters as much as the list is a scale. */
function withScale(change: Change, pair: PartPair, comparison: Comparison): Change {
  if (change.kind !== "randomisation-changed" || change.property !== "choicesOrder") return change;
  return { ...change, scale: scaleOf(pair, "choices", comparison) };
}

/** Properties that say of what type the answers are: told once, with the type. */
function isPartOfType(change: Change): boolean {
  return "property" in change && ["inputType", "cellType", "multiSelect"].includes(change.property);
}

function renaming({ item, before, after }: PartPair, comparison: Comparison): Change[] {
  if (!comparison.renames.has(before.item)) return [];
  const paths = { before: before.node.path, after: after.node.path };
  const reuses = comparison.before.parts.has(item) || comparison.after.parts.has(before.item);
  return [{ item, ...paths, kind: "item-renamed", from: before.item, ...(reuses ? { reuses } : {}) }];
}

function routingChanges({ item, before, after }: PartPair, { renames }: Comparison): Change[] {
  const paths = { before: before.node.path, after: after.node.path };
  return (["shown", "open"] as const).flatMap((of): Change[] => {
    const [from, to] = [before[of], after[of]];
    const effect = compareConditions(from, to, renames);
    if (effect === "same") return [];
    if (effect !== "respelled") return [{ item, ...paths, kind: "routing-changed", from, to, effect }];
    const what = {
      property: of === "shown" ? "visibleIf" : "enableIf",
      from: from.join(" | "),
      to: to.join(" | "),
    };
    return [{ item, ...paths, kind: "condition-respelled", ...what }];
  });
}

/** Texts, conditions and settings of choices that both lists hold; a code that means something else is told once. */
function insideChoices(
  pair: PartPair,
  { languages, renames }: Comparison,
  codes: readonly Change[],
): Change[] {
  const told = new Set(
    codes.flatMap((change) => (change.kind === "code-reused" ? [String(change.code)] : [])),
  );
  return sameChoices(pair, languages.source).flatMap(({ code, before, after }) => {
    if (isSame(before.json, after.json)) return [];
    const place = { item: pair.item, code };
    const texts = told.has(String(code)) ? [] : wordingChanges(before, after, place, languages);
    return [...texts, ...propertyChanges(before, after, place, renames)];
  });
}
