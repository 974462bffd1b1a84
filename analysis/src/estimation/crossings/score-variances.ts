import type { Design } from "../../design/index.ts";
import type { Domains } from "../domains.ts";
import { residualsOf, totalsByPlace } from "../units/adjusted-totals.ts";
import { needsEveryUnit, pathsOf, treeOf } from "../units/unit-tree.ts";
import { type NoVariance, varianceOfUnitTotals } from "../units/unit-variance.ts";
import { elementVariances } from "./element-variances.ts";

/** Weighted scores w·z of the rows that take part in an estimate; of all other rows they are 0. */
export interface WeightedScores {
  readonly rows: Int32Array;
  /** In the order of `rows`. */
  readonly values: Float64Array;
}

/**
 * Variance of the total of the scores in each cell, with the full design: rows outside a cell count with scores of 0.
 * The scores of a row are those of its own cell.
 */
export type ScoreVariances = (scores: WeightedScores, cells: Domains) => (number | NoVariance)[];

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
  return ({ rows, values }, { of, count }) =>
    Array.from({ length: count }, (_, cell) => {
      const byRow = new Float64Array(design.rows);
      const presence = new Uint8Array(paths.order.length);
      for (let i = 0; i < rows.length; i++) {
        if (of[rows[i]!] !== cell) continue;
        byRow[rows[i]!] = values[i]!;
        presence[paths.places[rows[i]!]!] = 1;
      }
      const totals = totalsByPlace(design, adjusted ? residualsOf(design)(byRow) : byRow);
      return varianceOfUnitTotals(design, tree, totals, everyUnit ? undefined : presence);
    });
}
