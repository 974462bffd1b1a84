import type { SurveySettings } from "../questions/shapes.ts";
import { Change, type Changes } from "./changes.ts";
import { beginningOf } from "./concern.ts";
import type { Panel } from "./panel.ts";
import type { Question } from "./question.ts";
import type { LiveCalculatedValue, LiveTrigger } from "./routing.ts";

/** settings.maxConditionRunCountOnValueChanged */
const mostRounds = 10;

/**
 * The rounds of conditions, calculated values and triggers after each change, as often and in the order in which
 * survey-core runs them, until nothing changes any more.
 */
export abstract class Rounds {
  readonly survey: SurveySettings;
  pages: readonly Panel[] = [];
  calculatedValues: readonly LiveCalculatedValue[] = [];
  triggers: readonly LiveTrigger[] = [];
  /** While a questionnaire is loaded, first nothing runs, then everything once. */
  phase: "loading" | "processing" | "conditions" | "ready" = "loading";
  isCompleted = false;
  changedNames: ReadonlySet<string> | undefined;
  /** Questions that do anything when told of changes, and those that set answers then. */
  protected listeners: readonly Question[] = [];
  protected triggered: readonly Question[] = [];
  private isRunningConditions = false;
  private isRunningOnChange = false;
  private hasChangedWhileRunning = false;
  private mustNotify = false;
  private rounds = 0;
  private questionKeys: Changes | undefined;
  private isTriggerRunning = false;
  private triggerKeys: Changes = new Map();

  constructor(survey: SurveySettings) {
    this.survey = survey;
  }

  abstract getValue(name: string): unknown;

  runConditions(): void {
    if (this.isCompleted || this.phase === "processing" || this.isRunningConditions) return;
    this.isRunningConditions = true;
    for (const calculated of this.calculatedValues) calculated.isCalculated = false;
    for (const calculated of this.calculatedValues) calculated.calculate(this.calculatedValues);
    const isFollowing = this.isRunningOnChange || this.rounds > 0;
    this.changedNames = isFollowing ? namesOf(this.questionKeys) : undefined;
    for (const page of this.pages) if (page.mustRun()) page.runCondition();
    this.changedNames = undefined;
    this.isRunningConditions = false;
    if (this.hasChangedWhileRunning && this.rounds < mostRounds) {
      this.hasChangedWhileRunning = false;
      this.rounds += 1;
      this.runConditions();
      return;
    }
    this.hasChangedWhileRunning = false;
    this.rounds = 0;
    if (this.mustNotify) {
      this.mustNotify = false;
      this.notifyElements("");
    }
    if (!this.isRunningOnChange) this.questionKeys = undefined;
  }

  protected changed(name: string, after: unknown, before: unknown, related?: string): void {
    const keys: Changes = new Map([[name, new Change(before, after)]]);
    if (related !== undefined) {
      const value = this.getValue(related);
      keys.set(related, new Change(value, value));
      this.questionKeys ??= new Map();
      this.questionKeys.set(related, value);
    }
    this.runConditionsOnChange(name, after);
    this.checkTriggers(keys);
  }
  private runConditionsOnChange(name: string, value: unknown): void {
    this.questionKeys ??= new Map();
    this.questionKeys.set(name, value);
    if (this.isRunningConditions) {
      this.hasChangedWhileRunning = true;
      return;
    }
    this.isRunningOnChange = true;
    this.runConditions();
    this.isRunningOnChange = false;
    if (!this.survey.readOnly)
      for (const question of this.triggered) question.runTriggers(name, value, this.questionKeys);
    this.questionKeys = undefined;
  }

  private checkTriggers(keys: Changes): void {
    if (this.isCompleted || this.triggers.length === 0 || this.survey.readOnly) return;
    if (this.isTriggerRunning) {
      for (const [name, change] of keys) this.triggerKeys.set(name, change);
      return;
    }
    this.isTriggerRunning = true;
    this.triggerKeys = keys;
    let seen = new Map(keys);
    for (let i = 0; i < 3; i += 1) {
      for (const trigger of this.triggers) trigger.check(this.triggerKeys);
      const fresh = newIn(this.triggerKeys, seen);
      if (fresh.size === 0) break;
      this.triggerKeys = fresh;
      seen = new Map(this.triggerKeys);
    }
    this.isTriggerRunning = false;
  }

  notifyElements(name: string, _questionName?: string): void {
    if (this.phase === "processing") return;
    if (this.isRunningConditions) {
      this.mustNotify = true;
      return;
    }
    for (const question of this.listeners) question.onAnyValueChanged(name);
  }
}

/** Changes that triggers have made since they were asked last. */
function newIn(changes: Changes, seen: Changes): Changes {
  return new Map([...changes].filter(([name, change]) => !seen.has(name) || seen.get(name) !== change));
}

function namesOf(changes: Changes | undefined): ReadonlySet<string> {
  return new Set([...(changes?.keys() ?? [])].map(beginningOf));
}
