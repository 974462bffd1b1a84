import { describe, expect, test } from "vitest";
import { ConditionError, parseCondition } from "./index.ts";

const a = { type: "reference", item: "a" };
const is = (item: string) => ({
  type: "comparison",
  operator: "=",
  left: { type: "reference", item },
  right: { type: "literal", value: "x" },
});

describe("conditions are read into trees", () => {
  test("and binds closer than or, as survey-core reads it", () => {
    const tree = { type: "any", parts: [is("a"), { type: "all", parts: [is("b"), is("c")] }] };
    expect(parseCondition("{a} = 'x' or {b} = 'x' and {c} = 'x'")).toEqual(tree);
    expect(parseCondition("{a}='x'||{b}==\"x\"&&{c}='x'")).toEqual(tree);
    expect(parseCondition("{a} = 'x' OR ({b} = 'x' And {c} = 'x')")).toEqual(tree);
  });

  test("numbers, codes, lists, rows and emptiness", () => {
    expect(parseCondition("{a} >= -1.5")).toMatchObject({ operator: ">=", right: { value: -1.5 } });
    expect(parseCondition("{a} <> {m.r-1}")).toMatchObject({
      operator: "!=",
      right: { item: "m", row: "r-1" },
    });
    expect(parseCondition("{a} anyof [1, 'x', \"y\"]")).toMatchObject({
      operator: "anyof",
      right: { values: [1, "x", "y"] },
    });
    expect(parseCondition("{a} notempty")).toEqual({ type: "notempty", left: a });
    expect(parseCondition("!({a} empty)")).toEqual({ type: "not", part: { type: "empty", left: a } });
  });

  test.each([
    ["", /At character 1/],
    ["{a}", /At character 4: a comparison/],
    ["{a} = ", /expected here/],
    ["{a} = 'x", /At character 7/],
    ["{a} = 'it''s'", /end here/],
    ["{a} = '=>'", /a string in a condition is a code/],
    ["{a} = 'xequals'", /a string in a condition is a code/],
    ["{a} = 007", /not known/],
    ["{a} = 1e3", /not known/],
    ["{a} = 0x10", /not known/],
    ["{a} = yes", /the word yes is not known/],
    ["{a} = undefined", /the word undefined is not known/],
    ["{a} anyof []", /a list holds/],
    ["{a} anyof ['x' 'y']", /a comma or the end/],
    ["({a} = 'x'", /closing parenthesis/],
    ["{a} = 'x')", /end here/],
    ["!{a} empty", /in parentheses/],
    ["not({a} empty)", /survey-core has no "not"/],
    ["iif({a} = 1, 2, 3)", /functions are not known/],
    ["{a[0]} = 1", /between braces/],
    ["{a.b.c} = 1", /between braces/],
    ["{#a} = 1", /between braces/],
    ["{a} * 2 = 4", /not known/],
    ["'x' = {a}", /an item in braces/],
    ["{a} equal 'x'", /the word equal is not known/],
  ])("%j is refused with its place", (text, message) => {
    expect(() => parseCondition(text)).toThrow(ConditionError);
    expect(() => parseCondition(text)).toThrow(message);
  });

  test("length, number of terms and depth have limits", () => {
    const terms = (count: number) => Array.from({ length: count }, () => "{a}=1").join(" or ");
    expect(() => parseCondition(terms(200))).not.toThrow();
    expect(() => parseCondition(terms(201))).toThrow(/at most 200 terms/);
    expect(() => parseCondition(`{a} = 1${" ".repeat(4000)}`)).toThrow(/at most 4000 characters/);
    expect(() => parseCondition(`${"(".repeat(40)}{a}=1${")".repeat(40)}`)).not.toThrow();
    expect(() => parseCondition(`${"(".repeat(41)}{a}=1${")".repeat(41)}`)).toThrow(/at most 40 deep/);
  });
});
