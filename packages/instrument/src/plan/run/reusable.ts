import type { Check } from "../check.ts";
import { Beginning } from "./beginning.ts";
import { type Answers, checkAnswers } from "./check.ts";
import type { SurveyRun } from "./survey.ts";

/** A run that judges one response after the other, each as if it were the first. */
export interface Reusable {
  check(answers: Answers, now: Date): Check;
}

/** What loading does is the same for every response unless it looks at the clock: then it is done each time. */
export function reusable(make: () => SurveyRun, now: Date): Reusable {
  const [run, twin] = [make(), make()];
  twin.load(now);
  const isTimed = twin.hasReadClock;
  if (!isTimed) run.load(now);
  const beginning = new Beginning(run, isTimed ? make() : twin);
  return {
    check: (answers, time) => {
      if (isTimed) run.load(time);
      const check = checkAnswers(run, answers, time);
      beginning.restore();
      return check;
    },
  };
}
