import { isEmptyValue } from "../../expressions/index.ts";
import { Meaning } from "../compile/meaning.ts";
import { Question } from "../run/question.ts";
import type { Home, PreparedQuestion } from "../run/standing.ts";
import { tellCode } from "./oddities.ts";
import { isLooselyEqual } from "./sameness.ts";
import type { QuestionType } from "./shapes.ts";
import { wordsOf } from "./words.ts";

interface PreparedBoolean {
  /** The answers for yes and no where the questionnaire says so. */
  readonly valueTrue: unknown;
  readonly valueFalse: unknown;
  readonly words: { readonly yes: string; readonly no: string };
}

/** Yes or no. */
export const boolean: QuestionType = {
  compile: (node, { survey: { locale } }) => {
    const meaning = new Meaning(node);
    return {
      valueTrue: meaning.get("valueTrue") ?? null,
      valueFalse: meaning.get("valueFalse") ?? null,
      yes: wordsOf(meaning.get("labelTrue"), locale) || "Yes",
      no: wordsOf(meaning.get("labelFalse"), locale) || "No",
    };
  },
  prepare: (spec) => {
    const boolean: PreparedBoolean = {
      valueTrue: spec.valueTrue ?? undefined,
      valueFalse: spec.valueFalse ?? undefined,
      words: { yes: String(spec.yes), no: String(spec.no) },
    };
    return (prepared, home) => new BooleanQuestion(prepared, home, boolean);
  },
};

class BooleanQuestion extends Question {
  private readonly boolean: PreparedBoolean;

  constructor(prepared: PreparedQuestion, home: Home, boolean: PreparedBoolean) {
    super(prepared, home);
    this.boolean = boolean;
  }

  private get yes(): unknown {
    return this.boolean.valueTrue ?? true;
  }
  private get no(): unknown {
    return this.boolean.valueFalse ?? false;
  }
  override setQuestionValue(value: unknown): void {
    const { valueTrue, valueFalse } = this.boolean;
    if (value === "true" && valueTrue !== "true") super.setQuestionValue(true);
    else if (value === "false" && valueFalse !== "false") super.setQuestionValue(false);
    else super.setQuestionValue(value === "indeterminate" || value === null ? undefined : value);
  }
  override get defaultValue(): unknown {
    const written = super.defaultValue;
    return typeof written === "boolean" ? String(written) : written;
  }
  override setDefaultValue(): void {
    const { valueTrue, valueFalse } = this.boolean;
    const written = this.defaultValue;
    if (isLooselyEqual(written, "true") || (valueTrue !== undefined && written === valueTrue))
      this.answer(this.yes);
    if (isLooselyEqual(written, "false") || (valueFalse !== undefined && written === valueFalse))
      this.answer(this.no);
    if (written === "indeterminate" || written === null || written === undefined) this.answer(undefined);
  }
  private answer(value: unknown): void {
    this.value = isEmptyValue(value) ? undefined : value;
  }
  override tellOddities(given: unknown): void {
    tellCode(this, given, [this.yes, this.no]);
  }
  override getDisplayValueCore(value: unknown): unknown {
    return isLooselyEqual(value, this.yes) ? this.boolean.words.yes : this.boolean.words.no;
  }
}
