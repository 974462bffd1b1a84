import type { Step } from "../../expressions/index.ts";
import type { SurveySettings } from "../questions/shapes.ts";
import { Directory } from "./directory.ts";
import { absent, within } from "./lookup.ts";
import type { Panel } from "./panel.ts";
import type { Question } from "./question.ts";
import type { Removals } from "./removals.ts";
import { Rounds } from "./rounds.ts";
import type { DataOwner, QuestionRun } from "./standing.ts";
import { areEqual, areSame, copyOf, isBlank, isEmptyValue, isPlainObject, toTheLetter } from "./values.ts";

/** The endings of keys beside the answers: what was typed beside a choice, the sums under a matrix. */
export const commentSuffix = "-Comment";
export const totalSuffix = "-total";

const unwrapped = "-unwrapped";

/**
 * The survey while one response is checked: keeps the answers and runs conditions, triggers and calculations until
 * nothing changes any more, as often and in the order in which survey-core does.
 */
export class SurveyRun extends Rounds implements QuestionRun, DataOwner {
  readonly removals: Removals;
  /** All questions outside of rows and entries, in questionnaire order. */
  questions: readonly Question[] = [];
  /** By the key of the answer. */
  byValueName: Directory;
  answers = new Map<string, unknown>();
  /** By name in lower case. */
  readonly variables = new Map<string, unknown>();

  isSettingData = false;
  isValidating = false;
  isOnValueChanged = false;
  /** Whether anything has asked what time it is. */
  hasReadClock = false;
  private clock = new Date(0);
  private currentPage: Panel | undefined;
  private readonly pending = new Set<string>();

  constructor(survey: SurveySettings, removals: Removals) {
    super(survey);
    this.removals = removals;
    this.byValueName = new Directory([]);
  }

  get now(): Date {
    this.hasReadClock = true;
    return this.clock;
  }
  set now(now: Date) {
    this.clock = now;
  }

  get isChangingByDefault(): boolean {
    return false;
  }

  // Loading and answers ---------------------------------------------------------------------------------------------

  /** Finds all questions by their names; a name means the first that bears it. */
  register(): void {
    this.questions = this.pages.flatMap(({ questions }) => questions);
    this.byValueName = new Directory(this.questions);
    this.listeners = this.questions.filter(({ listens }) => listens);
    this.triggered = this.questions.filter(({ hasTriggers }) => hasTriggers);
  }

  /** What survey-core does when it has read a definition and no answers are in yet. */
  load(now: Date): void {
    this.now = now;
    this.phase = "processing";
    for (const page of this.pages) page.onSurveyLoad();
    this.phase = "conditions";
    this.runConditions();
    this.notifyElements("");
    this.phase = "ready";
    if (this.pages[0]?.isStartPage) this.pages[0].onFirstRendering();
    this.updateCurrentPage();
  }

  /** The page on screen: the first that is visible, until it is not. Lists on it come into being. */
  updateCurrentPage(): void {
    if (this.phase === "loading" || this.phase === "processing" || this.isShown(this.currentPage)) return;
    this.currentPage = this.pages.find((page) => this.isShown(page));
    this.currentPage?.onFirstRendering();
  }
  private isShown(page: Panel | undefined): boolean {
    return page?.isVisible === true && !page.isStartPage;
  }

  /** `m.data = answers` */
  setData(answers: ReadonlyMap<string, unknown>): void {
    this.answers = new Map();
    for (const [name, value] of answers) this.answers.set(name.trim(), value);
    this.isSettingData = true;
    this.updateAllQuestions();
    for (const question of this.questions)
      if (question.followsSurveyValue) question.onSurveyValueChanged(this.answers.get(question.valueName));
    this.notifyElements("");
    this.isSettingData = false;
    this.runConditions();
    this.updateAllQuestions();
  }
  private updateAllQuestions(): void {
    for (const question of this.questions) {
      if (question.isHeldIn(this.answers)) continue;
      const { valueName } = question;
      question.updateValueFromSurvey(this.getValue(valueName));
      if (question.requireUpdateCommentValue) question.updateCommentFromSurvey(this.getComment(valueName));
    }
  }

  /** `m.data`: the answers, with the calculated values that belong to them. */
  data(): Map<string, unknown> {
    const data = new Map<string, unknown>();
    for (const [name, value] of this.answers) if (value !== undefined) data.set(name, value);
    for (const { spec } of this.calculatedValues) {
      const value = this.getVariable(spec.name);
      if (spec.includeIntoResult && value !== undefined) data.set(spec.name, copyOf(value));
    }
    return data;
  }

  getValue(name: string): unknown {
    return copyOf(this.answers.get(name));
  }
  setValue(name: string, value: unknown, questionName: string): void {
    if (isSameAnswer(this.answers.get(name), value)) return;
    const before = this.answers.get(name);
    const after = copyOf(value);
    if (isEmptyValue(value)) this.answers.delete(name);
    else this.answers.set(name, copyOf(value));
    this.updateQuestions(name, after);
    if (!isEmptiedObject(after, before) && areEqual(after, before, toTheLetter)) return;
    this.pending.add(name);
    this.changed(name, after, before);
    if (!this.pending.has(name)) return;
    for (const question of this.byValueName.get(name) ?? []) {
      this.judgeAgain(question);
      question.onSurveyValueChanged(after);
    }
    this.notifyElements(name, questionName);
    this.pending.delete(name);
  }
  /** Codes that do not exist go while answers are judged: what was objected to before is looked at once more. */
  private judgeAgain(question: Question): void {
    if (!this.isValidating || !question.hasAnyErrors()) return;
    const before = this.isOnValueChanged;
    this.isOnValueChanged = true;
    question.validate();
    this.isOnValueChanged = before;
  }
  private updateQuestions(name: string, value: unknown): void {
    for (const question of this.byValueName.get(name) ?? [])
      if (!areSame(question.value, value)) question.updateValueFromSurvey(value);
  }

  getComment(name: string): unknown {
    return this.getValue(name + commentSuffix) || "";
  }
  setComment(name: string, given: unknown): void {
    const comment = given || "";
    const before = this.getComment(name);
    if (areSame(comment, before)) return;
    const key = name + commentSuffix;
    if (isBlank(comment)) this.answers.delete(key);
    else this.answers.set(key, comment);
    const questions = this.byValueName.get(name) ?? [];
    for (const question of questions) question.updateCommentFromSurvey(comment);
    if (!areEqual(comment, before, toTheLetter)) this.changed(key, comment, before, name);
    const [first] = questions;
    if (first) first.comment = comment;
  }

  // Variables -------------------------------------------------------------------------------------------------------

  getVariable(name: string): unknown {
    return this.variables.get(name.toLowerCase());
  }
  setVariable(name: string, value: unknown): void {
    const before = this.getVariable(name);
    this.answers.delete(name);
    const key = name.toLowerCase();
    this.variables.set(key, value);
    this.notifyElements(key);
    if (!areEqual(before, value)) this.changed(key, value, before);
  }

  // Questions -------------------------------------------------------------------------------------------------------

  hasVisibleTwin(question: Question): boolean {
    if (!this.isShared(question.valueName) || question.home.parentQuestion) return false;
    const twins = this.byValueName.get(question.valueName) ?? [];
    return twins.some((twin) => twin !== question && twin.isVisible && twin.isParentVisible);
  }
  isShared(valueName: string): boolean {
    return this.byValueName.isShared(valueName);
  }
  /** The first question that keeps its answer under a name, if need be in another case. */
  questionByValueName(name: string): Question | undefined {
    const exact = this.byValueName.get(name)?.[0] ?? this.byValueName.inAnyCase(name);
    if (exact || !name.endsWith(unwrapped)) return exact;
    return this.questionByValueName(name.slice(0, -unwrapped.length));
  }
  /** Whose answer a trigger means by a name. */
  target(name: string): Question | undefined {
    return this.questionByValueName(name);
  }
  questionByName(name: string): Question | undefined {
    return this.byValueName.named(name);
  }
  removed(question: Question, reason: Parameters<QuestionRun["removed"]>[1], path?: string): void {
    this.removals.add(path ?? question.answerPath, reason);
  }
  /** Names that are no questions: variables were looked at before. */
  lookUpAnswers(steps: readonly Step[]): unknown {
    const first = steps[0]?.name ?? "";
    if (steps.length === 1 && steps[0]?.index === undefined) {
      const exact = this.answers.get(first);
      if (exact !== undefined) return exact;
      const folded = first.toLowerCase();
      for (const [name, value] of this.answers) if (name.toLowerCase() === folded) return value ?? absent;
      return absent;
    }
    return within(this.answers, steps, 0);
  }
}

function isNothing(answer: unknown): boolean {
  return answer === undefined || answer === null || answer === "";
}

/** A list that was emptied where an object without properties stood: the two are no answers, but not the same. */
function isEmptiedObject(after: unknown, before: unknown): boolean {
  return Array.isArray(after) && isPlainObject(before);
}

function isSameAnswer(old: unknown, value: unknown): boolean {
  if (isNothing(old) || isNothing(value)) return isNothing(old) && isNothing(value);
  return areSame(value, old);
}
