import { type Design, degreesOfFreedomOf, type ReplicateDesign } from "@tiltas/analysis/design";
import type { CaseContext } from "./kind.ts";

/** @throws Error where the case has no design */
export function sampleIn({ sample }: CaseContext): Design | ReplicateDesign {
  if (!sample) throw new Error("This kind of case needs a design.");
  return sample;
}

/** Degrees of freedom of the design, or of its subset. */
export function degreesOfFreedomIn(context: CaseContext): number {
  return degreesOfFreedomOf(sampleIn(context), context.within);
}
