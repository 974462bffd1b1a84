import type { Adjustment } from "../design/adjustment.ts";
import { scaledToOneTotal, type TotalOptions } from "./agreed-total.ts";
import { type CountedMargin, refuseUnmatched } from "./counted-margin.ts";
import { type CrossedCells, crossCells, spreadFactors } from "./crossed-cells.ts";
import type { Weighted } from "./weighted.ts";

export interface RakeOptions extends TotalOptions {
  /** Stops when every margin is met to this relative gap; 1e-10 when left out. */
  readonly tolerance?: number;
  /**
   * R's `epsilon` instead of `tolerance`: stops when no cell of the crossed table changes by so many people in a
   * round; values below 1 are multiplied by the sum of the weights before. R's own default, 1, is loose.
   */
  readonly cellChange?: number;
  /** 500 when left out. */
  readonly maximumIterations?: number;
  /** Errors after raking: as `calibrate` (residuals weighted by the weights before, default), or as R's `rake`. */
  readonly standardErrors?: "calibrate" | "rake-as-r";
}

export interface Raked extends Weighted {
  /** People in the population, to which all margins were scaled. */
  readonly total: number;
  readonly iterations: number;
  readonly margins: readonly MarginFit[];
}

/** How far a margin is met. */
export interface MarginFit {
  readonly margin: string;
  /** Largest |weighted count − count| / count over the categories, and the category that has it. */
  readonly gap: number;
  readonly worst: string;
  /** Respondents of positive weight without a category. */
  readonly withoutCategory: number;
}

/**
 * Rakes weights to margins by iterative proportional fitting, margin after margin in the order given.
 *
 * Rows without a category in a margin keep their weight in that step, and the others are fitted to the margin less
 * that weight spread in proportion to it: as if the missing category were imputed from the margin.
 * Raking that does not converge is a result: `converged` is false and `margins` says where it stands.
 *
 * @param weights by row, before; none negative
 * @throws WeightingError margins whose sums differ by more than 10 % unconfirmed; a category with people but without
 *   respondents, or the reverse
 * @source Deming & Stephan (1940), Annals of Mathematical Statistics 11(4); Deville, Särndal & Sautory (1993), JASA 88
 * @agrees R survey::rake and survey::calibrate(calfun = "raking"), tests/reference
 */
export function rake(
  weights: Float64Array,
  margins: readonly CountedMargin[],
  options: RakeOptions = {},
): Raked {
  const agreed = scaledToOneTotal(margins, options);
  for (const margin of agreed.margins) refuseUnmatched(margin, weights);
  const crossed = crossCells(agreed.margins, weights);
  const placed = agreed.margins.map((margin, m) =>
    place(margin, crossed.marginCells[m]!, crossed, agreed.total),
  );
  const { table, steps, iterations, converged } = fitted(placed, crossed.weights, options);
  const spread = (to: Float64Array) => spreadFactors(crossed, ratioOf(to, crossed.weights), weights);
  const after = spread(table);
  const asR = options.standardErrors === "rake-as-r";
  const fits = placed.map((margin) => fitOf(margin, table, weights));
  return {
    weights: after,
    total: agreed.total,
    iterations,
    converged,
    margins: fits,
    adjustment: {
      margins: agreed.margins.map((margin, m) => ({
        ...withMissingAsCategory(margin),
        ...(asR && steps[m] && options.cellChange !== undefined ? { after: spread(steps[m]) } : {}),
      })),
      covariates: [],
      after,
      fitWeights: asR ? new Float64Array(weights.length).fill(1) : weights,
      fit: asR ? "alternating" : "least-squares",
    },
    notes: [...agreed.notes, ...notesOn(fits, iterations, converged)],
  };
}

/** A margin over the crossed table. */
interface PlacedMargin extends CountedMargin {
  readonly shares: Float64Array;
  readonly total: number;
  readonly cellOf: Int32Array;
}

function place(
  margin: CountedMargin,
  cellOf: Int32Array,
  { count }: CrossedCells,
  total: number,
): PlacedMargin {
  if (cellOf.length !== count) throw new RangeError("The crossed table belongs to other margins.");
  return { ...margin, cellOf, total, shares: margin.counts.map((people) => people / total) };
}

function fitted(placed: readonly PlacedMargin[], before: Float64Array, options: RakeOptions) {
  const { tolerance = 1e-10, cellChange, maximumIterations = 500 } = options;
  const sum = before.reduce((all, weight) => all + weight, 0);
  const table = Float64Array.from(before);
  if (placed.some(({ cellOf }) => cellOf.includes(-1))) scaleTo(placed[0]!.total, sum, table);
  const smallChange = cellChange === undefined ? 0 : cellChange < 1 ? cellChange * sum : cellChange;
  const metBy = () =>
    cellChange === undefined && placed.every((margin) => largestGap(margin, table).gap <= tolerance);
  let [iterations, converged] = [0, metBy()];
  let steps: Float64Array[] = [];
  while (!converged && iterations < maximumIterations) {
    const earlier = cellChange === undefined ? undefined : Float64Array.from(table);
    steps = placed.map((margin) => {
      fit(margin, table);
      return earlier ? Float64Array.from(table) : table;
    });
    converged = earlier ? largestChange(earlier, table) < smallChange : metBy();
    iterations++;
  }
  if (cellChange !== undefined)
    converged &&= placed.every((margin) => isNearlyMet(margin, table, smallChange));
  return { table, steps, iterations, converged };
}

/** A table may stop changing far from its margins when they contradict each other; small changes add up to this at most. */
function isNearlyMet(margin: PlacedMargin, table: Float64Array, smallChange: number): boolean {
  const { known, unknown } = weightsIn(margin, table);
  return known.every(
    (weight, level) =>
      Math.abs(weight + unknown * margin.shares[level]! - margin.counts[level]!) <=
      smallChange * table.length,
  );
}

function ratioOf(table: Float64Array, before: Float64Array): Float64Array {
  return table.map((weight, cell) => (before[cell]! > 0 ? weight / before[cell]! : 1));
}

function scaleTo(total: number, sum: number, table: Float64Array): void {
  for (let cell = 0; cell < table.length; cell++) table[cell]! *= total / sum;
}

/** Multiplies each category's weights so that the margin is met; the heart of iterative proportional fitting. */
function fit(margin: PlacedMargin, table: Float64Array): void {
  const { cellOf, shares, total } = margin;
  const { known, unknown } = weightsIn(margin, table);
  const factors = known.map((weight, level) =>
    weight > 0 ? (shares[level]! * (total - unknown)) / weight : 1,
  );
  for (let cell = 0; cell < table.length; cell++)
    if (cellOf[cell]! >= 0) table[cell]! *= factors[cellOf[cell]!]!;
}

function largestGap(margin: PlacedMargin, table: Float64Array): { gap: number; level: number } {
  const { known, unknown } = weightsIn(margin, table);
  let [gap, worst] = [0, 0];
  known.forEach((weight, level) => {
    const share = margin.shares[level]!;
    const here = share > 0 ? Math.abs((weight + unknown * share) / (share * margin.total) - 1) : 0;
    if (here > gap || Number.isNaN(here)) [gap, worst] = [here, level];
  });
  return { gap, level: worst };
}

function weightsIn({ cellOf, shares }: PlacedMargin, table: Float64Array) {
  const known = new Float64Array(shares.length);
  let unknown = 0;
  for (let cell = 0; cell < table.length; cell++) {
    const level = cellOf[cell]!;
    if (level < 0) unknown += table[cell]!;
    else known[level]! += table[cell]!;
  }
  return { known, unknown };
}

function largestChange(earlier: Float64Array, table: Float64Array): number {
  return table.reduce((largest, weight, cell) => Math.max(largest, Math.abs(weight - earlier[cell]!)), 0);
}

function fitOf(margin: PlacedMargin, table: Float64Array, weights: Float64Array): MarginFit {
  const { gap, level } = largestGap(margin, table);
  let withoutCategory = 0;
  if (margin.cellOf.includes(-1))
    margin.cells.forEach((cell, row) => {
      if (cell < 0 && weights[row]! > 0) withoutCategory++;
    });
  return { margin: margin.name, gap, worst: margin.levels[level] ?? "", withoutCategory };
}

/** For the errors, respondents without a category are one more category. */
function withMissingAsCategory({ cells, counts }: CountedMargin): Adjustment["margins"][number] {
  if (!cells.includes(-1)) return { codes: cells, count: counts.length };
  return { codes: cells.map((cell) => (cell < 0 ? counts.length : cell)), count: counts.length + 1 };
}

function notesOn(fits: readonly MarginFit[], iterations: number, converged: boolean): string[] {
  const notes: string[] = [];
  const [worst] = fits.toSorted((a, b) => b.gap - a.gap);
  if (!converged && worst)
    notes.push(
      `Raking did not meet all margins after ${iterations} rounds; the largest gap is in "${worst.margin}". Merge small categories of that margin.`,
    );
  for (const { margin, withoutCategory } of fits)
    if (withoutCategory > 0)
      notes.push(
        `Respondents without a category in the margin "${margin}": ${withoutCategory}; they count in it in proportion to the margin.`,
      );
  return notes;
}
