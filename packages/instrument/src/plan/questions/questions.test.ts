import { describe, expect, test } from "vitest";
import { compilePlan, preparePlan } from "../index.ts";

const now = new Date("2026-05-01T10:00:00");

/** Checks the answers to one item called "a". */
function checkOne(element: object, answers: Record<string, unknown>) {
  const { plan, refusals } = compilePlan({ elements: [{ name: "a", ...element }] });
  if (!plan) throw new Error(refusals.map(({ message }) => message).join(" "));
  const { findings, cleaned, removed } = preparePlan(plan).check(answers, { now });
  return { findings: findings.map(({ kind, message }) => `${kind} ${message}`), cleaned, removed };
}

const number = { type: "text", inputType: "number" };
const day = { type: "text", inputType: "date" };
const colours = { choices: ["red", "green", "blue"] };
const radio = { type: "radiogroup", ...colours };
const checkbox = { type: "checkbox", ...colours };
const ranking = { type: "ranking", ...colours };

describe("what survey-core 3.0.0 objects to", () => {
  test.each<[string, object, unknown, string[]]>([
    ["a number below its minimum", { ...number, min: 3 }, 2, ["out-of-range minError"]],
    ["a number above its maximum", { ...number, max: 3 }, 4, ["out-of-range maxError"]],
    [
      "a number in own words",
      { ...number, max: 3, maxErrorText: "No" },
      4,
      ["out-of-range elements[0].maxErrorText"],
    ],
    ["a number between two steps", { ...number, step: 0.5 }, 1.3, ["out-of-range stepError"]],
    ["a number on a step", { ...number, step: 0.1 }, 0.3, []],
    ["a day before the first", { ...day, min: "2020-01-05" }, "2020-01-04", ["out-of-range minError"]],
    ["a day in a far millennium", day, "3001-01-01", ["out-of-range maxError"]],
    [
      "a day before today",
      { ...day, minValueExpression: "'2026-05-01'" },
      "2026-04-30",
      ["out-of-range minError"],
    ],
    [
      "an e-mail address without a domain",
      { type: "text", inputType: "email" },
      "me@",
      ["email invalidEmail"],
    ],
    ["white space in a required text", { type: "text", isRequired: true }, "  ", ["required requiredError"]],
    ["nothing in a required choice", { ...radio, isRequired: true }, undefined, ["required requiredError"]],
    [
      "a code that does not exist in a required choice",
      { ...radio, isRequired: true },
      "x",
      ["required requiredError"],
    ],
    [
      "'other' without words",
      { ...radio, showOtherItem: true },
      "other",
      ["other-left-empty otherRequiredError"],
    ],
    [
      "fewer options than asked for",
      { ...checkbox, minSelectedChoices: 2 },
      ["red"],
      ["wrong-count minSelectError"],
    ],
    [
      "'none' where two are asked for",
      { ...checkbox, showNoneItem: true, minSelectedChoices: 2 },
      ["none"],
      [],
    ],
    [
      "fewer ranks than asked for",
      { ...ranking, selectToRankEnabled: true, minSelectedChoices: 2 },
      ["red"],
      ["wrong-count minSelectError"],
    ],
    [
      "too many areas of a picture",
      { type: "imagemap", areas: [{ value: 1 }, { value: 2 }], maxSelectedAreas: 1 },
      [1, 2],
      ["wrong-count maxSelectError"],
    ],
    ["a required file", { type: "file", isRequired: true }, [], ["required requiredError"]],
    ["an empty calculation", { type: "expression", isRequired: true }, undefined, []],
  ])("%s", (_, element, answer, findings) => {
    expect(checkOne(element, { a: answer }).findings).toEqual(findings);
  });
});

describe("what is left of an answer", () => {
  test.each<[string, object, Record<string, unknown>, Record<string, unknown>]>([
    ["a code that does not exist goes", radio, { a: "pink" }, {}],
    [
      "a number as text is the code with that number",
      { type: "radiogroup", choices: [1, 2] },
      { a: "2" },
      { a: "2" },
    ],
    [
      "words instead of a code are the words for 'other'",
      { ...radio, showOtherItem: true },
      { a: "pink" },
      { a: "pink", "a-Comment": "pink" },
    ],
    [
      "words stay in the answer where they are kept there",
      { ...radio, showOtherItem: true, storeOthersAsComment: false },
      { a: "pink" },
      { a: "pink" },
    ],
    ["of several codes those that exist stay", checkbox, { a: ["red", "pink"] }, { a: ["red"] }],
    ["one code where a list belongs stays as it came", checkbox, { a: "red" }, { a: "red" }],
    [
      "codes wrapped in objects stay wrapped",
      { ...checkbox, valuePropertyName: "c" },
      { a: [{ c: "red" }, { c: "pink" }] },
      { a: [{ c: "red" }] },
    ],
    [
      "respondents may add options",
      { type: "tagbox", ...colours, allowCustomChoices: true },
      { a: ["pink"] },
      { a: ["pink"] },
    ],
    ["a ranking is completed", ranking, { a: ["blue"] }, { a: ["blue", "red", "green"] }],
    ["a ranking of some is not", { ...ranking, selectToRankEnabled: true }, { a: ["blue"] }, { a: ["blue"] }],
    [
      "a picture that does not exist goes",
      { type: "imagepicker", multiSelect: true, choices: ["x"] },
      { a: ["x", "y"] },
      { a: ["x"] },
    ],
    ["any rung stays", { type: "rating" }, { a: 9 }, { a: 9 }],
    ["numbers of a range are options", { type: "dropdown", choicesMin: 1, choicesMax: 3 }, { a: 4 }, {}],
    [
      "a calculation is made anew",
      { type: "expression", expression: "10 / 4", precision: 1 },
      { a: 7 },
      { a: 2.5 },
    ],
    [
      "a calculation without outcome takes an empty list away",
      { type: "expression", expression: "{nothing}" },
      { a: [] },
      {},
    ],
    [
      "a hidden option goes",
      { type: "radiogroup", choices: [{ value: 1, visibleIf: "{b} = 1" }] },
      { a: 1 },
      {},
    ],
  ])("%s", (_, element, answers, cleaned) => {
    expect(checkOne(element, answers).cleaned).toEqual(cleaned);
  });
});

describe("what no respondent could have given", () => {
  test.each<[string, object, unknown, [string, string][]]>([
    ["a number as text", number, "2", [["a", "wrong-type"]]],
    ["a number out of bounds", { ...number, min: 3 }, 2, [["a", "out-of-range"]]],
    ["a text that is too long", { type: "text", maxLength: 3 }, "long", [["a", "too-long"]]],
    ["a text of signs outside the basic plane", { type: "comment", maxLength: 2 }, "😀😀", []],
    ["a list in a text", { type: "comment" }, ["x"], [["a", "wrong-type"]]],
    ["a code that does not exist", radio, "pink", [["a", "unknown-code"]]],
    ["an object as a code", radio, { x: 1 }, [["a", "wrong-type"]]],
    ["a code among several", checkbox, ["red", "pink"], [["a[1]", "unknown-code"]]],
    ["a code twice", checkbox, ["red", "red"], [["a", "wrong-type"]]],
    ["'none' with others", { ...checkbox, showNoneItem: true }, ["none", "red"], [["a", "wrong-type"]]],
    [
      "more options than allowed",
      { ...checkbox, maxSelectedChoices: 1 },
      ["red", "blue"],
      [["a", "wrong-type"]],
    ],
    ["a rung above the ladder", { type: "rating", rateMax: 7 }, 8, [["a", "unknown-code"]]],
    ["a rung of a ladder in half steps", { type: "rating", rateMin: 0, rateMax: 1, rateStep: 0.5 }, 0.5, []],
    ["a value off the scale", { type: "slider" }, 150, [["a", "out-of-range"]]],
    ["the wrong word for yes", { type: "boolean", valueTrue: "yes" }, "true", [["a", "unknown-code"]]],
    ["a file that is none", { type: "file" }, "x", [["a", "wrong-type"]]],
    ["nothing", checkbox, null, []],
  ])("%s", (_, element, answer, expected) => {
    const { removed } = checkOne(element, { a: answer });
    expect(removed.map(({ path, reason }) => [path, reason])).toEqual(expected);
  });
});

describe("answers of strangers", () => {
  const kinds = [
    number,
    day,
    { type: "comment" },
    radio,
    checkbox,
    ranking,
    { type: "tagbox", ...colours },
    { type: "rating" },
    { type: "slider", sliderType: "range" },
    { type: "boolean" },
    { type: "file" },
    { type: "imagepicker", multiSelect: true, ...colours },
    { type: "imagemap", areas: [{ value: 1 }] },
    { type: "expression", expression: "{a}" },
  ];
  const strange: unknown[] = [
    JSON.parse('{"__proto__":{"value":1},"toString":"x","hasOwnProperty":0}'),
    Array.from({ length: 20_000 }, (_, i) => i),
    "x".repeat(200_000),
    nested(500),
    [null, undefined, [[]], { value: { value: {} } }],
    Number.NaN,
  ];
  test.each(kinds.map((kind): [string, object] => [kind.type, kind]))("%s takes what comes", (_, kind) => {
    for (const answer of strange) expect(checkOne(kind, { a: answer })).toHaveProperty("findings");
  });
});

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i += 1) value = i % 2 === 0 ? [value] : { value };
  return value;
}
