import { Question } from "../run/question.ts";
import type { QuestionType } from "./shapes.ts";

/** Words and pictures between the questions: asked of nobody, answered by nobody. */
export const presentation: QuestionType = {
  compile: () => ({}),
  prepare: () => (prepared, home) => new Presentation(prepared, home),
};

class Presentation extends Question {
  override get hasInput(): boolean {
    return false;
  }
  override canCollectErrors(): boolean {
    return false;
  }
}
