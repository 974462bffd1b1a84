import { Question } from "../run/question.ts";
import type { QuestionType } from "./shapes.ts";

/** Files come as survey-core keeps them: a list of name, type and content. Their size and type it checks on upload only. */
export const file: QuestionType = {
  compile: () => ({}),
  prepare: () => (prepared, home) => new Question(prepared, home),
};

/** A drawing as a text. */
export const signaturePad: QuestionType = file;
