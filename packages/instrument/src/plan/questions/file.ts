import { isList, isObject } from "../../definition/json.ts";
import { Question } from "../run/question.ts";
import type { QuestionType } from "./shapes.ts";

/** Files come as survey-core keeps them: a list of name, type and content. Their size and type it checks on upload only. */
export const file: QuestionType = {
  compile: () => ({}),
  prepare: () => (prepared, home) => new FileQuestion(prepared, home),
};

/** A drawing as a text. */
export const signaturePad: QuestionType = {
  compile: () => ({}),
  prepare: () => (prepared, home) => new SignatureQuestion(prepared, home),
};

class FileQuestion extends Question {
  override tellOddities(given: unknown): void {
    if (!isList(given) || !given.every(isObject)) this.run.removed(this, "wrong-type");
  }
}

class SignatureQuestion extends Question {
  override tellOddities(given: unknown): void {
    if (typeof given !== "string") this.run.removed(this, "wrong-type");
  }
}
