import type { Expression } from "../questions/shapes.ts";
import type { CalculatedValueSpec, TriggerSpec } from "../specs.ts";
import { type Changes, concern } from "./changes.ts";
import { absent } from "./lookup.ts";
import type { Dependence, Place } from "./standing.ts";
import type { SurveyRun } from "./survey.ts";
import { areEqual, asAnswer, copyOf } from "./values.ts";

export interface PreparedCalculatedValue {
  readonly spec: CalculatedValueSpec;
  readonly expression: Expression;
  /** Names it reads, as written. */
  readonly reads: readonly string[];
}

/** A named expression of the survey while one response is checked. */
export class LiveCalculatedValue {
  readonly spec: CalculatedValueSpec;
  isCalculated = false;
  private isRunning = false;
  private readonly prepared: PreparedCalculatedValue;
  private readonly place: Place & { readonly run: SurveyRun };

  constructor(prepared: PreparedCalculatedValue, place: Place & { readonly run: SurveyRun }) {
    this.prepared = prepared;
    this.spec = prepared.spec;
    this.place = place;
  }

  /** Calculates those it reads first, then itself. */
  calculate(all: readonly LiveCalculatedValue[]): void {
    if (this.isCalculated) return;
    if (!this.isRunning) {
      this.isRunning = true;
      for (const other of all)
        if (other !== this && this.prepared.reads.includes(other.spec.name)) other.calculate(all);
      const { run } = this.place;
      const value = this.prepared.expression.value(this.place);
      const same = areEqual(value, run.getVariable(this.spec.name), {
        caseSensitive: true,
        trimStrings: false,
      });
      if (!same) run.setVariable(this.spec.name, value);
      this.isRunning = false;
    }
    this.isCalculated = true;
  }
}

export interface PreparedTrigger {
  readonly spec: TriggerSpec;
  readonly expression: Expression | undefined;
  readonly dependence: Dependence;
  readonly runExpression: Expression | undefined;
  /** Reads the answer of `fromName`; `absent` where there is nothing of that name. */
  readonly from: ((place: Place) => unknown) | undefined;
  /** The words of the answer of `fromName`. */
  readonly fromWords: ((place: Place) => unknown) | undefined;
}

/** A trigger of the survey while one response is checked. */
export class LiveTrigger {
  private readonly prepared: PreparedTrigger;
  private readonly place: Place & { readonly run: SurveyRun };
  private isRunning = false;

  constructor(prepared: PreparedTrigger, place: Place & { readonly run: SurveyRun }) {
    this.prepared = prepared;
    this.place = place;
  }

  check(changes: Changes): void {
    const { spec, expression, dependence } = this.prepared;
    if (spec.type === "skip" || spec.type === "complete" || !this.canRunOn(changes)) return;
    if (!expression) {
      if (spec.type === "copyvalue" && concern(changes, dependence) !== "") this.succeed();
      return;
    }
    if (this.isRunning || concern(changes, dependence) === "") return;
    this.isRunning = true;
    if (expression.value(this.place) === true) this.succeed();
    else if (spec.type === "visible") this.show(false);
    this.isRunning = false;
  }

  /** A trigger that sets an answer is not started by that answer. */
  private canRunOn(changes: Changes): boolean {
    const { type, setToName, fromName } = this.prepared.spec;
    if (type === "setvalue" && !setToName) return false;
    if (type === "copyvalue" && (!setToName || !fromName)) return false;
    if (type !== "setvalue" && type !== "copyvalue") return true;
    return !(changes.size === 1 && changes.has(setToName ?? ""));
  }

  private succeed(): void {
    const { spec, runExpression, from, fromWords } = this.prepared;
    switch (spec.type) {
      case "visible":
        return void this.show(true);
      case "setvalue":
        return void this.set(copyOf(spec.setValue), spec.isVariable === true);
      case "copyvalue": {
        const value = (spec.copyDisplayValue ? fromWords : from)?.(this.place);
        if (value !== absent) this.set(copyOf(value), false);
        return;
      }
      case "runexpression": {
        if (!runExpression) return;
        const value = runExpression.value(this.place);
        if (spec.setToName && value !== undefined) this.set(asAnswer(value), false);
        return;
      }
      default:
    }
  }

  private set(value: unknown, isVariable: boolean): void {
    const name = this.prepared.spec.setToName ?? "";
    const { run } = this.place;
    if (name === "") return;
    if (isVariable) return void run.setVariable(name, value);
    const target = run.target(name);
    if (target) target.value = value;
    else if (!name.includes(".")) run.setValue(name, value, name);
  }

  private show(visible: boolean): void {
    const { pages = [], questions = [] } = this.prepared.spec;
    const { run } = this.place;
    for (const page of run.pages) if (pages.includes(page.name)) page.setVisible(visible);
    for (const name of questions) run.questionByName(name)?.setVisible(visible);
  }
}
