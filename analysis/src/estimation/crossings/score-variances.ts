import type { Design } from "../../design/index.ts";
import type { Domains } from "../domains.ts";
import { residualsOf, totalsByPlace } from "../units/adjusted-totals.ts";
import { needsEveryUnit, pathsOf, treeOf } from "../units/unit-tree.ts";
import { type NoVariance, varianceOfUnitTotals } from "../units/unit-variance.ts";
import { elementVariances } from "./element-variances.ts";

/**
 * For some rows of a sample: given their weighted scores w·z, in the order of the rows, the variance of the total of the
 * scores in each domain, with the full design: all other rows count with scores of 0.
 */
export type ScoreVariances = (
  rows: Int32Array,
) => (scores: Float64Array, domains: Domains) => (number | NoVariance)[];

const known = new WeakMap<Design, ScoreVariances>();

/** The variances of a design, prepared once: by sums over cells where the design allows it, else unit by unit. */
export function scoreVariancesOf(design: Design): ScoreVariances {
  const variances = known.get(design) ?? elementVariances(design) ?? unitVariances(design);
  known.set(design, variances);
  return variances;
}

/** For any design: the totals of every unit of the sample, cell after cell. */
export function unitVariances(design: Design): ScoreVariances {
  const paths = pathsOf(design);
  const tree = treeOf(paths);
  const adjusted = design.adjustments.length > 0;
  const everyUnit = needsEveryUnit(design);
  return (rows) =>
    (scores, { of, count }) =>
      Array.from({ length: count }, (_, cell) => {
        const byRow = new Float64Array(design.rows);
        const presence = new Uint8Array(paths.order.length);
        for (let i = 0; i < rows.length; i++) {
          if (of[rows[i]!] !== cell) continue;
          byRow[rows[i]!] = scores[i]!;
          presence[paths.places[rows[i]!]!] = 1;
        }
        const totals = totalsByPlace(design, adjusted ? residualsOf(design)(byRow) : byRow);
        return varianceOfUnitTotals(design, tree, totals, everyUnit ? undefined : presence);
      });
}
