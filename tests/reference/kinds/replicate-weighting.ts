import { weighReplicates } from "@tiltas/analysis/design";
import { textsOf } from "../r-language/values.ts";
import { weighersOf } from "../weigh-as-asked.ts";
import { type WeightingStep, weightingSteps } from "../weighting-steps.ts";
import type { AnswerCase } from "./kind.ts";
import { answer as ofReplicates, replicatesOf } from "./replicate.ts";

/** Estimates after every replicate was weighed as the case says. */
export const answer: AnswerCase = (context) => {
  const { one, data, within } = context;
  const { steps } = weightingSteps(one, data);
  let sample = replicatesOf(context);
  for (const [i, weigh] of weighersOf(one, data).entries()) {
    const before = sample.degreesOfFreedom;
    sample = weighReplicates(sample, (weights) => weigh(weights).weights);
    // R counts the degrees of freedom anew, but not after calibrations that take more than one step.
    if (steps[i] && inSeveralSteps(steps[i])) sample = { ...sample, degreesOfFreedom: before };
  }
  return ofReplicates({ one, data, within, sample, read: (path) => context.read(path) });
};

function inSeveralSteps({ function: name, args }: WeightingStep): boolean {
  const distance = args.get("calfun");
  return name === "calibrate" && ((distance && textsOf(distance)[0] !== "linear") || args.has("bounds"));
}
