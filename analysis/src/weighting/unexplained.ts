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
  const fitted =
    adjustment.fit === "least-squares" ? leastSquares(columns) : alternating(columns, adjustment);
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

/** A least-squares fit to margins alone: each row is what its categories' coefficients add up to. */
export interface CategoricalFit {
  readonly columnCount: number;
  /** By margin, by row: the column of the row's category; -1 for the category left out as redundant. */
  readonly columnsOfRow: readonly Int32Array[];
  /** Coefficients by column, from Σ fit weight · z by column with z = weighted score / weight after. */
  coefficients(sums: Float64Array): Float64Array;
}

/** Undefined for other fits, and where numbers take part. */
export function categoricalFitOf(adjustment: Adjustment): CategoricalFit | undefined {
  if (adjustment.fit !== "least-squares" || adjustment.covariates.length > 0) return undefined;
  const columns = columnsOf(adjustment);
  const { unitOfRow, categories } = columns;
  if (!unitOfRow) return undefined;
  return {
    columnCount: columns.columns.length,
    columnsOfRow: categories.map((columnOf) => unitOfRow.map((unit) => columnOf[unit]!)),
    coefficients: solverOf(crossProducts(columns, columns.weights)),
  };
}

function leastSquares(columns: Auxiliaries): (sums: Float64Array) => Float64Array {
  const solve = solverOf(crossProducts(columns, columns.weights));
  return (sums) => combined(columns, solve(totalsUnder(columns, sums)));
}

const rounds = 10;

/** A margin over the units: place 0 of its levels holds the level that stands without a column. */
interface AlternatingMargin {
  readonly levelOf: Int32Array;
  /** By level: 1 / Σ fit weights, 0 where there are none. */
  readonly shares: Float64Array;
  /** By unit: weight after this margin / weight after all, and the reverse. */
  readonly ratio: Float64Array;
  readonly inverse: Float64Array;
}

/**
 * Subtracts the mean of each category, margin after margin, ten rounds; the sum of what was subtracted by unit.
 * A margin whose weights later margins changed takes its means in these weights.
 */
function alternating(
  { categories, weights, unitCount, unitOfRow }: Auxiliaries,
  { margins, after }: Adjustment,
): (sums: Float64Array) => Float64Array {
  const placed = categories.map((columns, m): AlternatingMargin => {
    const ratio = ratioByUnit(margins[m]?.after, after, unitOfRow, unitCount);
    const levelOf = columns.map((column) => column + 1);
    return { levelOf, shares: sharesByLevel(levelOf, weights), ratio, inverse: ratio.map((one) => 1 / one) };
  });
  return (sums) => {
    const left = Float64Array.from(sums);
    const fitted = new Float64Array(unitCount);
    for (let round = 0; round < rounds; round++)
      for (const margin of placed) takeMeans(margin, weights, left, fitted);
    return fitted;
  };
}

function sharesByLevel(levelOf: Int32Array, weights: Float64Array): Float64Array {
  const levels = levelOf.reduce((most, level) => Math.max(most, level), 0) + 1;
  const sums = new Float64Array(levels);
  for (let unit = 0; unit < weights.length; unit++) sums[levelOf[unit]!]! += weights[unit]!;
  return sums.map((sum) => (sum > 0 ? 1 / sum : 0));
}

/** Moves the means of one margin from what is left to what is fitted. */
function takeMeans(
  { levelOf, shares, ratio, inverse }: AlternatingMargin,
  weights: Float64Array,
  left: Float64Array,
  fitted: Float64Array,
): void {
  const means = new Float64Array(shares.length);
  for (let unit = 0; unit < left.length; unit++) means[levelOf[unit]!]! += left[unit]! * inverse[unit]!;
  for (let level = 0; level < means.length; level++) means[level]! *= shares[level]!;
  for (let unit = 0; unit < left.length; unit++) {
    const mean = means[levelOf[unit]!]! * ratio[unit]!;
    left[unit]! -= weights[unit]! * mean;
    fitted[unit]! += mean;
  }
}

function ratioByUnit(
  ofMargin: Float64Array | undefined,
  after: Float64Array,
  unitOfRow: Int32Array | undefined,
  unitCount: number,
): Float64Array {
  const ratios = new Float64Array(unitCount).fill(1);
  if (ofMargin)
    for (let row = 0; row < after.length; row++)
      if (after[row]! > 0) ratios[unitOfRow?.[row] ?? row] = ofMargin[row]! / after[row]!;
  return ratios;
}
