import type { JsonObject } from "../../definition/json.ts";
import type { OutlineNode } from "../../definition/outline.ts";
import type { Compiling, Preparing, QuestionError } from "../questions/shapes.ts";
import type { Question } from "../run/question.ts";

/** One kind of validator. What it says of an answer that is not empty; email and expression also see empty ones. */
export interface ValidatorType {
  /** Empty answers are looked at as well. */
  readonly seesEmptyAnswers?: true;
  compile(node: OutlineNode, compiling: Compiling): ValidatorSpec;
  prepare(
    spec: JsonObject & ValidatorSpec,
    preparing: Preparing,
  ): (value: unknown, question?: Question) => QuestionError | undefined;
}

export interface ValidatorSpec extends JsonObject {
  /** Place of the questionnaire's own words; null where survey-core's catalogue speaks. */
  readonly words: string | null;
}
