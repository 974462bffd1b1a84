import { Meaning } from "../compile/meaning.ts";
import type { Home, PreparedQuestion } from "../run/standing.ts";
import { type Choice, type PreparedSelect, prepareSelect } from "./choices/choice.ts";
import { SelectQuestion } from "./choices/select.ts";
import { compileSelect, type SelectSpec } from "./choices/spec.ts";
import { tellCodes } from "./oddities.ts";
import type { QuestionType } from "./shapes.ts";
import { specOf } from "./spec-of.ts";

interface ImagePickerSpec extends SelectSpec {
  readonly takesSeveral: boolean;
}

/** One or several of the pictures. */
export const imagePicker: QuestionType = {
  compile: (node, compiling) => {
    const { special, ...spec } = compileSelect(node, compiling);
    const { other: _none, ...offered } = special;
    return { ...spec, special: offered, takesSeveral: new Meaning(node).flag("multiSelect") };
  },
  prepare: (spec, preparing) => {
    const { takesSeveral, ...select } = specOf<ImagePickerSpec>(spec);
    const options = prepareSelect(specOf<SelectSpec>(select), preparing);
    return (prepared, home) =>
      takesSeveral ? new SeveralPictures(prepared, home, options) : new OnePicture(prepared, home, options);
  },
};

class OnePicture extends SelectQuestion {
  override valueToData(value: unknown): unknown {
    return value;
  }
}

class SeveralPictures extends OnePicture {
  constructor(prepared: PreparedQuestion, home: Home, options: PreparedSelect) {
    super(prepared, home, options);
    this.questionValue = [];
  }
  override getFilteredValue(): unknown {
    return this.value;
  }
  override isItemSelectedCore(choice: Choice): boolean {
    return Array.isArray(this.value) && this.value.includes(choice.value);
  }
  override setQuestionValue(value: unknown): void {
    super.setQuestionValue(value);
    if (!this.questionValue) this.questionValue = [];
  }
  override tellOddities(given: unknown): void {
    tellCodes(this, given, { codes: this.knownCodes, most: this.knownCodes.length });
  }
  override clearIncorrectValues(): void {
    const given = this.value;
    if (!given) return;
    const list = Array.isArray(given) ? given : [];
    const kept = list.filter((one) => !this.hasUnknownValue(one, { other: true }));
    if (kept.length === 0) this.clearValue(true);
    else if (kept.length < list.length) this.value = kept;
  }
  override getDisplayValueCore(value: unknown): unknown {
    if (!Array.isArray(value)) return super.getDisplayValueCore(value);
    return value
      .map((one) => this.wordsOf(one))
      .filter(Boolean)
      .join(", ");
  }
}
