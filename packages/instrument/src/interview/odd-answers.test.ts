import { expect, test } from "vitest";
import { differences } from "../agreement/compare.ts";
import { compilePlan, preparePlan } from "../plan/index.ts";
import { checkWithSurveyCore } from "./index.ts";

const now = new Date("2026-11-22T10:00:00Z");

/** Answers that no respondent could give, found by long runs of `tiltas agree`: the smallest that showed a difference. */
const shown: readonly (readonly [what: string, elements: object[], answers: Record<string, unknown>])[] = [
  [
    "a list where a row belongs keeps a part that is like the row itself",
    [{ type: "matrixdynamic", name: "m", rowCount: 1, columns: [{ name: "c", cellType: "text" }] }],
    { m: [[{}]] },
  ],
  [
    "a list of rows in an entry that was there by default",
    [
      {
        type: "paneldynamic",
        name: "kin",
        defaultValue: [{ who: "mother" }],
        templateElements: [
          { type: "text", name: "who" },
          {
            type: "matrixdynamic",
            name: "ills",
            rowCount: 0,
            columns: [{ name: "ill", cellType: "text", isRequired: true }],
          },
        ],
      },
    ],
    { kin: [{ ills: [null] }] },
  ],
  [
    "lists where rows belong: what is taken out of the first leaves a gap that the next copy fills",
    [{ type: "matrixdynamic", name: "m", rowCount: 1, columns: [{ name: "c", cellType: "text" }] }],
    { m: [["x"], ["x"]] },
  ],
  [
    "white space in an entry, which is no answer of a respondent's own where a default is calculated",
    [
      {
        type: "paneldynamic",
        name: "kin",
        templateElements: [
          { type: "text", name: "born" },
          { type: "text", name: "here", defaultValueExpression: "{panel.born}" },
        ],
      },
    ],
    { kin: [{ born: "x", here: " " }] },
  ],
  [
    "an object without properties that a checkbox shares with a list of rows",
    [
      { type: "checkbox", name: "a", choices: ["x"], valuePropertyName: "v" },
      { type: "matrixdynamic", name: "b", valueName: "a", columns: [{ name: "c", cellType: "text" }] },
    ],
    { a: {} },
  ],
  [
    "a number where an entry belongs, in which a calculation gives nothing",
    [
      {
        type: "paneldynamic",
        name: "kin",
        templateElements: [{ type: "expression", name: "e", expression: "{panel.x} + ' ' + {panel.y}" }],
      },
    ],
    { kin: [1] },
  ],
  [
    "options from a list whose answers another list, sharing them, has just changed",
    [
      {
        type: "paneldynamic",
        name: "all",
        valueName: "kin",
        templateElements: [{ type: "expression", name: "who", visible: false }],
      },
      {
        type: "paneldynamic",
        name: "more",
        valueName: "kin",
        templateElements: [{ type: "text", name: "d" }],
      },
      { type: "checkbox", name: "c", choicesFromQuestion: "more", choiceValuesFromQuestion: "who" },
    ],
    { kin: [{ who: 0 }], c: " " },
  ],
  [
    "a code that is no option, found where the questions under a row come into being",
    [
      {
        type: "matrixdropdown",
        name: "g",
        rows: ["x"],
        detailPanelMode: "underRow",
        columns: [{ name: "a", cellType: "text" }],
        detailElements: [{ type: "checkbox", name: "c", choices: [1, 2], showOtherItem: true }],
      },
    ],
    { g: { x: { c: ["y"] } } },
  ],
  [
    "a code that is no option, in an entry in which the question is shown later on",
    [
      {
        type: "paneldynamic",
        name: "kin",
        templateElements: [
          {
            type: "checkbox",
            name: "c",
            choices: [1, 2],
            showOtherItem: true,
            visibleIf: "{panelIndex} > 0",
          },
        ],
      },
    ],
    { kin: [{}, { c: ["y"] }] },
  ],
  [
    "an object where a code belongs: names in the condition of the question mean its parts",
    [
      { type: "text", name: "a" },
      { type: "radiogroup", name: "d", choices: ["yes", "no"], visibleIf: "{a} = 'yes'" },
    ],
    { a: "yes", d: { a: 1 } },
  ],
];

test.each(shown)("plan and survey-core agree on %s", (_, elements, answers) => {
  const { plan, refusals } = compilePlan({ elements });
  if (!plan) throw new Error(JSON.stringify(refusals));
  const reference = checkWithSurveyCore({ elements }, answers, { now });
  if (reference.threw !== undefined) throw new Error(reference.threw);
  expect(differences(preparePlan(plan).check(answers, { now }), reference)).toEqual([]);
});

test("of lists that share answers each tells what stands in its own parts", () => {
  const list = (name: string, question: object) => ({
    type: "paneldynamic",
    name,
    valueName: "kin",
    templateElements: [question],
  });
  const elements = [list("first", { type: "text", name: "a" }), list("second", { type: "text", name: "b" })];
  const { plan } = compilePlan({ elements });
  if (!plan) throw new Error("does not compile");
  const { removed } = preparePlan(plan).check({ kin: [{ a: {}, b: {} }] }, { now });
  expect(removed.map(({ path }) => path)).toEqual(["first[0].a", "second[0].b"]);
});

test.each<[string, object, Record<string, unknown>]>([
  ["the key of an entry", {}, { kin: [{ who: { toString: 1 } }, { who: "a" }] }],
  [
    "an option",
    { type: "checkbox", name: "c", choicesFromQuestion: "kin" },
    { kin: [{ who: { toString: 1 } }] },
  ],
])("an object with a property toString as %s does not break the plan, which tells it", (_, more, answers) => {
  const templateElements = [{ type: "text", name: "who" }];
  const roster = { type: "paneldynamic", name: "kin", keyName: "who", templateElements };
  const { plan } = compilePlan({ elements: [roster, ...("type" in more ? [more] : [])] });
  if (!plan) throw new Error("does not compile");
  const { removed } = preparePlan(plan).check(answers, { now });
  expect(removed).toContainEqual({ path: "kin[0].who", reason: "wrong-type" });
});

test("a code that is null in a list that takes words of one's own is told", () => {
  const q1 = { type: "checkbox", name: "a", choices: ["x"], valuePropertyName: "v", showOtherItem: true };
  const { plan } = compilePlan({ elements: [q1] });
  if (!plan) throw new Error("does not compile");
  expect(preparePlan(plan).check({ a: [{ v: null }] }, { now }).removed).toEqual([
    { path: "a[0]", reason: "wrong-type" },
  ]);
});
