import type { Design } from "@tiltas/analysis/design";
import { calibrated, kish, type Weighted } from "@tiltas/analysis/weighting";
import { weighersOf } from "../weigh-as-asked.ts";
import { counts, answer as estimates, linearised, ofMeans } from "./estimates.ts";
import type { AnswerCase, CaseContext } from "./kind.ts";

/** Estimates after the weights were changed as the case says, with the weights themselves. */
export const answer: AnswerCase = async (context) => {
  const before = linearised(context.sample);
  let design: Design = before;
  let last: Weighted | undefined;
  for (const weigh of weighersOf(context.one, context.data)) {
    last = weigh(design.weights);
    design = calibrated(design, last, { acceptUnconverged: true });
  }
  if (!last) throw new Error("The case asks for no weighting.");
  if (context.one.call.variables.length === 0)
    return {
      sum_weights: sumOf(design.weights),
      converged: last.converged,
      n: counts(withSample(context, design)).n,
    };
  return {
    ...(await estimates(withSample(context, design))),
    n: positiveRows(context, design),
    weights: summary(inSubset(context, design)),
    se_by_projection: byProjection(context, design),
  };
};

/** The same case on another sample; what is read on demand still is. */
function withSample(context: CaseContext, sample: Design): CaseContext {
  const { one, data, within } = context;
  return { one, data, within, sample, read: (path) => context.read(path) };
}

/** Rows of positive weight that are complete in the variables of the call: linear calibration may leave negative ones. */
function positiveRows({ one, data, within }: CaseContext, { weights }: Design): number {
  const columns = one.call.variables.filter((name) => data.has(name)).map((name) => data.texts(name));
  const counted = weights.filter(
    (weight, row) => weight > 0 && within?.[row] !== 0 && columns.every((column) => column[row] !== ""),
  );
  return counted.length;
}

function sumOf(weights: Float64Array): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/** A subset of a sample weighted to totals keeps all rows, with weight 0 outside. */
function inSubset({ within }: CaseContext, { weights, adjustments }: Design): Float64Array {
  return within && adjustments.length > 0
    ? weights.map((weight, row) => (within[row] === 1 ? weight : 0))
    : weights;
}

function summary(weights: Float64Array) {
  const { designEffect, effectiveRespondents, sumOfSquares } = kish(weights);
  return {
    weights_file: [...weights],
    sum: sumOf(weights),
    sum_sq: sumOfSquares,
    min: weights.reduce((a, b) => Math.min(a, b)),
    max: weights.reduce((a, b) => Math.max(a, b)),
    kish_deff: designEffect,
    n_eff: effectiveRespondents,
  };
}

/** Standard errors with other weights in the regression of the residuals on the margins, and without one. */
function byProjection(context: CaseContext, design: Design) {
  if (!("se_by_projection" in context.one.expected)) return undefined;
  const [base, adjustment] = [linearised(context.sample), design.adjustments.at(-1)];
  if (!adjustment) return undefined;
  const under = (fitWeights: Float64Array): Design => ({
    ...design,
    adjustments: [...design.adjustments.slice(0, -1), { ...adjustment, fit: "least-squares", fitWeights }],
  });
  const designs = {
    B_original_weights: under(base.weights),
    B_final_weights: under(design.weights),
    B_unweighted: under(new Float64Array(design.rows).fill(1)),
    no_projection: { ...design, adjustments: [] },
  };
  const errors: Record<string, Record<string, unknown>> = {};
  for (const [projection, sample] of Object.entries(designs)) {
    const { rows } = ofMeans(withSample(context, sample)) as { rows: { name: string; se: unknown }[] };
    for (const { name, se } of rows) errors[name] = { ...errors[name], [projection]: se };
  }
  return errors;
}
