import type { CountedMargin } from "./counted-margin.ts";
import { type Raked, type RakeOptions, rake } from "./rake.ts";
import { type TrimOptions, trim } from "./trim.ts";

export type TrimAndRakeOptions = RakeOptions & {
  /** Bounds as multiples of the mean weight after weighting. */
  readonly bounds: Pick<TrimOptions, "lower" | "upper">;
  /** Rounds of raking and trimming; 100 when left out. */
  readonly maximumRounds?: number;
  /** What `rake` made of the same weights, margins and options, where that is known already. */
  readonly raked?: Raked;
};

export interface TrimmedAndRaked extends Raked {
  /** Rounds of raking and trimming. */
  readonly rounds: number;
  /** Smallest and largest weight as multiples of the mean. */
  readonly smallest: number;
  readonly largest: number;
}

/** How close bounds and margins have to be kept, as relative gaps. */
const closeEnough = 1e-6;

/**
 * Rakes, trims to the bounds, rakes again, and so on until margins and bounds hold together. Where they do not,
 * `converged` is false and the notes say which margin asks for weights that the bounds forbid.
 *
 * @param weights by row, before; none negative
 * @throws WeightingError as `rake` and `trim`
 * @source Izrael, Battaglia & Frankel (2009), Extreme Survey Weight Adjustment as a Component of Sample Balancing,
 *   SAS Global Forum 247-2009
 */
export function trimAndRake(
  weights: Float64Array,
  margins: readonly CountedMargin[],
  { bounds, maximumRounds = 100, raked: begun, ...options }: TrimAndRakeOptions,
): TrimmedAndRaked {
  let raked = begun ?? rake(weights, margins, options);
  const mean = raked.total / weights.reduce((count, weight) => count + (weight > 0 ? 1 : 0), 0);
  const [lower, upper] = [(bounds.lower ?? 0) * mean, (bounds.upper ?? Number.POSITIVE_INFINITY) * mean];
  let rounds = 1;
  for (; raked.converged && !within(raked.weights, lower, upper) && rounds < maximumRounds; rounds++)
    raked = rake(trimmedPositive(raked.weights, lower, upper), margins, options);
  const { smallest, largest } = rangeOf(raked.weights, mean);
  const kept = within(raked.weights, lower, upper);
  return {
    ...raked,
    adjustment: raked.adjustment && {
      ...raked.adjustment,
      fitWeights: raked.adjustment.fit === "alternating" ? raked.adjustment.fitWeights : weights,
    },
    converged: raked.converged && kept,
    rounds,
    smallest,
    largest,
    notes: kept ? raked.notes : [...raked.notes, conflict(raked, margins, lower, upper, rounds)],
  };
}

/** Rows of weight zero stay out: a lower bound is for those who take part. */
function trimmedPositive(weights: Float64Array, lower: number, upper: number): Float64Array {
  if (weights.every((weight) => weight > 0)) return trim(weights, { lower, upper, strict: true }).weights;
  const rows = [...weights.keys()].filter((row) => weights[row]! > 0);
  const taking = trim(
    Float64Array.from(rows, (row) => weights[row]!),
    { lower, upper, strict: true },
  ).weights;
  const after = new Float64Array(weights.length);
  rows.forEach((row, i) => {
    after[row] = taking[i]!;
  });
  return after;
}

function within(weights: Float64Array, lower: number, upper: number): boolean {
  return weights.every(
    (weight) => weight === 0 || (weight >= lower * (1 - closeEnough) && weight <= upper * (1 + closeEnough)),
  );
}

function rangeOf(weights: Float64Array, mean: number) {
  let [smallest, largest] = [Number.POSITIVE_INFINITY, 0];
  for (const weight of weights)
    if (weight > 0)
      [smallest, largest] = [Math.min(smallest, weight / mean), Math.max(largest, weight / mean)];
  return { smallest, largest };
}

/** The category that most rows outside the bounds share, as the one to look at first. */
function conflict(
  { weights }: Raked,
  margins: readonly CountedMargin[],
  lower: number,
  upper: number,
  rounds: number,
): string {
  const outside = [...weights.keys()].filter(
    (row) =>
      weights[row]! > upper * (1 + closeEnough) ||
      (weights[row]! > 0 && weights[row]! < lower * (1 - closeEnough)),
  );
  const shared = margins
    .flatMap(({ name, levels, cells }) =>
      levels.map((level, cell) => {
        const [rows, all] = [
          outside.filter((row) => cells[row] === cell).length,
          cells.filter((one) => one === cell).length,
        ];
        return { name, level, rows, share: all > 0 ? rows / all : 0 };
      }),
    )
    .toSorted((a, b) => b.share - a.share || b.rows - a.rows)[0];
  return `After ${rounds} rounds ${outside.length} weights are still outside the bounds while the margins are met; most of all those of "${shared?.level}" of "${shared?.name}". Widen the bounds, or merge that category with a neighbour.`;
}
