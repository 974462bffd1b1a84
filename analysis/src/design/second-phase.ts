import type { Design } from "./design.ts";
import type { ReplicateDesign } from "./replicate-design.ts";

/**
 * The sample as it stands for questions that only some respondents were asked, drawn at random among those of the
 * first phase: every weight times the row's factor. Adjustments of the first phase stay as they were made, so the
 * variance is that of residuals of factor × score, in which the factor is a part of the variable.
 *
 * The variance is that of totals by first-stage unit, so it holds both phases where the draws of different units are
 * independent, and is a little small where a large part of a finite population was taken in the first phase.
 *
 * @param factors by row: one over the chance of being drawn; 0 for who was not drawn
 * @source Särndal, Swensson & Wretman (1992), Model Assisted Survey Sampling, ch. 9
 */
export function secondPhase(design: Design, factors: Float64Array): Design;
export function secondPhase(design: ReplicateDesign, factors: Float64Array): ReplicateDesign;
export function secondPhase(
  design: Design | ReplicateDesign,
  factors: Float64Array,
): Design | ReplicateDesign {
  if (factors.length !== design.rows)
    throw new RangeError(`The design has ${design.rows} rows but there are ${factors.length} factors.`);
  const times = (weights: Float64Array) => weights.map((weight, row) => weight * factors[row]!);
  const weights = times(design.weights);
  if (design.kind === "linearised") return { ...design, weights };
  const { replicates } = design;
  if (replicates.by === "unit") return { ...design, weights };
  return { ...design, weights, replicates: { by: "row", weights: replicates.weights.map(times) } };
}
