import { Question } from "./question.ts";
import { commentSuffix, type SurveyRun, totalSuffix } from "./survey.ts";

/** Longest text in code points that any answer may hold, whatever its item says. */
const longestText = 20_000;

/** Says what in the answers counts for nothing or could not have been given: survey-core is silent about most of it. */
export function tellOddities(run: SurveyRun, answers: ReadonlyMap<string, unknown>): void {
  for (const [name, value] of answers) {
    if (value === undefined || value === null) continue;
    const questions = questionsOf(run, name);
    if (questions === undefined) run.removals.add(name.slice(0, 100), "unknown-item");
    else if (questions.length > 0) tellAnswer(run, name, value, questions);
  }
}

function tellAnswer(run: SurveyRun, name: string, value: unknown, questions: readonly Question[]): void {
  const asked = questions.find((question) => question.isVisibleInSurvey);
  const [first] = questions;
  const isAnswer = first?.valueName === name;
  const path = isAnswer ? first.answerPath : name;
  if (!asked) run.removals.add(path, "not-asked");
  else if (isAnswer) tellEach(asked, questions, value);
  else if (typeof value !== "string") run.removals.add(path, "wrong-type");
  if (isTooLong(value)) run.removals.add(path, "too-long");
}

/** Of questions that share an answer the first that is asked tells, and each that keeps only parts of it. */
function tellEach(first: Question, questions: readonly Question[], value: unknown): void {
  for (const question of questions) {
    const keepsParts = question.parts !== Question.prototype.parts && question.isVisibleInSurvey;
    if (question === first || keepsParts) question.tellOddities(value);
  }
}

/** Questions that an answer belongs to; none for what survey-core adds itself; undefined for what belongs to none. */
function questionsOf(run: SurveyRun, name: string): readonly Question[] | undefined {
  const own = run.byValueName.get(name);
  if (own) return own;
  for (const suffix of [commentSuffix, totalSuffix]) {
    const base = name.endsWith(suffix) ? run.byValueName.get(name.slice(0, -suffix.length)) : undefined;
    if (base) return suffix === totalSuffix ? [] : base;
  }
  return run.calculatedValues.some(({ spec }) => spec.name === name) ? [] : undefined;
}

/** Texts may hide anywhere in an answer. */
function isTooLong(value: unknown): boolean {
  if (typeof value === "string") return value.length > longestText && [...value].length > longestText;
  if (typeof value !== "object" || value === null) return false;
  return Array.isArray(value) ? value.some(isTooLong) : Object.values(value).some(isTooLong);
}
