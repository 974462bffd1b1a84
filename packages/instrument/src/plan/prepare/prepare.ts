import { referenceOf } from "../../expressions/index.ts";
import type { Check } from "../check.ts";
import type { Answers } from "../run/check.ts";
import { absent } from "../run/lookup.ts";
import { findInSurvey } from "../run/names.ts";
import { Removals } from "../run/removals.ts";
import { type Reusable, reusable } from "../run/reusable.ts";
import {
  LiveCalculatedValue,
  LiveTrigger,
  type PreparedCalculatedValue,
  type PreparedTrigger,
} from "../run/routing.ts";
import type { Place } from "../run/standing.ts";
import { SurveyRun } from "../run/survey.ts";
import { settledCheck } from "../settled/settle.ts";
import type { Plan, TriggerSpec } from "../specs.ts";
import { Binder } from "./binder.ts";
import { ElementPreparer } from "./elements.ts";
import { SurveyNames } from "./names.ts";
import type { Surroundings } from "./reading.ts";

/** A plan ready to check responses, one after the other. */
export interface PreparedPlan {
  /** Judges the answers of one response as survey-core 3.0.0 would with a fresh model at that time. */
  check(answers: Answers, options: { readonly now: Date }): Check;
}

/**
 * Binds a plan, also one that was stored as JSON; the same plan gives the same checks for ever. Settled answers are judged
 * in one look, all others by the life of a model.
 */
export function preparePlan(plan: Plan): PreparedPlan {
  const live = prepareLife(plan);
  let settled: ReturnType<typeof settledCheck> | "not yet" = "not yet";
  return {
    check: (answers, options) => {
      if (settled === "not yet") settled = settledCheck(plan);
      return settled?.(answers, options.now) ?? live.check(answers, options);
    },
  };
}

/** The same, with every response going through the whole life of a model: slower by far, and the judge of the short way. */
export function prepareLife(plan: Plan): PreparedPlan {
  const make = prepareSurvey(plan);
  let free: Reusable | undefined;
  return {
    check: (answers, { now }) => {
      const used = free ?? reusable(make, now);
      free = undefined;
      const check = used.check(answers, now);
      free = used;
      return check;
    },
  };
}

function prepareSurvey(plan: Plan): () => SurveyRun {
  const names = new SurveyNames(plan);
  const binder = new Binder();
  const elements = new ElementPreparer(plan, names, binder);
  const pages = plan.pages.map((page) => elements.panel(page, undefined));
  const here: Surroundings = { names, self: undefined, around: undefined };
  const calculated = plan.calculatedValues.map(
    (spec): PreparedCalculatedValue => ({
      spec,
      expression: binder.bind(spec.expression, here),
      reads: binder.reads(spec.expression),
    }),
  );
  const triggers = plan.triggers.map((spec) => prepareTrigger(spec, binder, here));
  return () => {
    const run = new SurveyRun(plan.survey, new Removals());
    const place = { run, entry: undefined, self: undefined };
    const hasStart = plan.firstPageIsStartPage && pages.length > 1;
    const setting = { data: run, parentQuestion: undefined, prefix: "" };
    run.pages = pages.map((makePage, i) =>
      makePage(
        {
          run,
          parent: undefined,
          entry: undefined,
          isStartPage: hasStart && i === 0,
          isPanel: false,
          prefix: "",
        },
        setting,
      ),
    );
    run.calculatedValues = calculated.map((value) => new LiveCalculatedValue(value, place));
    run.triggers = triggers.map((trigger) => new LiveTrigger(trigger, place));
    run.register();
    return run;
  };
}

function prepareTrigger(spec: TriggerSpec, binder: Binder, here: Surroundings): PreparedTrigger {
  const bind = (text: string | undefined) => (text === undefined ? undefined : binder.bind(text, here));
  const from = spec.fromName ? [spec.fromName] : [];
  return {
    spec,
    expression: bind(spec.expression),
    dependence: binder.dependence(spec.expression, ...from),
    runExpression: bind(spec.runExpression),
    from: spec.fromName ? reader(spec.fromName) : undefined,
    fromWords: spec.fromName ? wordsReader(spec.fromName) : undefined,
  };
}

function reader(name: string): (place: Place) => unknown {
  const { path } = referenceOf(name);
  return ({ run }) => findInSurvey(run as SurveyRun, path);
}

function wordsReader(name: string): (place: Place) => unknown {
  const read = reader(name);
  return (place) => {
    const question = (place.run as SurveyRun).questionByValueName(name);
    const value = read(place);
    return value === absent || !question ? value : question.displayValue(value);
  };
}
