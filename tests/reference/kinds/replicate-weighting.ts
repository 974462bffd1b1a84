import { weighReplicates } from "@tiltas/analysis/design";
import { weighersOf } from "../weigh-as-asked.ts";
import type { AnswerCase } from "./kind.ts";
import { ofMeans, replicatesOf } from "./replicate.ts";

/** Estimates after every replicate was weighed as the case says. */
export const answer: AnswerCase = (context) => {
  let sample = replicatesOf(context);
  for (const weigh of weighersOf(context.one, context.data))
    sample = weighReplicates(sample, (weights) => weigh(weights).weights);
  return ofMeans(context, sample);
};
