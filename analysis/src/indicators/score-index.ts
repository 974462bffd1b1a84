import type { z } from "zod";
import type { Columns } from "../dataset/dataset.ts";
import type { EstimandOf } from "./estimand.ts";
import { partsOfIndex } from "./index-parts.ts";
import { indexOf } from "./quantities.ts";
import type { IndexOfGroups } from "./rule.ts";
import { membership, unansweredAmong } from "./rules.ts";
import { type Scorer, scorerBy } from "./scored.ts";

/**
 * S1 (scale 100) or S2 (scale 1) of one person over the answered items; with `everyPart` only of those of whom each
 * sub-score is known too.
 */
export function scoreIndex(estimand: EstimandOf<"index">, dataset: Columns): Scorer {
  const { items, atLeast, scale = 100, everyPart } = estimand;
  const unanswered = unansweredAmong(
    items.map(({ variable }) => variable),
    dataset,
  );
  const index = indexOf({ items, atLeast }, dataset);
  const parts = everyPart ? partsOfIndex(estimand).map((part) => scoreIndex(part.estimand, dataset)) : [];
  return (row) => {
    const { share, answered, prorated } = index(row);
    const scores = parts.map((part) => part(row));
    const enough = answered >= atLeast || answered + unanswered(row) >= atLeast;
    const asked = enough && scores.every((part) => part.asked);
    const usable = !Number.isNaN(share) && scores.every((part) => part.usable);
    return { asked, usable, value: usable ? scale * share : Number.NaN, prorated: usable && prorated };
  };
}

/** The mean of the indices of the things a person has; prorated where one of them is, or has too few answers. */
export function scoreGroupedIndex(
  { groups }: z.infer<typeof IndexOfGroups>,
  scale: number,
  dataset: Columns,
): Scorer {
  const parts = groups.map(({ where, items, atLeast }) => ({
    has: where ? membership(where, dataset) : () => true,
    atLeast,
    unanswered: unansweredAmong(
      items.map(({ variable }) => variable),
      dataset,
    ),
    index: indexOf({ items, atLeast }, dataset),
  }));
  return scorerBy((row, scored) => {
    let [own, usable, sum, anyProrated] = [0, 0, 0, false];
    for (const { has, atLeast, unanswered, index } of parts) {
      if (!has(row)) continue;
      const { share, answered, prorated } = index(row);
      if (answered < atLeast && answered + unanswered(row) < atLeast) continue;
      own++;
      if (Number.isNaN(share)) continue;
      usable++;
      sum += share;
      anyProrated ||= prorated;
    }
    scored.asked = own > 0;
    scored.usable = usable > 0;
    scored.value = (scale * sum) / usable;
    scored.prorated = usable > 0 && (usable < own || anyProrated);
  });
}
