import { DesignError } from "./design-error.ts";
import type { JointSelection } from "./selection.ts";
import type { Stage } from "./stage.ts";

/**
 * How units with unequal probabilities were drawn without replacement.
 *
 * "brewer" and "hartley-rao" approximate the joint probabilities; "horvitz-thompson" and "yates-grundy" are given them:
 * `joint[i][j]` of the units i and j in the order in which they are met in the data, `joint[i][i]` that of unit i.
 *
 * @source Brewer (2002), Combined Survey Sampling Inference, ch. 9; Hartley & Rao (1962), Annals of Mathematical
 *   Statistics 33; Horvitz & Thompson (1952), JASA 47; Yates & Grundy (1953), JRSS B 15
 */
export type UnequalProbabilities =
  | { readonly method: "brewer" }
  | {
      readonly method: "hartley-rao";
      /** Σπ²/n over the population, one number for all strata or one per stratum as met; left out: mean π of the sample. */
      readonly meanSquare?: number | readonly number[];
    }
  | {
      readonly method: "horvitz-thompson" | "yates-grundy";
      readonly joint: readonly ArrayLike<number>[];
      /** Relative covariances of pairs smaller than this count as zero; 1e-4 when left out, as R `ppsmat`. */
      readonly tolerance?: number;
    };

/** @throws DesignError without probabilities, at several stages, or when the joint probabilities are of other units */
export function makeSelection(
  unequal: UnequalProbabilities,
  first: Stage,
  laterStages: number,
): JointSelection | undefined {
  if (!first.probabilities)
    throw new DesignError(
      "Units drawn with unequal probabilities need these probabilities. Name their column as fpc.",
    );
  if (unequal.method === "brewer") return undefined;
  if (laterStages > 0)
    throw new DesignError(
      `Joint probabilities are computed for one stage only, and the design has ${laterStages + 1}. Use Brewer's approximation for several stages.`,
    );
  if (unequal.method === "hartley-rao")
    return { kind: "hartley-rao", meanSquares: meanSquaresOf(unequal.meanSquare, first) };
  return { kind: "joint-probabilities", factors: factorsOf(unequal, first) };
}

function meanSquaresOf(given: number | readonly number[] | undefined, { fpc }: Stage): Float64Array {
  if (given === undefined) return fpc.map((correction) => 1 - correction);
  return Float64Array.from(fpc, (_, stratum) => {
    const one = typeof given === "number" ? given : given[stratum];
    if (one === undefined || !(one > 0))
      throw new DesignError(
        `Stratum ${stratum + 1} of the Hartley–Rao approximation has no Σπ²/n. Give one positive number per stratum, or one for all.`,
      );
    return one;
  });
}

/** (π_ij − π_i π_j) / π_ij; for Yates and Grundy less the sum of its row in the diagonal. NaN where π_ij is 0. */
function factorsOf(
  { method, joint, tolerance = 1e-4 }: Extract<UnequalProbabilities, { joint: unknown }>,
  { unitCount }: Stage,
): Float64Array {
  if (joint.length !== unitCount || joint.some((row) => row.length !== unitCount))
    throw new DesignError(
      `The joint probabilities are ${joint.length} × ${joint[0]?.length ?? 0}, but ${unitCount} units were sampled. Give one row and one column per unit, in their order in the data.`,
    );
  const factors = new Float64Array(unitCount * unitCount);
  for (let i = 0; i < unitCount; i++) {
    for (let j = 0; j < unitCount; j++) {
      const both = joint[i]![j]!;
      const factor = (both - joint[i]![i]! * joint[j]![j]!) / both;
      factors[i * unitCount + j] = Math.abs(factor) < tolerance ? 0 : factor;
    }
  }
  if (method === "yates-grundy") centreRows(factors, unitCount);
  return factors;
}

function centreRows(factors: Float64Array, unitCount: number): void {
  for (let i = 0; i < unitCount; i++) {
    let sum = 0;
    for (let j = 0; j < unitCount; j++) sum += factors[i * unitCount + j]!;
    factors[i * unitCount + i]! -= sum;
  }
}
