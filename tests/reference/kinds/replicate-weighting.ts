import { weighReplicates } from "@tiltas/analysis/design";
import { weighersOf } from "../weigh-as-asked.ts";
import { weightingSteps } from "../weighting-steps.ts";
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
    // R counts the degrees of freedom anew after postStratify and rake, not after calibrate.
    if (steps[i]?.function === "calibrate") sample = { ...sample, degreesOfFreedom: before };
  }
  return ofReplicates({ one, data, within, sample, read: (path) => context.read(path) });
};
