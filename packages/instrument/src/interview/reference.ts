import { type SurveyError, SurveyModel } from "survey-core";
import type { JsonObject } from "../definition/json.ts";
import type { Check, PlanFinding } from "../plan/check.ts";
import { type AskedElement, askedIn } from "./asked.ts";
import { findingOf } from "./findings.ts";
import { type MarkedQuestionnaire, markTexts } from "./marks.ts";
import { type Witness, witnessed } from "./rulings.ts";
import { inStillness } from "./stillness.ts";

/** What survey-core 3.0.0 says of answers, or that it broke on them. */
export type ReferenceCheck = ReferenceVerdict | ReferenceFailure;

export interface ReferenceVerdict extends Omit<Check, "removed"> {
  readonly threw?: undefined;
  readonly seen: Seen;
}

export interface ReferenceFailure {
  /** survey-core's own words, in one line, without what it quotes. */
  readonly threw: string;
}

/** Outcomes of one check, for counting what has been tried. */
export interface Seen {
  /** By the text of the expression. */
  readonly conditions: ReadonlyMap<string, ReadonlySet<boolean>>;
  /** By place of the validator's text, such as `pages[0].elements[1].validators[0].text`; true: an answer passed. */
  readonly rules: ReadonlyMap<string, ReadonlySet<boolean>>;
}

/** A questionnaire made ready to be checked many times, each time with a fresh model. */
export interface Reference {
  check(answers: Readonly<Record<string, unknown>>, options: { readonly now: Date }): ReferenceCheck;
}

/** Checks answers with survey-core as a fresh respondent's device would: the judge of every plan. */
export function checkWithSurveyCore(
  questionnaire: JsonObject,
  answers: Readonly<Record<string, unknown>>,
  options: { readonly now: Date },
): ReferenceCheck {
  return prepareReference(questionnaire).check(answers, options);
}

export function prepareReference(questionnaire: JsonObject): Reference {
  const marked = markTexts(questionnaire);
  return { check: (answers, { now }) => inStillness(now, () => checked(marked, answers)) };
}

function checked(marked: MarkedQuestionnaire, answers: Readonly<Record<string, unknown>>): ReferenceCheck {
  let model: SurveyModel | undefined;
  try {
    return witnessed((witness) => {
      model = new SurveyModel(structuredClone(marked.json));
      return judged(model, marked, answers, witness);
    });
  } catch (error) {
    const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return {
      threw: words
        .replaceAll(/'[^']*'/g, "'…'")
        .replaceAll(/\s+/g, " ")
        .slice(0, 300),
    };
  } finally {
    disposed(model);
  }
}

function judged(
  model: SurveyModel,
  marked: MarkedQuestionnaire,
  answers: Readonly<Record<string, unknown>>,
  witness: Witness,
): ReferenceVerdict {
  model.data = structuredClone(answers);
  for (const _ of askedIn(model)); // makes the rows of matrices, as showing them does
  const valid = model.validate(true, false);
  const elements = [...askedIn(model)];
  const asked = elements.flatMap(({ path, question }) => (question ? [path] : []));
  const findings = elements.flatMap((element) => findingsAt(element, marked, witness, model.locale));
  const rules = ruleOutcomes(elements, witness);
  model.doComplete();
  model.clearIncorrectValues(true);
  const cleaned = structuredClone(model.data);
  return {
    valid: valid !== false,
    asked,
    findings,
    cleaned,
    calculated: calculatedIn(model),
    seen: { conditions: witness.conditions, rules },
  };
}

/** Only what keeps a response from being valid: warnings, notes and hidden errors do not. */
function findingsAt(
  { path, question, panel }: AskedElement,
  marked: MarkedQuestionnaire,
  { rulings }: Witness,
  locale: string,
): PlanFinding[] {
  const errors: readonly SurveyError[] = question?.errors ?? panel?.errors ?? [];
  return errors
    .filter((error) => error.isError && error.visible)
    .map((error) => findingOf(error, path, marked, rulings.get(error), locale));
}

function calculatedIn(model: SurveyModel): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    model.calculatedValues
      .filter(({ name }) => name)
      .map(({ name, value }) => [name, structuredClone(value)]),
  );
}

/** Outcomes of validators as witnessed, of the rules without a validator as the questions show them. */
function ruleOutcomes(
  elements: readonly AskedElement[],
  { validators }: Witness,
): ReadonlyMap<string, ReadonlySet<boolean>> {
  const outcomes = new Map<string, Set<boolean>>();
  for (const [mark, seen] of validators) outcomes.set(mark, new Set(seen));
  const note = (mark: unknown, outcome: boolean) => {
    if (typeof mark === "string" && mark !== "")
      outcomes.set(mark, (outcomes.get(mark) ?? new Set()).add(outcome));
  };
  for (const { question, panel } of elements) {
    const element = question ?? panel;
    if (element === undefined) continue;
    const texts = new Set(element.errors.map((error: SurveyError) => error.text));
    if (element.isRequired) note(element.requiredErrorText, !texts.has(element.requiredErrorText));
    if (question && !question.isEmpty())
      for (const mark of [question.minErrorText, question.maxErrorText]) note(mark, !texts.has(mark));
  }
  return outcomes;
}

function disposed(model: SurveyModel | undefined): void {
  try {
    model?.dispose();
  } catch {
    // a model that broke in the middle cannot always be taken apart; it is left to the collector of memory
  }
}
