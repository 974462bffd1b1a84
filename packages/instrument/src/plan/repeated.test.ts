import { describe, expect, test } from "vitest";
import { AnswerGenerator } from "../agreement/index.ts";
import { readOutline } from "../definition/index.ts";
import { type Check, compilePlan, type PreparedPlan, preparePlan } from "./index.ts";

const now = new Date("2026-11-22T10:00:00Z");

/** Something of all that answers leave behind in a run: rows, entries, options, words, variables, objections. */
const questionnaire = {
  calculatedValues: [
    { name: "sum", expression: "{n} + {grid[0].b}", includeIntoResult: true },
    { name: "chosen", expression: "{many}", includeIntoResult: true },
  ],
  triggers: [
    { type: "setvalue", expression: "{n} > 3", setToName: "mark", setValue: ["x"], isVariable: true },
    { type: "setvalue", expression: "{n} > 3", setToName: "told", setValue: "yes" },
  ],
  elements: [
    { type: "text", name: "n", inputType: "number", min: 0, max: 9, isRequired: true },
    { type: "text", name: "told", visibleIf: "{n} > 2", defaultValue: "no" },
    { type: "checkbox", name: "many", choices: ["a", "b", "c"], defaultValue: ["b"], showOtherItem: true },
    { type: "radiogroup", name: "one", choicesFromQuestion: "many", choicesFromQuestionMode: "selected" },
    { type: "ranking", name: "order", choices: [{ value: "p", visibleIf: "{n} > 1" }, "q", "r"] },
    { type: "multipletext", name: "parts", items: [{ name: "x" }, { name: "y" }], defaultValue: { x: "1" } },
    { type: "matrix", name: "rows", columns: [1, 2], rows: ["r1", { value: "r2", visibleIf: "{n} = 2" }] },
    {
      type: "matrixdynamic",
      name: "grid",
      rowCount: 1,
      columns: [
        { name: "a", cellType: "text", isUnique: true },
        { name: "b", cellType: "text", inputType: "number", totalType: "sum", visibleIf: "{row.a} notempty" },
      ],
    },
    {
      type: "paneldynamic",
      name: "people",
      panelCount: 1,
      templateElements: [
        { type: "dropdown", name: "sex", choices: ["f", "m"], isRequired: true },
        { type: "comment", name: "words", visibleIf: "{panel.sex} = 'f' and {grid[0].a} notempty" },
      ],
    },
  ],
};

/** Looks at the clock before any answer is in. */
const timed = {
  ...questionnaire,
  elements: [{ type: "expression", name: "day", expression: "today()" }, ...questionnaire.elements],
};

function prepared(definition: unknown): PreparedPlan {
  const { plan, refusals } = compilePlan(definition);
  if (!plan) throw new Error(JSON.stringify(refusals));
  return preparePlan(plan);
}

function responsesTo(definition: unknown): Record<string, unknown>[] {
  const generator = new AnswerGenerator(readOutline(definition), 5);
  const plan = prepared(definition);
  return Array.from({ length: 120 }, () =>
    generator.next([], (answers) => plan.check(answers, { now }).asked),
  );
}

describe("a plan that checks one response after the other", () => {
  test.each([
    ["a questionnaire", questionnaire],
    ["a questionnaire that looks at the clock", timed],
  ])("judges each response to %s as if it were the first", (_title, definition) => {
    const plan = prepared(definition);
    for (const answers of responsesTo(definition))
      expect(plan.check(answers, { now })).toEqual(prepared(definition).check(answers, { now }));
  });

  test("looks at the clock for every response", () => {
    const plan = prepared(timed);
    const dayAt = (time: string) => plan.check({ n: 1 }, { now: new Date(time) }).cleaned.day;
    expect(dayAt("2026-11-22T10:00:00Z")).not.toEqual(dayAt("2027-01-03T10:00:00Z"));
    expect(dayAt("2026-11-22T10:00:00Z")).toEqual(dayAt("2026-11-22T10:00:00Z"));
  });

  test("shares nothing between what it hands out", () => {
    const plan = prepared(questionnaire);
    const answers = { n: 5, many: ["a"], people: [{ sex: "f" }], grid: [{ a: "1", b: 2 }] };
    const first = plan.check(answers, { now });
    const before = structuredClone(first);
    emptied(first);
    expect(plan.check(answers, { now })).toEqual(before);
  });
});

/** Whoever gets a check may do with it what he likes. */
function emptied(check: Check): void {
  for (const part of [check.cleaned, check.calculated])
    for (const value of Object.values(part)) if (Array.isArray(value)) value.length = 0;
}
