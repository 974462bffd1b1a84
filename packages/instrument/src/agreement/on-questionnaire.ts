import { isObject } from "../definition/json.ts";
import { compilePlan, preparePlan } from "../plan/index.ts";
import { type Agreement, type AgreeOptions, agree, type Compiled } from "./agree.ts";

/** Compiles a questionnaire and drives plan and survey-core with the same answers; refused ones are not driven. */
export function agreeOn(questionnaire: unknown, options: AgreeOptions): Agreement {
  const compiled = compiledFrom(questionnaire);
  const runs = compiled.check === undefined ? 0 : options.runs;
  return agree(isObject(questionnaire) ? questionnaire : {}, compiled, { ...options, runs });
}

/** A plan on trial. A compiler that breaks shows in every run. */
function compiledFrom(questionnaire: unknown): Compiled {
  try {
    const { plan, refusals } = compilePlan(questionnaire);
    if (plan === undefined) return { check: undefined, refusals };
    const prepared = preparePlan(plan);
    return { check: (answers, options) => prepared.check(answers, options), refusals };
  } catch (error) {
    const check = () => {
      throw error;
    };
    return { check, refusals: [] };
  }
}
