import type { Check, PlanFinding } from "../check.ts";
import type { QuestionError } from "../questions/shapes.ts";
import { given } from "./given.ts";
import { tellOddities } from "./oddities.ts";
import { Panel } from "./panel.ts";
import { Question } from "./question.ts";
import { commentSuffix, type SurveyRun, totalSuffix } from "./survey.ts";
import { copyOf, setOwn } from "./values.ts";

/** Answers by item name, as SurveyJS writes them. */
export type Answers = Readonly<Record<string, unknown>>;

/** Judges answers in a run that is loaded: see `Check`. */
export function checkAnswers(run: SurveyRun, answers: Answers): Check {
  const taken = given(answers, run.removals);
  run.setData(taken);
  makeRows(run);
  const isValid = validate(run);
  const asked: string[] = [];
  const findings: PlanFinding[] = [];
  for (const { path, question, errors } of askedIn(run)) {
    if (question) asked.push(path);
    for (const { kind, message } of errors) findings.push({ path, kind, message });
  }
  tellOddities(run, taken);
  complete(run);
  clearIncorrectValues(run);
  const cleaned = asRecord(run.data());
  return {
    valid: isValid,
    asked,
    findings,
    cleaned,
    calculated: asRecord(
      new Map(run.calculatedValues.map(({ spec }) => [spec.name, copyOf(run.getVariable(spec.name))])),
    ),
    removed: run.removals.list(),
  };
}

/** Rows and entries come into being when they are looked at, as on screen. */
function makeRows({ questions }: SurveyRun): void {
  for (const question of questions)
    if (question.parts !== Question.prototype.parts && question.isVisibleInSurvey)
      for (const _ of askedOf(question));
}

function validate(run: SurveyRun): boolean {
  let isValid = true;
  run.isValidating = true;
  for (const page of run.pages) if (page.isVisible && !page.isStartPage) isValid = page.validate() && isValid;
  run.isValidating = false;
  return isValid;
}

/** `m.doComplete()` */
function complete(run: SurveyRun): void {
  run.isCompleted = true;
  for (const question of run.questions) question.clearUnusedValues();
  const reason = run.survey.clearInvisibleValues === "none" ? "none" : "onComplete";
  for (const question of run.questions) question.clearValueIfInvisible(reason);
}

/** `m.clearIncorrectValues(true)` */
function clearIncorrectValues(run: SurveyRun): void {
  for (const page of run.pages) page.clearIncorrectValues();
  const data = run.data();
  let hasUnknown = false;
  for (const name of [...data.keys()]) {
    if (isKnown(run, name)) continue;
    data.delete(name);
    hasUnknown = true;
  }
  if (hasUnknown) run.setData(data);
}

function isKnown(run: SurveyRun, name: string): boolean {
  if (run.byValueName.has(name)) return true;
  for (const suffix of [commentSuffix, totalSuffix])
    if (
      name.indexOf(suffix) === name.length - suffix.length &&
      run.byValueName.has(name.slice(0, name.indexOf(suffix)))
    )
      return true;
  return run.calculatedValues.some(({ spec }) => spec.name === name && spec.includeIntoResult);
}

function asRecord(values: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [name, value] of values) setOwn(record, name, value);
  return record;
}

interface AskedElement {
  readonly path: string;
  /** Absent for pages and panels. */
  readonly question: Question | undefined;
  readonly errors: readonly QuestionError[];
}

/** Everything that is visible together with all that it stands in, in questionnaire order. */
function* askedIn({ pages }: SurveyRun): Generator<AskedElement> {
  for (const page of pages) if (page.isVisible) yield* askedOn(page, "");
}

export function* askedOn(panel: Panel, prefix: string): Generator<AskedElement> {
  if (panel.name !== "") yield { path: prefix + panel.name, question: undefined, errors: panel.errors };
  for (const element of panel.elements) {
    if (!element.isVisible) continue;
    if (element instanceof Panel) yield* askedOn(element, prefix);
    else yield* askedOf(element);
  }
}

function* askedOf(question: Question): Generator<AskedElement> {
  yield { path: question.answerPath, question, errors: question.errors };
  for (const inside of question.parts()) {
    if (inside instanceof Panel) yield* askedOn(inside, inside.home.prefix);
    else yield* askedOf(inside);
  }
}
