import type { Check, PlanFinding } from "../check.ts";
import type { QuestionError } from "../questions/shapes.ts";
import { given } from "./given.ts";
import { tellOddities } from "./oddities.ts";
import { Panel } from "./panel.ts";
import { Question } from "./question.ts";
import { commentSuffix, type SurveyRun, totalSuffix } from "./survey.ts";
import { copyOf } from "./values.ts";

/** Answers by item name, as SurveyJS writes them. */
export type Answers = Readonly<Record<string, unknown>>;

/** Judges answers in a run that is loaded: see `Check`. */
export function checkAnswers(run: SurveyRun, answers: Answers, now: Date): Check {
  const taken = given(answers, run.removals);
  run.now = now;
  run.setData(taken);
  makeRows(run);
  const isValid = validate(run);
  const asked = new Asked();
  for (const page of run.pages) if (page.isVisible) asked.panel(page, "");
  tellOddities(run, taken);
  complete(run);
  clearIncorrectValues(run);
  const cleaned = Object.fromEntries(run.data());
  return {
    valid: isValid,
    asked: asked.paths,
    findings: asked.findings,
    cleaned,
    calculated: Object.fromEntries(
      run.calculatedValues.map(({ spec }) => [spec.name, copyOf(run.getVariable(spec.name))]),
    ),
    removed: run.removals.list(),
  };
}

/** Rows and entries come into being when they are looked at, as on screen. */
function makeRows({ questions }: SurveyRun): void {
  for (const question of questions)
    if (question.parts !== Question.prototype.parts && question.isVisibleInSurvey)
      new Asked().question(question);
}

function validate(run: SurveyRun): boolean {
  let isValid = true;
  run.isValidating = true;
  // which pages are judged is settled before judging: a code that goes may hide one
  const pages = run.pages.filter((page) => page.isVisible && !page.isStartPage);
  for (const page of pages) isValid = page.validate() && isValid;
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
  const unknown = [...data.keys()].filter((name) => !isKnown(run, name));
  if (unknown.length === 0) return;
  for (const name of unknown) data.delete(name);
  run.setData(data);
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

/** Paths and objections of everything that is visible together with all that it stands in, in questionnaire order. */
class Asked {
  readonly paths: string[] = [];
  readonly findings: PlanFinding[] = [];

  panel(panel: Panel, prefix: string): void {
    if (panel.name !== "" && panel.errors.length > 0) this.note(prefix + panel.name, panel.errors);
    for (const element of panel.elements) {
      if (!element.isVisible) continue;
      if (element instanceof Panel) this.panel(element, prefix);
      else this.question(element);
    }
  }
  question(question: Question): void {
    const { answerPath } = question;
    this.paths.push(answerPath);
    if (question.errors.length > 0) this.note(answerPath, question.errors);
    if (question.parts === Question.prototype.parts) return;
    for (const inside of question.parts()) {
      if (inside instanceof Panel) this.panel(inside, inside.home.prefix);
      else this.question(inside);
    }
  }
  private note(path: string, errors: readonly QuestionError[]): void {
    for (const { kind, message } of errors) this.findings.push({ path, kind, message });
  }
}
