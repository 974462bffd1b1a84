import { isLess } from "../../expressions/values/index.ts";
import { Meaning } from "../compile/meaning.ts";
import { Question } from "../run/question.ts";
import type { Home, PreparedQuestion } from "../run/standing.ts";
import { tellNumber } from "./oddities.ts";
import type { Expression, QuestionType } from "./shapes.ts";

interface PreparedSlider {
  readonly isRange: boolean;
  readonly min: unknown;
  readonly max: unknown;
  readonly step: number;
  readonly minExpression: Expression | undefined;
  readonly maxExpression: Expression | undefined;
}

/** One number on a scale, or a range with two ends. */
export const slider: QuestionType = {
  compile: (node, compiling) => {
    const meaning = new Meaning(node);
    const expression = (name: string) => compiling.expression(meaning.get(name), meaning.place(name)) ?? null;
    return {
      isRange: meaning.text("sliderType") === "range",
      min: meaning.number("min", 0),
      max: meaning.number("max", 100),
      step: meaning.number("step", 1),
      minExpression: expression("minValueExpression"),
      maxExpression: expression("maxValueExpression"),
    };
  },
  prepare: (spec, preparing) => {
    const bind = (written: unknown) =>
      typeof written === "string" ? preparing.expression(written) : undefined;
    const slider: PreparedSlider = {
      isRange: spec.isRange === true,
      min: spec.min,
      max: spec.max,
      step: Number(spec.step),
      minExpression: bind(spec.minExpression),
      maxExpression: bind(spec.maxExpression),
    };
    return (prepared, home) => new SliderQuestion(prepared, home, slider);
  },
};

class SliderQuestion extends Question {
  private readonly slider: PreparedSlider;
  private min: unknown;
  private max: unknown;

  constructor(prepared: PreparedQuestion, home: Home, slider: PreparedSlider) {
    super(prepared, home);
    this.slider = slider;
    this.min = slider.min;
    this.max = slider.max;
    if (slider.isRange) this.questionValue = [];
  }

  override setQuestionValue(value: unknown): void {
    super.setQuestionValue(value);
    if (this.slider.isRange && !this.questionValue) this.questionValue = [];
  }
  override updateValueFromSurvey(value: unknown, clearData = false): void {
    super.updateValueFromSurvey(this.withinBounds(value), clearData);
  }
  override setNewValue(value: unknown): void {
    super.setNewValue(this.withinBounds(value));
  }
  override setDefaultValue(): void {
    super.setDefaultValue();
    const written = this.defaultValue;
    if (!this.slider.isRange && Array.isArray(written) && !this.isReadOnly) this.value = written[0];
  }
  override runConditionCore(): void {
    super.runConditionCore();
    const { minExpression, maxExpression } = this.slider;
    if (maxExpression) this.max = this.awayFrom(this.min, maxExpression.value(this) ?? this.max, 1);
    if (minExpression) this.min = this.awayFrom(this.max, minExpression.value(this) ?? this.min, -1);
  }

  override tellOddities(given: unknown): void {
    const ends = this.slider.isRange && Array.isArray(given) ? given.slice(0, 2) : [given];
    for (const end of ends) tellNumber(this, end, this.min, this.max);
  }

  /** An end that is calculated stays at least one step away from the other. */
  private awayFrom(other: unknown, end: unknown, direction: 1 | -1): unknown {
    const isApart = direction === 1 ? isLess(other, end) : isLess(end, other);
    return isApart || typeof other !== "number" ? end : other + direction * this.slider.step;
  }
  /** What lies outside of the scale is moved to its end. */
  private withinBounds(value: unknown): unknown {
    if (!Array.isArray(value)) return this.moved(value);
    return value.map((end, i) => {
      if (end === undefined || end === null) {
        if (i === 0) return this.min;
        if (i === value.length - 1) return this.max;
      }
      return this.moved(end);
    });
  }
  private moved(value: unknown): unknown {
    const notLess = value !== undefined && isLess(value, this.min) ? this.min : value;
    return notLess !== undefined && isLess(this.max, notLess) ? this.max : notLess;
  }
}
