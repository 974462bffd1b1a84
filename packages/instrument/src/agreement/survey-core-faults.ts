import type { JsonObject } from "../definition/json.ts";
import type { Difference } from "./compare.ts";

/** A place where survey-core 3.0.0 itself is wrong, on a fresh model, against its own documentation. */
export interface SurveyCoreFault {
  readonly id: string;
  /** What survey-core does. */
  readonly does: string;
  /** What its documentation says, in its words. */
  readonly documented: string;
  /** Where it says so. */
  readonly source: string;
  /** A questionnaire and answers that show it. */
  readonly example: {
    readonly questionnaire: JsonObject;
    readonly answers: Readonly<Record<string, unknown>>;
  };
  /** Whether this fault, and nothing of ours, makes this difference. */
  explains(
    difference: Difference,
    questionnaire: JsonObject,
    answers: Readonly<Record<string, unknown>>,
  ): boolean;
}

/** At most ten; each is shown to exist by a test in the interview room. */
export const surveyCoreFaults: readonly SurveyCoreFault[] = [];

/** Parts differences into those that a known fault explains and those that are left. */
export function explainedBy(
  questionnaire: JsonObject,
  answers: Readonly<Record<string, unknown>>,
  found: readonly Difference[],
): { left: Difference[]; explained: SurveyCoreFault[] } {
  const explained = new Set<SurveyCoreFault>();
  const left = found.filter((difference) => {
    const fault = surveyCoreFaults.find((one) => one.explains(difference, questionnaire, answers));
    if (fault) explained.add(fault);
    return fault === undefined;
  });
  return { left, explained: left.length === 0 ? [...explained] : [] };
}
