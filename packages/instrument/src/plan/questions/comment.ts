import { Meaning } from "../compile/meaning.ts";
import { Question } from "../run/question.ts";
import type { Home, PreparedQuestion } from "../run/standing.ts";
import { longestIn, tellText } from "./oddities.ts";
import { joinedWith } from "./sameness.ts";
import type { QuestionType } from "./shapes.ts";

/** Several lines of words. */
export const comment: QuestionType = {
  compile: (node, compiling) => ({
    keepsLines: new Meaning(node).flag("acceptCarriageReturn", true),
    longest: longestIn(node, compiling),
  }),
  prepare: (spec) => {
    const longest = Number(spec.longest);
    return (prepared, home) =>
      spec.keepsLines === false
        ? new OneLineComment(prepared, home, longest)
        : new CommentQuestion(prepared, home, longest);
  },
};

class CommentQuestion extends Question {
  private readonly longest: number;

  constructor(prepared: PreparedQuestion, home: Home, longest: number) {
    super(prepared, home);
    this.longest = longest;
  }

  override isEmpty(): boolean {
    return super.isEmpty() || this.value === "";
  }
  override convertToCorrectValue(value: unknown): unknown {
    return Array.isArray(value) ? joinedWith(value, "\n") : value;
  }
  override tellOddities(given: unknown): void {
    tellText(this, given, this.longest);
  }
}

class OneLineComment extends CommentQuestion {
  override setNewValue(value: unknown): void {
    super.setNewValue(typeof value === "string" ? value.replaceAll(/\r\n|\n|\r/g, "") : value);
  }
}
