import { describe, expect, test } from "vitest";
import { ExpressionError, limits, parseExpression } from "../index.ts";

function refusal(text: string): ExpressionError {
  try {
    parseExpression(text);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error("The text was taken.");
}

describe("texts that no questionnaire holds are refused in a sentence", () => {
  test("ten megabytes, and 20,000 terms", () => {
    expect(refusal("{a} = 1 or ".repeat(900_000))).toMatchObject({ construct: "length", position: 4001 });
    expect(refusal("{a} = 1 or ".repeat(20_000)).message).toMatch(/at most 4000 characters\. Split/);
  });

  test("more than 200 references and calls", () => {
    const sum = (terms: number) => Array.from({ length: terms }, () => "{a}").join(" + ");
    expect(() => parseExpression(sum(limits.terms))).not.toThrow();
    expect(refusal(sum(limits.terms + 1))).toMatchObject({ construct: "terms" });
  });

  test.each(["(", "[", "!", "f(", "negate ", "(1+[", "!(f(["])("%s inside one another", (opening) => {
    const deep = opening.repeat(Math.floor(3990 / opening.length));
    expect(refusal(deep)).toMatchObject({ construct: expect.stringMatching(/^(depth|syntax)$/) });
    expect(refusal(`${deep}{a}`)).toMatchObject({ construct: "depth" });
  });

  test("as many parentheses as are allowed, and one more", () => {
    const inside = (depth: number) => `${"(".repeat(depth)}{a}${")".repeat(depth)}`;
    expect(parseExpression(inside(limits.depth))).toMatchObject({ type: "reference" });
    expect(refusal(inside(limits.depth + 1))).toMatchObject({
      construct: "depth",
      position: limits.depth + 1,
    });
  });

  test("attempts that fail are not made again and again", () => {
    expect(refusal(`${"[({a} + ".repeat(19)}]`)).toMatchObject({ construct: "syntax" });
    expect(refusal(`${"({a} and [".repeat(19)}%`)).toMatchObject({ construct: "syntax" });
    expect(refusal("'".repeat(3999))).toMatchObject({ construct: "syntax" });
    expect(refusal("{".repeat(3999))).toMatchObject({ construct: "syntax", position: 2 });
    expect(refusal("{a} = 'b\\'".repeat(390))).toMatchObject({ construct: "syntax" });
  });

  test("2,000 constants strung together are read, however long the string", () => {
    expect(parseExpression(Array.from({ length: 1900 }, () => "1").join("+"))).toMatchObject({
      operator: "+",
    });
  });

  test("a number beyond all bounds", () => {
    expect(refusal(`{a} = ${"9".repeat(400)}`)).toMatchObject({ construct: "number", position: 7 });
  });
});
