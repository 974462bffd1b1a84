import { isObject } from "../definition/json.ts";
import { compilePlan, preparePlan } from "../plan/index.ts";
import { type Agreement, type AgreeOptions, agree, type Compiled } from "./agree.ts";

/** Compiles a questionnaire and drives plan and survey-core with the same answers; refused ones are not driven. */
export function agreeOn(questionnaire: unknown, options: AgreeOptions): Agreement {
  const compiled = compiledFrom(questionnaire);
  if (compiled.check === undefined) return untried(compiled.refusals);
  return agree(isObject(questionnaire) ? questionnaire : {}, compiled, options);
}

/** A plan on trial. A compiler that breaks shows in every run. */
function compiledFrom(questionnaire: unknown): Compiled {
  try {
    const { plan, refusals, notices } = compilePlan(questionnaire);
    if (plan === undefined) return { check: undefined, refusals };
    const prepared = preparePlan(plan);
    const passedOver = notices.filter(({ severe }) => severe);
    return { check: (answers, options) => prepared.check(answers, options), refusals, passedOver };
  } catch (error) {
    const check = () => {
      throw error;
    };
    return { check, refusals: [] };
  }
}

function untried(refusals: Compiled["refusals"]): Agreement {
  const none = { seen: 0, of: 0 };
  const coverage = { conditions: none, rules: none, missing: [], unreachable: [] };
  const nothing = { runs: 0, disagreeingRuns: 0, disagreements: [], failures: [], faults: {} };
  return { compiled: false, refusals, passedOver: [], ...nothing, coverage };
}
