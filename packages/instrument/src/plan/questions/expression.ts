import { isNumber } from "../../expressions/index.ts";
import { Meaning } from "../compile/meaning.ts";
import { Question } from "../run/question.ts";
import type { Home, PreparedQuestion } from "../run/standing.ts";
import { areSame, isPlainObject } from "../run/values.ts";
import type { Expression, QuestionType } from "./shapes.ts";

interface PreparedExpression {
  readonly expression: Expression | undefined;
  /** Decimals that are kept; fewer than 0: all. */
  readonly precision: number;
}

/** A value that is calculated and shown. */
export const expression: QuestionType = {
  compile: (node, compiling) => {
    const meaning = new Meaning(node);
    const written = compiling.expression(meaning.get("expression"), meaning.place("expression"));
    return { expression: written ?? null, precision: meaning.number("precision", -1) };
  },
  prepare: (spec, preparing) => {
    const written = typeof spec.expression === "string" ? spec.expression : undefined;
    const prepared: PreparedExpression = {
      expression: written === undefined ? undefined : preparing.expression(written),
      precision: Number(spec.precision),
    };
    return (question, home) => new ExpressionQuestion(question, home, prepared);
  },
};

class ExpressionQuestion extends Question {
  private readonly calculation: PreparedExpression;
  private hasErrorList: boolean;

  constructor(prepared: PreparedQuestion, home: Home, calculation: PreparedExpression) {
    super(prepared, home);
    this.calculation = calculation;
    this.hasErrorList = !prepared.visible || prepared.validators.length > 0;
  }

  override get hasLists(): boolean {
    return this.hasErrorList;
  }
  private get isCell(): boolean {
    return this.home.parentQuestion !== undefined && this.home.container === undefined;
  }
  protected override onVisibleChangedCore(): void {
    super.onVisibleChangedCore();
    if (!this.isVisible) this.hasErrorList = true;
  }
  override onValueChanged(): void {
    if (!this.isCell) this.hasErrorList = true;
  }
  override onChangeQuestionValue(value: unknown): void {
    if (!this.isCell && !this.isValueEmpty(value)) this.hasErrorList = true;
  }
  override checkForErrors(): ReturnType<Question["checkForErrors"]> {
    this.hasErrorList = true;
    return super.checkForErrors();
  }

  override get hasInput(): boolean {
    return false;
  }
  override canCollectErrors(): boolean {
    return true;
  }
  override hasRequiredError(): boolean {
    return false;
  }
  override runConditionCore(): void {
    super.runConditionCore();
    const { expression } = this.calculation;
    if (!expression || this.isReadOnly) return;
    this.value = this.rounded(expression.value(this));
  }
  /** A calculation gives what could be read: an object that it does not give itself was not made here. */
  override tellOddities(given: unknown): void {
    const isGivenHere = this.calculation.expression !== undefined && areSame(given, this.value);
    if (isPlainObject(given) && !isGivenHere) this.run.removed(this, "wrong-type");
  }
  private rounded(value: unknown): unknown {
    const { precision } = this.calculation;
    if (value === Number.POSITIVE_INFINITY) return undefined;
    if (precision < 0 || typeof value !== "number" || !isNumber(value)) return value;
    return Number.parseFloat(value.toFixed(Math.min(precision, 100)));
  }
}
