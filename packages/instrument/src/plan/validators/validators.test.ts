import { describe, expect, test } from "vitest";
import { compilePlan, preparePlan } from "../index.ts";

function check(validator: object, answer: unknown, element: object = { type: "text" }): string[] {
  const { plan, refusals } = compilePlan({ elements: [{ name: "a", ...element, validators: [validator] }] });
  if (!plan) return refusals.map(({ path, construct }) => `${construct} at ${path}`);
  const { findings } = preparePlan(plan).check({ a: answer }, { now: new Date(0) });
  return findings.map(({ kind, message }) => `${kind} ${message}`);
}

const numeric = { type: "numeric", minValue: 3, maxValue: 10 };
const list = { type: "checkbox", choices: [1, 2, 3, 4] };

describe("validators as survey-core 3.0.0 knows them", () => {
  test.each<[object, unknown, string[]]>([
    [numeric, 2, ["out-of-range numericMinMax"]],
    [numeric, "11", ["out-of-range numericMinMax"]],
    [numeric, "4,5", []],
    [numeric, "four", ["not-a-number numericError"]],
    [numeric, "", []],
    [numeric, 0, ["out-of-range numericMinMax"]],
    [{ type: "numeric", minValue: 3 }, 2, ["out-of-range numericMin"]],
    [{ type: "numeric", maxValue: 3 }, 4, ["out-of-range numericMax"]],
    [{ ...numeric, text: "Not so." }, "four", ["not-a-number elements[0].validators[0].text"]],
    [{ type: "text", minLength: 3 }, "ab", ["wrong-length textMinLength"]],
    [{ type: "text", maxLength: 3 }, "abcd", ["wrong-length textMaxLength"]],
    [{ type: "text", minLength: 3, maxLength: 5 }, "ab", ["wrong-length textMinMaxLength"]],
    [{ type: "text", minLength: 3 }, "  ", []],
    [{ type: "text", allowDigits: false }, "a1", ["wrong-length textNoDigitsAllow"]],
    [{ type: "text", allowDigits: false }, "1a", []],
    [{ type: "regex", regex: "^[a-z]+$" }, "Ab", ["pattern invalidExpression"]],
    [{ type: "regex", regex: "^[a-z]+$", caseInsensitive: true }, "Ab", []],
    [{ type: "regex", regex: "^[a-z]+$", insensitive: true }, "Ab", []],
    [{ type: "email" }, "someone@example.org", []],
    [{ type: "email" }, '"some one"@example.org', []],
    [{ type: "email" }, "someone@example", ["email invalidEmail"]],
    [{ type: "email" }, "a@b.c", ["email invalidEmail"]],
    [{ type: "expression", expression: "{a} > 3" }, 2, ["expression invalidExpression"]],
    [{ type: "expression", expression: "{a} > 3" }, undefined, ["expression invalidExpression"]],
    [{ type: "expression", expression: "" }, 2, []],
    [{ ...numeric, notificationType: "warning" }, 2, []],
    [{ ...numeric, notificationType: "info" }, 2, []],
  ])("%j of %j", (validator, answer, findings) => {
    expect(check(validator, answer)).toEqual(findings);
  });

  test.each<[object, unknown, string[]]>([
    [{ type: "answercount", minCount: 2 }, [1], ["wrong-count minSelectError"]],
    [{ type: "answercount", maxCount: 2 }, [1, 2, 3], ["wrong-count maxSelectError"]],
    [{ type: "answercount", minCount: 2 }, [], []],
    [{ type: "regex", regex: "^[12]" }, [1, 3], ["pattern invalidExpression"]],
    [{ type: "regex", regex: "^[12]$" }, [1, 2], ["pattern invalidExpression"]],
  ])("%j of the list %j", (validator, answer, findings) => {
    expect(check(validator, answer, list)).toEqual(findings);
  });

  test("a text too long for a pattern whose time grows with the square does not match", () => {
    const pattern = { type: "regex", regex: "^.*x.*$" };
    expect(check(pattern, "x".repeat(4000))).toEqual([]);
    expect(check(pattern, "x".repeat(4001))).toEqual(["pattern invalidExpression"]);
  });

  test.each(["^(a+)+$", "(", "(a|a)*b"])("the pattern %s is refused by its place", (regex) => {
    expect(check({ type: "regex", regex }, "a")).toEqual(["regex at elements[0].validators[0].regex"]);
  });

  test("a validator that does not exist is refused", () => {
    expect(check({ type: "horoscope" }, "a").join()).toContain("elements[0].validators[0]");
  });

  test("words of the questionnaire's own are told by their place, in whatever language", () => {
    const text = { lt: "Ne taip." };
    expect(check({ type: "email", text }, "no")).toEqual(["email elements[0].validators[0].text"]);
  });
});
