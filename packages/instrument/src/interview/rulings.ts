import {
  AnswerCountValidator,
  ConditionRunner,
  ExpressionValidator,
  NumericValidator,
  type SurveyError,
  SurveyValidator,
  TextValidator,
  type ValidatorResult,
} from "survey-core";
import type { FindingKind } from "../plan/check.ts";

/** What a validator of the questionnaire said. */
export interface Ruling {
  readonly kind: FindingKind;
  /** survey-core's key for the words where the validator has none of its own. */
  readonly message: string;
}

/** What is seen while survey-core works: outcomes of conditions by their text, of validators by their mark. */
export interface Witness {
  readonly rulings: ReadonlyMap<SurveyError, Ruling>;
  /** Outcomes by the text of the expression, as survey-core got them with the answers in place. */
  readonly conditions: ReadonlyMap<string, ReadonlySet<boolean>>;
  /** By the validator's text; true: an answer passed it. */
  readonly validators: ReadonlyMap<string, ReadonlySet<boolean>>;
}

type Outcomes = Map<string, Set<boolean>>;

/** Does `work` and looks over survey-core's shoulder; its classes are as before afterwards. */
export function witnessed<Result>(work: (witness: Witness) => Result): Result {
  const rulings = new Map<SurveyError, Ruling>();
  const [conditions, validators]: [Outcomes, Outcomes] = [new Map(), new Map()];
  const restore = [
    watchConditions((text, outcome) => note(conditions, text, outcome)),
    ...[SurveyValidator.prototype, ExpressionValidator.prototype].map((prototype) =>
      watchValidators(prototype, (validator, value, error) => {
        if (error) rulings.set(error, rulingOf(validator, value, error));
        if (error || !isNothing(value)) note(validators, validator.text, error === undefined);
      }),
    ),
  ];
  try {
    return work({ rulings, conditions, validators });
  } finally {
    for (const undo of restore) undo();
  }
}

function note(outcomes: Outcomes, key: string, outcome: boolean): void {
  const known = outcomes.get(key);
  if (known) known.add(outcome);
  else outcomes.set(key, new Set([outcome]));
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

/** Conditions and expressions alike run through one method of the class above both. */
function watchConditions(see: (text: string, outcome: boolean) => void): () => void {
  const runner = Object.getPrototypeOf(ConditionRunner.prototype);
  const original: (this: ConditionRunner, context: unknown, properties: unknown) => unknown =
    runner.runContextCore;
  runner.runContextCore = function (this: ConditionRunner, context: unknown, properties: unknown) {
    const outcome = original.call(this, context, properties);
    see(this.expression, Boolean(outcome));
    return outcome;
  };
  return () => {
    runner.runContextCore = original;
  };
}

type See = (validator: SurveyValidator, value: unknown, error: SurveyError | undefined) => void;

function watchValidators(prototype: SurveyValidator, see: See): () => void {
  const original = prototype.validateOnCallback;
  prototype.validateOnCallback = function (this: SurveyValidator, value, callback, name, properties) {
    const result: ValidatorResult | null = original.call(this, value, callback, name, properties);
    see(this, value, result?.error ?? undefined);
    return result as ValidatorResult;
  };
  return () => {
    prototype.validateOnCallback = original;
  };
}

const kinds: ReadonlyMap<string, FindingKind> = new Map([
  ["numericvalidator", "out-of-range"],
  ["textvalidator", "wrong-length"],
  ["answercountvalidator", "wrong-count"],
  ["regexvalidator", "pattern"],
  ["emailvalidator", "email"],
  ["expressionvalidator", "expression"],
]);

function rulingOf(validator: SurveyValidator, value: unknown, error: SurveyError): Ruling {
  if (error.getErrorType() === "requirenumeric") return { kind: "not-a-number", message: "numericError" };
  return { kind: kinds.get(validator.getType()) ?? "wrong-type", message: wordsOf(validator, value) };
}

function wordsOf(validator: SurveyValidator, value: unknown): string {
  if (validator instanceof NumericValidator) return numericWords(validator);
  if (validator instanceof TextValidator) return textWords(validator, value);
  if (validator instanceof AnswerCountValidator)
    return Array.isArray(value) && value.length < (validator.minCount ?? 0)
      ? "minSelectError"
      : "maxSelectError";
  return validator.getType() === "emailvalidator" ? "invalidEmail" : "invalidExpression";
}

function numericWords({ minValue, maxValue }: NumericValidator): string {
  if (minValue !== null && maxValue !== null) return "numericMinMax";
  return minValue === null ? "numericMax" : "numericMin";
}

function textWords({ allowDigits, minLength, maxLength }: TextValidator, value: unknown): string {
  if (!allowDigits && /\d+$/.test(String(value))) return "textNoDigitsAllow";
  if (minLength > 0 && maxLength > 0) return "textMinMaxLength";
  return minLength > 0 ? "textMinLength" : "textMaxLength";
}
