import type { z } from "zod";
import type { Columns } from "../dataset/dataset.ts";
import { indexOf } from "./quantities.ts";
import type { IndexOfGroups, IndexOfItems } from "./rule.ts";
import { anyAsked, membership } from "./rules.ts";
import type { Scorer } from "./scores.ts";

/** S1 (scale 100) or S2 (scale 1) of one person over the answered items. */
export function scoreIndex({ items, atLeast }: IndexOfItems, scale: number, dataset: Columns): Scorer {
  const asked = anyAsked(
    items.map(({ variable }) => variable),
    dataset,
  );
  const index = indexOf({ items, atLeast }, dataset);
  return (row) => {
    const { share, prorated } = index(row);
    return { asked: asked(row), usable: !Number.isNaN(share), value: scale * share, prorated };
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
    asked: anyAsked(
      items.map(({ variable }) => variable),
      dataset,
    ),
    index: indexOf({ items, atLeast }, dataset),
  }));
  return (row) => {
    const own = parts.filter(({ has, asked }) => has(row) && asked(row)).map(({ index }) => index(row));
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
