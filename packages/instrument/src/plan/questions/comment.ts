import { Question } from "../run/question.ts";
import { joinedWith } from "./sameness.ts";
import type { QuestionType } from "./shapes.ts";

/** Several lines of words. */
export const comment: QuestionType = {
  compile: (node) => ({ keepsLines: node.json.acceptCarriageReturn !== false }),
  prepare: ({ keepsLines }) => {
    return (prepared, home) =>
      keepsLines === false ? new OneLineComment(prepared, home) : new CommentQuestion(prepared, home);
  },
};

class CommentQuestion extends Question {
  override isEmpty(): boolean {
    return super.isEmpty() || this.value === "";
  }
  override convertToCorrectValue(value: unknown): unknown {
    return Array.isArray(value) ? joinedWith(value, "\n") : value;
  }
}

class OneLineComment extends CommentQuestion {
  override setNewValue(value: unknown): void {
    super.setNewValue(typeof value === "string" ? value.replaceAll(/\r\n|\n|\r/g, "") : value);
  }
}
