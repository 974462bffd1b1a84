import { describe, expect, test } from "vitest";
import { ExpressionError, parseExpression, writeExpression } from "../index.ts";

describe("expressions are read as survey-core reads them", () => {
  test.each([
    ["{a} = 'x' or {b} = 'x' and {c} = 'x'", "{a} = 'x' or {b} = 'x' and {c} = 'x'"],
    ["({a}='x'||{b}==\"x\")&&{c} notempty", "({a} = 'x' or {b} = 'x') and {c} notempty"],
    ["{a} - {b} - {c}", "{a} - {b} - {c}"],
    ["{a} - ({b} - {c})", "{a} - ({b} - {c})"],
    ["{a} ^ {b} power {c}", "{a} ^ {b} ^ {c}"],
    ["{a} + {b} * {c} contains 1", "{a} + {b} * {c} contains 1"],
    ["{a} => 1 and {b} =< 2 and {c} <> 3", "{a} >= 1 and {b} <= 2 and {c} != 3"],
    ["{a} GREATEROREQUAL 5 AND {b} lessorequal -1.5", "{a} >= 5 and {b} <= -1.5"],
    ["{a} equals 1", "{a} = 1"],
    ["!{a} empty", "!{a} empty"],
    ["!({a} or {b})", "!({a} or {b})"],
    ["negate {a}", "!{a}"],
    ["{a} = yes", "{a} = 'yes'"],
    ["{a} anyof ['it\\'s', 1, TRUE, 0x10]", "{a} anyof ['it\\'s', 1, true, 16]"],
    [
      "iif({panel.age} > 18, 'adult', iif({row.x[0].y} empty, 1, {#b}))",
      "iif({panel.age} > 18, 'adult', iif({row.x[0].y} empty, 1, {#b}))",
    ],
    ["({a} = 1", "{a} = 1"],
    ["{a} contains", "{a} contains null"],
    ["f(null, 1)", "f()"],
    ["[]", "[]"],
  ])("%s", (text, written) => {
    expect(writeExpression(parseExpression(text))).toBe(written);
  });

  test.each([
    ["", 1, /an item in braces, a value/],
    ["{a} =", 6, /an item in braces, a value/],
    ["{a", 3, /closing brace/],
    ["{{a}}", 2, /one brace before/],
    ["{} = 1", 2, /a name is expected/],
    ["%a% = 1", 1, /an item in braces/],
    ["{a} = 'x", 9, /should end here with '/],
    ["{a} = 007", 8, /should end here/],
    ["{a} = 1e3", 8, /should end here/],
    ["{a} = [1, 2", 12, /\] , a comma|\], a comma/],
    ["not {a}", 5, /no word not: write !/],
    ["{a} = 1 or not ({b} = 2)", 16, /no word not: write !/],
    ['{a} = "it\'s"', 10, /quotes inside it are written \\'/],
    ["{a} = 1)", 8, /should end here/],
    ["iif({a}, null, 1)", 10, /null and undefined/],
  ])("%j is refused at character %d", (text, position, message) => {
    const read = () => parseExpression(text);
    expect(read).toThrow(ExpressionError);
    expect(read).toThrow(message);
    try {
      read();
    } catch (error) {
      expect(error).toMatchObject({ position });
    }
  });
});
