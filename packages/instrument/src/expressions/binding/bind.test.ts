import { describe, expect, test } from "vitest";
import {
  bindCondition,
  bindExpression,
  ExpressionError,
  type Host,
  lookUp,
  missing,
  parseExpression,
  type Reference,
  unknownCallsIn,
} from "../index.ts";

interface Interview {
  readonly answers: Readonly<Record<string, unknown>>;
}

const host: Host<Interview> = {
  reference: ({ path }) => ({
    read: ({ answers }) => lookUp(answers, path),
    exists: ({ answers }) => lookUp(answers, path) !== missing,
    strict: path[0]?.name === "ranking",
  }),
  now: () => new Date(2026, 4, 17, 12, 30),
  displayValue: (_, name, value) => `${String(name)}: ${String(value ?? "present answer")}`,
  comment: (_, name, choice) => `${String(name)}/${String(choice ?? "other")}`,
};

const value = (text: string, answers: Interview["answers"] = {}) =>
  bindExpression(parseExpression(text), host)({ answers });
const isFulfilled = (text: string, answers: Interview["answers"] = {}) =>
  bindCondition(parseExpression(text), host)({ answers });

describe("conditions on answers", () => {
  test.each([
    ["{age} >= 18 and {work} = 'paid'", { age: "18", work: "Paid " }, true],
    ["{age} >= 18", { age: undefined }, false],
    ["{age} < 18", {}, false],
    ["{why} contains 'cost'", { why: ["time", "cost"] }, true],
    ["{why} anyof ['cost', 'distance']", { why: ["time"] }, false],
    ["{why} allof ['cost', 'time']", { why: ["time", "cost", "other"] }, true],
    ["{household[0].age} > {household[1].age}", { household: [{ age: 40 }, { age: 9 }] }, true],
    ["{household.length} = 0", {}, true],
    ["{postcode} = 7", { postcode: "007" }, true],
    ["{postcode} = '7'", { postcode: "007" }, false],
    ["{ranking} = ['a', 'b']", { ranking: ["b", "a"] }, false],
    ["{chosen} = ['a', 'b']", { chosen: ["b", "a"] }, true],
    ["age({born}) = 30", { born: "1996-05-17" }, true],
    ["age({born}) = 30", { born: "1996-05-18" }, false],
    ["{visit} <= today()", { visit: "2026-05-17" }, true],
    ["{n}", { n: 2 }, false],
    ["{n}", { n: 1 }, true],
  ])("%s given %j is %j", (text, answers, expected) => {
    expect(isFulfilled(text, answers)).toBe(expected);
  });
});

describe("values calculated from answers", () => {
  test("no answer counts as nothing in sums and as empty text in texts", () => {
    expect(value("{a} + 2")).toBe(2);
    expect(value("{a} + ' km'")).toBe(" km");
    expect(value("{a} / {b}", { a: 1, b: 0 })).toBeNull();
    expect(value("0.1 + 0.2")).toBe(0.3);
  });

  test("entries of a roster are added where their condition holds, asked of the entry before the questionnaire", () => {
    const answers = { members: [{ age: 40, hours: 8 }, { age: 9, hours: 3 }, { hours: "2,5" }], limit: 18 };
    expect(value("sumInArray({members}, 'hours', {age} >= {limit})", answers)).toBe(8);
    expect(value("sumInArray({members}, 'hours')", answers)).toBe(13.5);
    expect(value("countInArray({members}, 'age')", answers)).toBe(2);
    expect(value("minInArray({members}, 'age', 'hours')", answers)).toBe(3);
  });

  test("words and comments are asked of the questionnaire", () => {
    expect(value("displayValue('work')")).toBe("work: present answer");
    expect(value("displayValue('work', 'paid')")).toBe("work: paid");
    expect(value("getComment('work')")).toBe("work/other");
    expect(value("getComment('work', 2)")).toBe("work/2");
    const silent = { ...host, comment: () => undefined };
    expect(bindExpression(parseExpression("getComment('work')"), silent)({ answers: {} })).toBe("");
    expect(bindExpression(parseExpression("getComment('work', 9)"), silent)({ answers: {} })).toBeUndefined();
  });

  test("a list that an expression gives is the receiver's own", () => {
    const evaluate = bindExpression(parseExpression("iif({a} empty, ['x', ['y']], [])"), host);
    expect(evaluate({ answers: {} })).toEqual(["x", ["y"]]);
    expect(evaluate({ answers: {} })).not.toBe(evaluate({ answers: {} }));
  });

  test("the first argument of sumInArray asks for the answer as it is stored", () => {
    const asked: Reference[] = [];
    bindExpression(parseExpression("sumInArray({list}, 'x') + sum({list})"), {
      ...host,
      reference: (reference) => {
        asked.push(reference);
        return host.reference(reference);
      },
    });
    expect(asked.map(({ isOriginal }) => isOriginal)).toEqual([true, undefined]);
  });
});

describe("what cannot be taken is refused by name and place", () => {
  test.each([
    ["isContainerReady('p1')", 1, "function isContainerReady", /pass their own checks/],
    ["propertyValue('q', 'title')", 1, "function propertyValue", /as the screen has it/],
    ["toString({a})", 1, "function toString", /there is no function/],
    ["sumInArray({a}, 'x', {b})", 1, "function sumInArray", /read out of an answer/],
  ])("%s", (text, position, construct, message) => {
    const bind = () => value(text);
    expect(bind).toThrow(message);
    try {
      bind();
    } catch (error) {
      expect(error).toBeInstanceOf(ExpressionError);
      expect(error).toMatchObject({ position, construct });
    }
  });
});

describe("functions that SurveyJS does not have", () => {
  test.each([
    ["{a} = 1 and asyncCheck({a})", 13, "function asyncCheck", /there is no function asyncCheck\(\)/],
    ["sumInArray({a}, 'x', '{y} = f(1)')", 1, "function f", /there is no function f/],
  ])("%s is told by name and place", (text, position, construct, message) => {
    const [call] = unknownCallsIn(parseExpression(text));
    expect(call).toMatchObject({ position, construct, message: expect.stringMatching(message) });
  });

  test.each([
    ["ours({a})", null],
    ["!ours()", true],
    ["ours({a}) + 2", 2],
    ["iif({a} = 1, ours(), 'no')", null],
  ])("%s gives what null gives: %s", (text, result) => {
    expect(value(text, { a: 1 })).toEqual(result);
  });
});

describe("answers from outside cannot break a check", () => {
  const deep = JSON.parse(`${"[".repeat(9000)}${"]".repeat(9000)}`);
  const deepObject = JSON.parse(`${'{"a":'.repeat(9000)}1${"}".repeat(9000)}`);
  const strange = [
    deep,
    deepObject,
    JSON.parse(
      '{"__proto__": {"x": 1}, "toString": 1, "valueOf": 2, "equals": 3, "length": 4, "constructor": 5}',
    ),
    [JSON.parse('{"toString": null}')],
    "9".repeat(100_000),
    `0.${"1".repeat(200)}`,
  ];

  test.each([
    "{a} = {b}",
    "{a} < {b}",
    "{a} + {b}",
    "{a} * 1.5",
    "{a} contains {b}",
    "{a} anyof {b}",
    "{a} empty",
    "sum({a}, {b})",
    "sumInArray({a}, 'x', {toString} = 1)",
    "max({a}, {b})",
    "round({a}, 2)",
    "getDate({a}) > {b}",
    "{a.toString} = {a.__proto__}",
    "trunc({a})",
    "{a.a.a.a} notempty",
    "minInArray({a}, 'length')",
  ])("%s", (text) => {
    for (const a of strange) for (const b of strange) expect(() => value(text, { a, b })).not.toThrow();
  });
});
