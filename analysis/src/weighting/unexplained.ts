import type { Adjustment } from "../design/adjustment.ts";
import { type Auxiliaries, auxiliaries, combined, crossProducts, totalsUnder } from "./auxiliaries.ts";
import type { CountedMargin } from "./counted-margin.ts";
import { solverOf } from "./normal-equations.ts";

/** Takes out of weighted scores (w·z by row, 0 outside a domain) what the known totals explain; rows as in the design. */
export type Residuals = (weightedScores: Float64Array) => Float64Array;

/**
 * Residuals of linearised scores on the auxiliary variables of each adjustment, one after the other in their order:
 * what is left is what varies from sample to sample. Prepared once, for any number of scores.
 *
 * @source Deville & Särndal (1992), JASA 87, §3; for "alternating" the rounds of margin means of R's `rake`
 * @agrees R survey::svyrecvar with `postStrata`, tests/reference
 */
export function residualsAfter(adjustments: readonly Adjustment[]): Residuals {
  const steps = adjustments.map(residualsOf);
  return (scores) => steps.reduce((left, step) => step(left), scores);
}

/** What an adjustment explains, over the units of rows that are alike in its auxiliary variables. */
export interface Explained {
  /** The unit of each row; undefined where every row is one. */
  readonly unitOfRow: Int32Array | undefined;
  readonly unitCount: number;
  /** Fitted z by unit, from Σ fit weight · z by unit, with z = weighted score / weight after. */
  fitted(sums: Float64Array): Float64Array;
}

export function explainedBy(adjustment: Adjustment): Explained {
  const columns = columnsOf(adjustment);
  const fitted = adjustment.fit === "least-squares" ? leastSquares(columns) : alternating(columns);
  return { unitOfRow: columns.unitOfRow, unitCount: columns.unitCount, fitted };
}

function residualsOf(adjustment: Adjustment): Residuals {
  const { after, fitWeights } = adjustment;
  const explained = explainedBy(adjustment);
  const { unitOfRow } = explained;
  return (scores) => {
    const left = explained.fitted(sumsByUnit(explained, scores, after, fitWeights));
    return scores.map((score, row) => score - after[row]! * left[unitOfRow?.[row] ?? row]!);
  };
}

function columnsOf({ margins, covariates, fitWeights }: Adjustment): Auxiliaries {
  const counted = margins.map(
    ({ codes, count }): CountedMargin => ({
      name: "",
      levels: [],
      counts: new Float64Array(count),
      cells: codes,
    }),
  );
  const numeric = covariates.map((values) => ({ name: "", values: finite(values), total: 0 }));
  return auxiliaries(fitWeights, counted, numeric);
}

/** Rows without a number have no weight in the fit; the number itself must not spoil sums. */
function finite(values: Float64Array): Float64Array {
  return values.every(Number.isFinite) ? values : values.map((value) => (Number.isFinite(value) ? value : 0));
}

/** Σ fit weight · z by unit, z = score / weight after. */
function sumsByUnit(
  { unitCount, unitOfRow }: Explained,
  scores: Float64Array,
  after: Float64Array,
  fitWeights: Float64Array,
): Float64Array {
  const sums = new Float64Array(unitCount);
  for (let row = 0; row < scores.length; row++)
    if (scores[row] !== 0) sums[unitOfRow?.[row] ?? row]! += (fitWeights[row]! * scores[row]!) / after[row]!;
  return sums;
}

function leastSquares(columns: Auxiliaries): (sums: Float64Array) => Float64Array {
  const solve = solverOf(crossProducts(columns, columns.weights));
  return (sums) => combined(columns, solve(totalsUnder(columns, sums)));
}

const rounds = 10;

/** Subtracts the mean of each category, margin after margin, ten rounds; the sum of what was subtracted by unit. */
function alternating({ categories, weights, unitCount }: Auxiliaries): (sums: Float64Array) => Float64Array {
  return (sums) => {
    const left = Float64Array.from(sums);
    const fitted = new Float64Array(unitCount);
    for (let round = 0; round < rounds; round++)
      for (const levelOf of categories) {
        const means = meansByLevel(levelOf, left, weights);
        for (let unit = 0; unit < unitCount; unit++) {
          const mean = means[levelOf[unit]! + 1]!;
          left[unit]! -= weights[unit]! * mean;
          fitted[unit]! += mean;
        }
      }
    return fitted;
  };
}

/** Place 0 holds the level that stands without a column. */
function meansByLevel(levelOf: Int32Array, sums: Float64Array, weights: Float64Array): Float64Array {
  const levels = levelOf.reduce((most, level) => Math.max(most, level), 0) + 2;
  const [total, weight] = [new Float64Array(levels), new Float64Array(levels)];
  for (let unit = 0; unit < sums.length; unit++) {
    total[levelOf[unit]! + 1]! += sums[unit]!;
    weight[levelOf[unit]! + 1]! += weights[unit]!;
  }
  return total.map((sum, level) => (weight[level]! > 0 ? sum / weight[level]! : 0));
}
