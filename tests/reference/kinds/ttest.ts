import { tTest } from "@tiltas/analysis/estimation";
import { modelVariable, outcomeOf } from "../model-variables.ts";
import { argument, callOf, formulaOf, textOf } from "../r-language/formula.ts";
import type { Expression } from "../r-language/parse.ts";
import { counts } from "./estimates.ts";
import type { AnswerCase, CaseContext } from "./kind.ts";
import { degreesOfFreedomIn, sampleIn } from "./sample-in.ts";

/** t tests of a mean against zero, or of two groups. */
export const answer: AnswerCase = (context) => {
  const { one, data, within } = context;
  const { outcome, group } = comparedIn(context);
  const removed = argument(callOf(one.r_call, ["svyttest"]), "na.rm");
  const remove = one.call.options.na_rm === true || (removed && textOf(removed) === "TRUE");
  const found = tTest(sampleIn(context), outcomeOf(outcome, data), {
    ...(group ? { group: modelVariable(group, data) } : {}),
    ...(within ? { within } : {}),
    missing: remove ? "remove" : "keep",
  });
  if (found.statistic === null && found.reason !== "missing-kept")
    return { error: true, reason: found.explanation ?? found.reason };
  return {
    statistic: found.statistic,
    statistic_name: "t",
    parameter: { df: found.degreesOfFreedom },
    p_value: found.pValue,
    estimate: found.value,
    conf_int: found.interval ? [found.interval.low, found.interval.high] : [null, null],
    df: degreesOfFreedomIn(context),
    ...counts(context),
  };
};

function comparedIn({ one: { r_call, call } }: CaseContext): { outcome: Expression; group?: Expression } {
  const written = argument(callOf(r_call, ["svyttest"]), "formula");
  const { left, terms } = written ? formulaOf(written) : { left: undefined, terms: [] };
  const name = (text: unknown): Expression | undefined =>
    typeof text === "string" ? { is: "name", name: text } : undefined;
  const outcome = left ?? name(call.options.outcome ?? call.variables[0]);
  const group = written ? terms[0]?.[0] : name(call.options.group ?? call.variables[1]);
  if (!outcome) throw new Error("The case does not say what is tested.");
  return { outcome, ...(group ? { group } : {}) };
}
