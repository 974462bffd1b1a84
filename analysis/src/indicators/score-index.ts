import type { z } from "zod";
import type { Columns } from "../dataset/dataset.ts";
import { unansweredAmong } from "./answers.ts";
import type { EstimandOf } from "./estimand.ts";
import { partsOfIndex } from "./index-parts.ts";
import { indexOf } from "./quantities.ts";
import type { IndexOfGroups, IndexOfItems } from "./rule.ts";
import { truthsOf } from "./rules.ts";
import type { Scored } from "./scored.ts";
import { yes } from "./truths.ts";

/**
 * S1 (scale 100) or S2 (scale 1) of one person over the answered items; with `everyPart` only of those of whom each
 * sub-score is known too.
 */
export function scoreIndex(estimand: EstimandOf<"index">, dataset: Columns): Scored {
  const { scale = 100, everyPart } = estimand;
  const { asked, usable, shares, prorated } = scoreItems(estimand, dataset);
  if (everyPart)
    for (const part of partsOfIndex(estimand)) {
      const own = scoreItems(part.estimand, dataset);
      for (let row = 0; row < dataset.rows; row++) {
        asked[row]! &= own.asked[row]!;
        usable[row]! &= own.usable[row]!;
      }
    }
  const values = shares;
  for (let row = 0; row < values.length; row++)
    values[row] = usable[row] === 1 ? scale * shares[row]! : Number.NaN;
  return { asked, usable, values, prorated };
}

/** By row: enough items were asked; enough are answered; their mean; some of those answered are missing. */
function scoreItems({ items, atLeast }: IndexOfItems, dataset: Columns) {
  const unanswered = unansweredAmong(
    items.map(({ variable }) => variable),
    dataset,
  );
  const { shares, answered } = indexOf({ items, atLeast }, dataset);
  const { length } = shares;
  const [asked, usable, prorated] = [new Uint8Array(length), new Uint8Array(length), new Uint8Array(length)];
  for (let row = 0; row < length; row++) {
    const own = answered[row]!;
    asked[row] = own >= atLeast || own + unanswered[row]! >= atLeast ? 1 : 0;
    usable[row] = Number.isNaN(shares[row]!) ? 0 : 1;
    prorated[row] = usable[row] === 1 && own < items.length ? 1 : 0;
  }
  return { asked, usable, shares, prorated };
}

/** The mean of the indices of the things a person has; prorated where one of them is, or has too few answers. */
export function scoreGroupedIndex(
  { groups }: z.infer<typeof IndexOfGroups>,
  scale: number,
  dataset: Columns,
): Scored {
  const { rows } = dataset;
  const [own, known, sums] = [new Uint16Array(rows), new Uint16Array(rows), new Float64Array(rows)];
  const [asked, usable, prorated] = [new Uint8Array(rows), new Uint8Array(rows), new Uint8Array(rows)];
  for (const { where, items, atLeast } of groups) {
    const has = where && truthsOf(where, dataset);
    const group = scoreItems({ items, atLeast }, dataset);
    for (let row = 0; row < rows; row++) {
      if ((has && has[row] !== yes) || group.asked[row] === 0) continue;
      own[row]!++;
      if (group.usable[row] === 0) continue;
      known[row]!++;
      sums[row]! += group.shares[row]!;
      prorated[row]! |= group.prorated[row]!;
    }
  }
  for (let row = 0; row < rows; row++) {
    asked[row] = own[row]! > 0 ? 1 : 0;
    usable[row] = known[row]! > 0 ? 1 : 0;
    sums[row] = (scale * sums[row]!) / known[row]!;
    if (usable[row] === 1 && known[row]! < own[row]!) prorated[row] = 1;
  }
  return { asked, usable, values: sums, prorated };
}
