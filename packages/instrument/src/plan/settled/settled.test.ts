import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { validInstruments } from "../../../../../tests/instruments/tiny.ts";
import { AnswerGenerator } from "../../agreement/index.ts";
import { readOutline } from "../../definition/index.ts";
import { compilePlan, type Plan } from "../index.ts";
import { prepareLife } from "../prepare/prepare.ts";
import { settledCheck } from "./settle.ts";

const now = new Date("2026-11-22T10:00:00Z");
const root = join(import.meta.dirname, "../../../../..");
const runs = process.env.TILTAS_FULL === "1" ? 2000 : 12;

interface Definition {
  readonly name: string;
  readonly questionnaire: unknown;
}

function definitionIn(...path: string[]): Definition {
  return {
    name: path.join("/"),
    questionnaire: JSON.parse(readFileSync(join(root, ...path), "utf8")),
  };
}

const features = readdirSync(join(root, "tests/agreement"))
  .filter((file) => file.endsWith(".json"))
  .map((file) => definitionIn("tests/agreement", file));
const tiny = validInstruments().map(({ name, files }) => ({ name, questionnaire: files.questionnaire }));
const published = readdirSync(join(root, "instruments"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(join(root, "instruments", name)).map((version) =>
      definitionIn("instruments", name, version, "questionnaire.json"),
    ),
  );

function planOf(questionnaire: unknown, change = (text: string) => text): Plan | undefined {
  return compilePlan(JSON.parse(change(JSON.stringify(questionnaire)))).plan;
}

/** Answers along the routing, against it, hostile; each also as its own life leaves it, and with one answer missing. */
function* responsesTo({ questionnaire }: Definition, plan: Plan): Generator<Record<string, unknown>> {
  const generator = new AnswerGenerator(readOutline(questionnaire), 11);
  const life = prepareLife(plan);
  const route = (answers: Record<string, unknown>) => life.check(answers, { now }).asked;
  for (let i = 0; i < runs; i += 1) {
    const answers = i % 2 === 0 ? generator.walk(route, { rounds: 60, edges: 0 }) : generator.next([], route);
    const { cleaned } = life.check(answers, { now });
    const names = Object.keys(cleaned);
    const without = names[(i * 7) % Math.max(1, names.length)];
    yield answers;
    yield { ...cleaned };
    yield Object.fromEntries(Object.entries(cleaned).filter(([name]) => name !== without));
  }
}

/** How many responses were judged in one look, each compared with its life. */
function judgedAlike(definition: Definition): number {
  const plan = planOf(definition.questionnaire);
  const settled = plan && settledCheck(plan);
  if (!plan || !settled) return 0;
  const life = prepareLife(plan);
  let judged = 0;
  for (const answers of responsesTo(definition, plan)) {
    const check = settled(answers, now);
    if (!check) continue;
    judged += 1;
    expect(check).toEqual(life.check(answers, { now }));
  }
  return judged;
}

describe("settled answers are judged in one look as their whole life would judge them", () => {
  test.each(published)("in $name, which leaves answers as they are", (definition) => {
    expect(judgedAlike(definition)).toBeGreaterThan(0);
  });

  test("in everything that is written to try one feature", () => {
    const judged = [...features, ...tiny].map(judgedAlike).reduce((sum, one) => sum + one, 0);
    expect(judged).toBeGreaterThan(20 * runs);
  });
});

/** All kinds of questions whose answers come from respondents alone. */
const ordinary = {
  clearInvisibleValues: "onHiddenContainer",
  calculatedValues: [{ name: "adult", expression: "iif({age} >= 18, 1, 0)", includeIntoResult: true }],
  pages: [
    {
      name: "about",
      elements: [
        { type: "text", name: "age", inputType: "number", min: 0, max: 120, step: 0.5, isRequired: true },
        {
          type: "radiogroup",
          name: "works",
          choices: ["yes", "no"],
          clearIfInvisible: "none",
          visible: false,
        },
        { type: "text", name: "job", maxLength: 10, visibleIf: "{works} = 'yes' and {adult} = 1" },
      ],
    },
    {
      name: "rest",
      visibleIf: "{age} > 9",
      elements: [
        {
          type: "checkbox",
          name: "needs",
          choices: [
            "home",
            { value: "school", visibleIf: "{age} < 30" },
            { value: "nothing", isExclusive: true },
          ],
        },
        {
          type: "dropdown",
          name: "first",
          choices: ["home", "school"],
          choicesVisibleIf: "{needs} contains {item}",
        },
        {
          type: "matrix",
          name: "trust",
          columns: [0, 1, 2],
          rows: ["police", { value: "court", visibleIf: "{age} > 20" }],
        },
        { type: "boolean", name: "again", visibleIf: "{trust.police} = 2 or {needs} empty" },
        { type: "rating", name: "life", rateMax: 10, requiredIf: "{again} = true" },
        {
          type: "paneldynamic",
          name: "children",
          panelCount: 1,
          maxPanelCount: 3,
          visibleIf: "{adult} = 1",
          templateElements: [
            { type: "radiogroup", name: "size", choices: ["small", "big"], isRequired: true },
            { type: "comment", name: "school", visibleIf: "{panel.size} = 'big'" },
          ],
        },
        {
          type: "text",
          name: "came",
          inputType: "date",
          min: "1990-01-01",
          validators: [{ type: "regex", regex: "^2" }],
        },
        { type: "radiogroup", name: "helper", choices: ["friend", "office"], showOtherItem: true },
        { type: "ranking", name: "order", choices: ["home", "work", "school"] },
        { type: "radiogroup", name: "fair", choices: [5, "5"], showCommentArea: true },
        { type: "rating", name: "pace", rateMax: 3, showCommentArea: true },
        {
          type: "text",
          name: "years",
          inputType: "number",
          validators: [{ type: "expression", expression: "{years} empty or {years} <= {age}" }],
        },
      ],
    },
  ],
};

const settledAnswers = {
  age: 40,
  works: "yes",
  job: "teacher",
  needs: ["home"],
  first: "home",
  trust: { police: 2, court: 1 },
  again: true,
  life: 7,
  children: [{ size: "big", school: "first" }, { size: "small" }],
  came: "2022-03-31",
  helper: "other",
  "helper-Comment": "a neighbour",
  order: ["work", "home", "school"],
  pace: 2,
  "pace-Comment": "rather quick",
  years: 12,
};

function answersWith(changes: Record<string, unknown>): Record<string, unknown> {
  const all = Object.entries({ ...settledAnswers, ...changes });
  return Object.fromEntries(all.filter(([, answer]) => answer !== undefined));
}

describe("answers that their life would change, or that are objected to, are left to it", () => {
  const plan = planOf(ordinary);
  if (!plan) throw new Error("The questionnaire of this test has no plan.");
  const settled = settledCheck(plan);
  const life = prepareLife(plan);

  test("while those of somebody who answers what is asked are settled", () => {
    const check = settled?.(settledAnswers, now);
    expect(check).toEqual(life.check(settledAnswers, { now }));
    expect(check?.cleaned).toEqual({ ...settledAnswers, adult: 1 });
    expect(check?.removed).toEqual([{ path: "works", reason: "not-asked" }]);
  });

  test("as are those of somebody who leaves any one of them out", () => {
    const judged = Object.keys(settledAnswers).filter((name) => {
      const answers = answersWith({ [name]: undefined });
      const check = settled?.(answers, now);
      if (check) expect(check).toEqual(life.check(answers, { now }));
      return check !== undefined;
    });
    expect(judged).toEqual(["job", "first", "again", "came", "order", "pace-Comment", "years"]);
  });

  test("as are those of somebody who leaves a list empty: it holds the entries that are shown", () => {
    const { children: _none, ...answers } = settledAnswers;
    const questionnaire = planOf(ordinary, (text) =>
      text.replace('"size","choices":["small","big"],"isRequired":true', '"size","choices":["small","big"]'),
    );
    const check = questionnaire && settledCheck(questionnaire)?.(answers, now);
    expect(check?.cleaned.children).toEqual([{}]);
    expect(questionnaire && prepareLife(questionnaire).check(answers, { now })).toEqual(check);
  });

  test.each<[string, Record<string, unknown>]>([
    ["something that is no item", { hobby: "chess" }],
    ["a code that is not offered to anybody", { works: "often" }],
    ["a code that is not offered to this person", { needs: ["school"] }],
    ["an option that follows from another answer", { first: "school" }],
    ["one code twice", { needs: ["home", "home"] }],
    ["nothing, and something beside it", { needs: ["nothing", "home"] }],
    ["a list without codes", { needs: [] }],
    ["a number in words", { age: "40" }],
    ["a number beyond its bounds", { age: 121 }],
    ["a number between two steps", { age: 40.3 }],
    ["more words than there is room for", { job: "teacher of geography" }],
    ["a row that does not exist", { trust: { neighbours: 1 } }],
    ["a row that is not shown", { age: 19, trust: { court: 1 } }],
    ["a code that JavaScript takes for false", { trust: { police: 0 } }],
    ["nothing where an answer is required", { life: undefined }],
    ["something that a rule objects to", { years: 41 }],
    ["a day before the first", { came: "1989-12-31" }],
    ["something that a pattern does not take", { came: "1999-12-31" }],
    ["other without words for it", { "helper-Comment": undefined }],
    ["an order that lacks an option", { order: ["work", "home"] }],
    ["an answer to an item that is not asked", { works: "no" }],
    ["an answer in an entry in which it is not asked", { children: [{ size: "small", school: "x" }] }],
    ["an entry without a required answer", { children: [{}] }],
    ["more entries than there may be", { children: Array.from({ length: 4 }, () => ({ size: "small" })) }],
  ])("%s", (_what, changes) => {
    const answers = answersWith(changes);
    expect(settled?.(answers, now)).toBeUndefined();
    const { valid, cleaned, removed } = life.check(answers, { now });
    const { adult: _calculated, ...kept } = cleaned;
    const isTold = removed.some(({ path }) => path !== "works");
    expect(valid && !isTold && JSON.stringify(kept) === JSON.stringify(answers)).toBe(false);
  });

  test("a day that has more letters than its item takes", () => {
    const short = planOf({ elements: [{ type: "text", name: "day", inputType: "date", maxLength: 3 }] });
    expect(short && settledCheck(short)?.({ day: "2024-02-29" }, now)).toBeUndefined();
    expect(short && settledCheck(short)?.({}, now)).toBeDefined();
  });

  test.each<[string, Record<string, unknown>]>([
    ["words beside a question that has no place for them", { "needs-Comment": "and a garden" }],
    ["words without an answer", { pace: undefined }],
    ["a day that does not exist", { came: "2022-02-30" }],
    ["a code that survey-core takes for another", { fair: "5" }],
    ["words without a letter", { job: "  " }],
    ["an answer that is null", { job: null }],
  ])("%s, which it may keep", (_what, changes) => {
    expect(settled?.(answersWith(changes), now)).toBeUndefined();
  });

  test.each<[string, object]>([
    ["a default value", { type: "text", name: "q", defaultValue: "a" }],
    ["a value that is calculated on screen", { type: "expression", name: "q", expression: "1 + 1" }],
    ["options of another question", { type: "radiogroup", name: "q", choicesFromQuestion: "other" }],
    [
      "a condition on the words of an answer",
      { type: "text", name: "q", visibleIf: "displayValue('other') = 'One'" },
    ],
    ["a condition on today", { type: "text", name: "q", visibleIf: "age({other}) > 3" }],
    [
      "a name that is a row of the matrix itself",
      { type: "matrix", name: "q", columns: [1], rows: ["other"], visibleIf: "{other} = 1" },
    ],
    ["a condition that is a number", { type: "text", name: "q", visibleIf: "{other} + 1" }],
    ["rows that respondents add", { type: "matrixdynamic", name: "q", columns: [{ name: "a" }] }],
    [
      "options that decide whether it is asked",
      {
        type: "radiogroup",
        name: "q",
        choices: [1],
        choicesVisibleIf: "{other} = 1",
        hideIfChoicesEmpty: true,
      },
    ],
    ["an answer that two questions share", { type: "text", name: "q", valueName: "other" }],
  ])("all of them in a questionnaire with %s", (_what, question) => {
    const elements = [{ type: "radiogroup", name: "other", choices: [1, 2] }, question];
    const questionnaire = planOf({ elements });
    expect(questionnaire && settledCheck(questionnaire)).toBeUndefined();
  });
});

interface Element {
  name?: string;
  type?: string;
  choices?: unknown[];
  [property: string]: unknown;
}

function elementsIn(value: unknown, found: Element[] = []): Element[] {
  if (typeof value !== "object" || value === null) return found;
  if ("name" in value && "type" in value) found.push(value as Element);
  for (const part of Object.values(value)) elementsIn(part, found);
  return found;
}

const condition = fc
  .tuple(
    fc.constantFrom(
      "age",
      "works",
      "needs",
      "first",
      "trust.police",
      "panel.size",
      "item",
      "helper",
      "order",
      "adult",
    ),
    fc.constantFrom(
      "= 'yes'",
      "<> 'home'",
      "contains 'home'",
      "> 1",
      "empty",
      "notempty",
      "anyof ['other', 2]",
    ),
  )
  .map(([name, operation]) => `{${name}} ${operation}`);

/** What an author may write on any question, where it belongs and where it does not. */
const property = fc.oneof(
  ...["visibleIf", "requiredIf", "choicesVisibleIf", "rowsVisibleIf"].map((name) =>
    fc.record({ [name]: condition }),
  ),
  fc.constantFrom<object>(
    { visible: false },
    { isRequired: true },
    { showCommentArea: true },
    { showOtherItem: true },
    { showNoneItem: true },
    { minSelectedChoices: 2 },
    { maxSelectedChoices: 2 },
    { maxLength: 3 },
    { inputType: "date" },
    { inputType: "email" },
    { inputType: "number" },
    { min: 2, max: 50 },
    { type: "checkbox" },
    { type: "ranking" },
    { type: "dropdown" },
    { eachRowRequired: true },
    { storeOthersAsComment: false },
    { panelCount: 0 },
    { panelCount: 2 },
    { valueName: "age" },
    { choices: ["home", "school", "yes", { value: 2, isExclusive: true }] },
    { validators: [{ type: "numeric", minValue: 3 }] },
    { validators: [{ type: "text", minLength: 3 }] },
  ),
  fc.constantFrom("none", "onHidden", "onComplete").map((clearIfInvisible) => ({ clearIfInvisible })),
);

test("however the questionnaire of all kinds is changed, one look and the whole life say the same", () => {
  let judged = 0;
  const example = fc.record({
    changes: fc.array(fc.tuple(fc.nat(100), property), { minLength: 1, maxLength: 4 }),
    left: fc.array(fc.subarray(Object.keys(settledAnswers)), { minLength: 6, maxLength: 6 }),
  });
  const says = fc.property(example, ({ changes, left }) => {
    const questionnaire = structuredClone(ordinary);
    const elements = elementsIn(questionnaire);
    for (const [at, properties] of changes) Object.assign(elements[at % elements.length] ?? {}, properties);
    const plan = planOf(questionnaire);
    const settled = plan && settledCheck(plan);
    if (!plan || !settled) return;
    const life = prepareLife(plan);
    for (const names of [Object.keys(settledAnswers), ...left]) {
      const given = Object.fromEntries(
        Object.entries(settledAnswers).filter(([name]) => names.includes(name)),
      );
      for (const answers of [given, { ...life.check(given, { now }).cleaned }]) {
        const check = settled(answers, now);
        if (!check) continue;
        judged += 1;
        expect(check).toEqual(life.check(answers, { now }));
      }
    }
  });
  fc.assert(says, { seed: 6, numRuns: process.env.TILTAS_FULL === "1" ? 20_000 : 100 });
  expect(judged).toBeGreaterThan(100);
});
