import { expect, test } from "vitest";
import { readOutline, walk } from "./outline.ts";
import { textsOf } from "./texts.ts";

const questionnaire = {
  title: { en: "Living here", lt: "Gyvenimas čia" },
  calculatedValues: [{ name: "adults", expression: "{people} - {children}" }],
  triggers: [{ type: "setvalue", expression: "{people} > 9", setToName: "many", setValue: true }],
  pages: [
    {
      name: "home",
      elements: [
        {
          type: "radiogroup",
          name: "tenure",
          title: "Whose home?",
          choices: ["own|My own", { value: 2, text: { lt: "Nuomoju" } }, 3],
        },
        {
          type: "paneldynamic",
          name: "members",
          templateElements: [{ type: "text", name: "age", validators: [{ type: "numeric", minValue: 0 }] }],
        },
        {
          type: "matrixdropdown",
          name: "services",
          rows: ["school"],
          columns: [{ name: "used", cellType: "radiogroup", choices: ["yes", "no"] }],
        },
      ],
    },
  ],
};

test("a questionnaire is taken apart into its parts, with the place of each", () => {
  const { nodes, problems } = readOutline(questionnaire);
  expect(problems).toEqual([]);
  expect(nodes.map(({ type, name, path }) => [type, name, path])).toEqual([
    ["survey", undefined, ""],
    ["calculatedvalue", "adults", "calculatedValues[0]"],
    ["setvaluetrigger", undefined, "triggers[0]"],
    ["page", "home", "pages[0]"],
    ["radiogroup", "tenure", "pages[0].elements[0]"],
    ["choiceitem", "own", "pages[0].elements[0].choices[0]"],
    ["choiceitem", "2", "pages[0].elements[0].choices[1]"],
    ["choiceitem", "3", "pages[0].elements[0].choices[2]"],
    ["paneldynamic", "members", "pages[0].elements[1]"],
    ["text", "age", "pages[0].elements[1].templateElements[0]"],
    ["numericvalidator", undefined, "pages[0].elements[1].templateElements[0].validators[0]"],
    ["matrixdropdown", "services", "pages[0].elements[2]"],
    ["itemvalue", "school", "pages[0].elements[2].rows[0]"],
    ["matrixdropdowncolumn", "used", "pages[0].elements[2].columns[0]"],
    ["choiceitem", "yes", "pages[0].elements[2].columns[0].choices[0]"],
    ["choiceitem", "no", "pages[0].elements[2].columns[0].choices[1]"],
  ]);
});

test("texts are found wherever a respondent may read them", () => {
  const texts = [...walk(readOutline(questionnaire).survey)].flatMap(textsOf);
  expect(texts.map(({ path, texts }) => [path, texts])).toEqual([
    ["title", { en: "Living here", lt: "Gyvenimas čia" }],
    ["pages[0].elements[0].title", { default: "Whose home?" }],
    ["pages[0].elements[0].choices[0].text", { default: "My own" }],
    ["pages[0].elements[0].choices[1].text", { lt: "Nuomoju" }],
  ]);
});

test.each<[string, unknown, string]>([
  ["a list", [], ""],
  ["null", null, ""],
  ["pages that are no list", { pages: 3 }, "pages"],
  ["a page that is none", { pages: ["one"] }, "pages[0]"],
  ["a question without a type", { elements: [{ name: "a" }] }, "elements[0].type"],
  ["a question of an unknown type", { elements: [{ type: "hologram", name: "a" }] }, "elements[0].type"],
])("%s is a problem with its place, never an exception", (_what, definition, path) => {
  expect(readOutline(definition).problems.map((problem) => problem.path)).toContain(path);
});

test("a definition nested without end is read to a limit and said so", () => {
  let panel: object = { type: "text", name: "innermost" };
  for (let i = 0; i < 1000; i++) panel = { type: "panel", elements: [panel] };
  const { nodes, problems } = readOutline({ elements: [panel] });
  expect(nodes.length).toBeLessThan(60);
  expect(problems).toHaveLength(1);
});
