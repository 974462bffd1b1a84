import type { z } from "zod";
import type { Columns } from "../dataset/dataset.ts";
import type { EstimandOf } from "./estimand.ts";
import { partsOfIndex } from "./index-parts.ts";
import { indexOf } from "./quantities.ts";
import type { IndexOfGroups } from "./rule.ts";
import { membership, unansweredAmong } from "./rules.ts";
import type { Scorer } from "./scores.ts";

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
    const asked = answered + unanswered(row) >= atLeast && scores.every((part) => part.asked);
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
  return (row) => {
    const own = parts
      .filter(({ has }) => has(row))
      .map(({ index, ...part }) => ({ ...part, ...index(row) }))
      .filter(({ answered, unanswered, atLeast }) => answered + unanswered(row) >= atLeast);
    const usable = own.filter(({ share }) => !Number.isNaN(share));
    const sum = usable.reduce((total, { share }) => total + share, 0);
    return {
      asked: own.length > 0,
      usable: usable.length > 0,
      value: (scale * sum) / usable.length,
      prorated: usable.length > 0 && (usable.length < own.length || usable.some(({ prorated }) => prorated)),
    };
  };
}
