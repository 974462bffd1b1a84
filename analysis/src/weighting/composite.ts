import { kish } from "./diagnostics.ts";
import { WeightingError } from "./weighting-error.ts";

/** One of several samples of the same population. */
export interface PartSample {
  readonly name: string;
  /** Its own weights, one per respondent; any scale. */
  readonly weights: Float64Array;
}

export interface Composite {
  /** Weights of all samples, one sample after the other in the order given, summing to `total`. */
  readonly weights: Float64Array;
  /** Sample of each row, as index into `parts`. */
  readonly sample: Int32Array;
  readonly parts: readonly CompositePart[];
}

/** What a sample brings to the composite; to be printed with every figure from it. */
export interface CompositePart {
  readonly name: string;
  readonly respondents: number;
  /** (Σw)² / Σw² within the sample. */
  readonly effectiveRespondents: number;
  /** λ: its share of the composite, 0 to 1. */
  readonly share: number;
}

export interface CompositeOptions {
  /** People in the population: what the composite's weights sum to. */
  readonly total: number;
  /** λ by sample, summing to 1; left out: in proportion to effective respondents. */
  readonly shares?: readonly number[];
}

/**
 * Joins samples of one population: each is scaled to the same total, then multiplied by its share λ. An estimate is
 * then Σ λ · (estimate of the sample). λ in proportion to effective respondents is near the smallest variance when
 * all samples are unbiased for the same population; it does nothing against bias of one of them.
 *
 * @throws WeightingError no sample, weights that sum to nothing, shares that do not sum to 1
 * @source Hartley (1962), Multiple Frame Surveys, ASA SSS; O'Muircheartaigh & Pedlow (2002), Combining Samples vs.
 *   Cumulating Cases, ASA SRMS (λ by effective size)
 */
export function composite(samples: readonly PartSample[], { total, shares }: CompositeOptions): Composite {
  if (samples.length === 0) throw new WeightingError("There is no sample to join. Give at least one.");
  const effective = samples.map(({ name, weights }) => effectiveOf(name, weights));
  const all = effective.reduce((sum, { effectiveRespondents }) => sum + effectiveRespondents, 0);
  const lambda = shares ?? effective.map(({ effectiveRespondents }) => effectiveRespondents / all);
  refuseShares(samples, lambda);
  const rows = samples.reduce((sum, { weights }) => sum + weights.length, 0);
  const [joined, sample] = [new Float64Array(rows), new Int32Array(rows)];
  let start = 0;
  samples.forEach(({ weights }, s) => {
    const factor = (lambda[s]! * total) / effective[s]!.sum;
    joined.set(
      weights.map((weight) => weight * factor),
      start,
    );
    sample.fill(s, start, start + weights.length);
    start += weights.length;
  });
  return {
    weights: joined,
    sample,
    parts: samples.map(({ name }, s) => ({
      name,
      respondents: effective[s]!.respondents,
      effectiveRespondents: effective[s]!.effectiveRespondents,
      share: lambda[s]!,
    })),
  };
}

function effectiveOf(name: string, weights: Float64Array) {
  const row = weights.findIndex((weight) => !(weight >= 0) || !Number.isFinite(weight));
  if (row >= 0)
    throw new WeightingError(
      `The weight of row ${row + 1} in the sample "${name}" is ${weights[row]}. Give every row a weight that is not below zero.`,
    );
  const found = kish(weights.filter((weight) => weight > 0));
  if (!(found.sum > 0))
    throw new WeightingError(
      `The weights of the sample "${name}" sum to nothing. Give its weights, or leave the sample out.`,
    );
  return found;
}

function refuseShares(samples: readonly PartSample[], lambda: readonly number[]): void {
  const sum = lambda.reduce((all, share) => all + share, 0);
  if (lambda.length !== samples.length || lambda.some((share) => !(share >= 0)) || Math.abs(sum - 1) > 1e-9)
    throw new WeightingError(
      `The shares ${lambda.join(", ")} are not one for each of ${samples.length} samples, none below zero, summing to 1. Correct them, or leave them out.`,
    );
}
