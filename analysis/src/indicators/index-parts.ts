import { IndicatorError } from "./answers.ts";
import type { EstimandOf } from "./estimand.ts";

/** A sub-score: an index over some items of the whole. */
export interface IndexPart {
  readonly id: string;
  readonly label: Readonly<Record<string, string>>;
  readonly estimand: EstimandOf<"index">;
}

/** The sub-scores of an index, on its own scale. @throws IndicatorError naming an item that the whole lacks */
export function partsOfIndex({ items, parts = [], scale }: EstimandOf<"index">): IndexPart[] {
  return parts.map(({ id, label, items: names, atLeast }) => ({
    id,
    label,
    estimand: {
      type: "index",
      items: names.map((name) => {
        const item = items.find(({ variable }) => variable === name);
        if (item) return item;
        throw new IndicatorError(
          `The part "${id}" names the item "${name}", which the index does not have. Name items of the index.`,
        );
      }),
      atLeast,
      ...(scale === undefined ? {} : { scale }),
    },
  }));
}
