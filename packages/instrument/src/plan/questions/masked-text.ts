import type { Home, PreparedQuestion } from "../run/standing.ts";
import { areSame } from "../run/values.ts";
import type { Mask } from "./masks/index.ts";
import type { QuestionError } from "./shapes.ts";
import { type PreparedText, TextQuestion } from "./text-question.ts";

export interface PreparedMask {
  readonly mask: Mask;
  readonly isPattern: boolean;
  /** The answer is kept as it looks. */
  readonly savesMasked: boolean;
}

/** A text in an input with a mask. */
export class MaskedText extends TextQuestion {
  private readonly masking: PreparedMask;

  constructor(prepared: PreparedQuestion, home: Home, text: PreparedText, masking: PreparedMask) {
    super(prepared, home, text);
    this.masking = masking;
  }

  override convertToCorrectValue(value: unknown): unknown {
    if (value === undefined || value === null || value === "") return super.convertToCorrectValue(value);
    const { mask, isPattern, savesMasked } = this.masking;
    if (savesMasked) return this.asItLooks(value);
    if (isPattern && value === mask.masked(value)) return mask.unmasked(value);
    return super.convertToCorrectValue(value);
  }
  /** What does not fit the mask at all stays as it came. */
  private asItLooks(value: unknown): unknown {
    const { mask } = this.masking;
    const masked = mask.masked(value);
    if (typeof value !== "string") return masked;
    const nothing = mask.masked("");
    const isForeign =
      mask.unmasked(value) || (masked === nothing && value !== nothing) || !mask.unmasked(masked);
    return isForeign ? value : masked;
  }
  override updateValueFromSurvey(value: unknown, clearData = false): void {
    super.updateValueFromSurvey(value, clearData);
    if (!this.isValueEmpty(value) && !areSame(this.value, value)) this.setValueCore(this.value);
  }
  override runExpressionSetValueCore(value: unknown, set: (value: unknown) => void): void {
    super.runExpressionSetValueCore(value, (converted) =>
      set(this.masking.savesMasked && typeof converted === "string" ? this.asItLooks(converted) : converted),
    );
  }
  /** Nothing but white space was typed: that is no answer, but no empty input either. */
  override onCheckForErrors(errors: QuestionError[]): void {
    super.onCheckForErrors(errors);
    const { mask, savesMasked } = this.masking;
    if (!savesMasked || !this.isEmpty() || !this.value || this.value === mask.masked("")) return;
    const required = errors.findIndex(({ kind }) => kind === "required");
    if (required >= 0) errors.splice(required, 1);
    errors.push({ kind: "pattern-incomplete", message: "incompletePatternError" });
  }
  override getFilteredValue(): unknown {
    return this.masking.savesMasked ? this.masking.mask.unmasked(this.value) : this.value;
  }
  override getDisplayValueCore(value: unknown): unknown {
    return this.masking.mask.masked(value);
  }
}
