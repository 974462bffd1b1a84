import type { Step } from "../../expressions/index.ts";
import { absent, joinedName, lastOfName, within } from "./lookup.ts";
import type { Place } from "./standing.ts";
import type { SurveyRun } from "./survey.ts";

/**
 * What a name means where an expression stands: in the question itself, in its row or entry, in the matrix or dynamic
 * panel around, and so on outwards, at last in the survey.
 *
 * @source survey-core 3.0.0, ValueGetter.getValueInfoCore and the getter contexts
 */
export function find(place: Place, steps: readonly Step[]): unknown {
  const { self, entry } = place;
  if (self) {
    const own = self.lookUp(steps, 0, -1);
    if (own !== absent) return own;
  }
  for (let around = entry; around; around = around.owner.entry) {
    const inside = around.lookUp(steps, 0, true);
    if (inside !== absent) return inside;
    const ofOwner = around.owner.lookUp(steps, 0, -1);
    if (ofOwner !== absent) return ofOwner;
  }
  return findInSurvey(place.run as SurveyRun, steps);
}

/** Variables, then questions by the key of their answers (the longest name first), then answers to no question. */
export function findInSurvey(run: SurveyRun, steps: readonly Step[]): unknown {
  const variable = variableIn(run.variables, steps);
  if (variable !== absent) return variable;
  for (let end = lastOfName(steps, 0); end >= 0; end -= 1) {
    const question = run.questionByValueName(joinedName(steps, 0, end));
    if (!question) continue;
    const value = question.lookUp(steps, end + 1, steps[end]?.index ?? -1);
    if (value !== absent) return value;
    break;
  }
  return run.lookUpAnswers(steps);
}

/** Variables stand under their names in lower case. */
function variableIn(variables: ReadonlyMap<string, unknown>, steps: readonly Step[]): unknown {
  if (variables.size === 0) return absent;
  const first = steps[0]?.name.toLowerCase() ?? "";
  if (steps.length === 1 && steps[0]?.index === undefined)
    return first === "" || variables.get(first) === undefined ? absent : variables.get(first);
  for (const name of variables.keys()) if (name.startsWith(first)) return within(variables, steps, 0);
  return absent;
}
