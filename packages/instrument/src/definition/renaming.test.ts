import { expect, test } from "vitest";
import { namesIn, namesUnfit, readQuestionnaire, renameItems, renamingFor } from "./index.ts";

const questionnaire = {
  title: "About {like-cake} and {Like-Cake}",
  calculatedValues: [{ name: "2nd", expression: "{like-cake} + {kids[0].first name}" }],
  triggers: [
    { type: "copyvalue", expression: "{like-cake} = 'like-cake'", setToName: "page", fromName: "like-cake" },
  ],
  elements: [
    { type: "radiogroup", name: "like-cake", choices: ["like-cake", "no"] },
    {
      type: "text",
      name: "page",
      visibleIf: "{like-cake-Comment} notempty and {a.b} = 1",
      valueName: "like-cake",
    },
    {
      type: "paneldynamic",
      name: "kids",
      templateTitle: { en: "{panel.first name}", lt: "Vaikas {panel.first name}" },
      templateElements: [
        { type: "text", name: "first name", visibleIf: "{kids[0].first name} = displayValue('like-cake')" },
      ],
      defaultValue: [{ "first name": "like-cake" }],
    },
    { type: "text", name: "a.b" },
    { type: "text", name: "Kids" },
    {
      type: "checkbox",
      name: "ok",
      choicesFromQuestion: "like-cake",
      visibleIf: "{ok} contains 'like-cake'",
    },
  ],
};

const table = renamingFor(namesIn(readQuestionnaire(questionnaire).items).concat("2nd"));

test("names that cannot be published are offered others, one for each", () => {
  expect([...table]).toEqual([
    ["like-cake", "like_cake"],
    ["page", "page_1"],
    ["first name", "first_name"],
    ["a.b", "a_b"],
    ["Kids", "Kids_2"],
    ["2nd", "q_2nd"],
  ]);
});

test("long names, and names of other alphabets, stay apart", () => {
  const long = "a".repeat(40);
  const names = [...renamingFor([`${long}1`, `${long}2`, "вопрос", "ответ", "Ąžuolas čia"]).values()];
  expect(names).toEqual(["a".repeat(32), `${"a".repeat(30)}_2`, "q", "q_2", "Azuolas_cia"]);
});

test("an item renamed is renamed wherever it is spoken of, and nothing else changes", () => {
  expect(renameItems(questionnaire, table)).toEqual({
    title: "About {like_cake} and {like_cake}",
    calculatedValues: [{ name: "q_2nd", expression: "{like_cake} + {kids[0].first_name}" }],
    triggers: [
      {
        type: "copyvalue",
        expression: "{like_cake} = 'like-cake'",
        setToName: "page_1",
        fromName: "like_cake",
      },
    ],
    elements: [
      { type: "radiogroup", name: "like_cake", choices: ["like-cake", "no"] },
      {
        type: "text",
        name: "page_1",
        visibleIf: "{like_cake-Comment} notempty and {a_b} = 1",
        valueName: "like_cake",
      },
      {
        type: "paneldynamic",
        name: "kids",
        templateTitle: { en: "{panel.first_name}", lt: "Vaikas {panel.first_name}" },
        templateElements: [
          { type: "text", name: "first_name", visibleIf: "{kids[0].first_name} = displayValue('like_cake')" },
        ],
        defaultValue: [{ first_name: "like-cake" }],
      },
      { type: "text", name: "a_b" },
      { type: "text", name: "Kids_2" },
      {
        type: "checkbox",
        name: "ok",
        choicesFromQuestion: "like_cake",
        visibleIf: "{ok} contains 'like-cake'",
      },
    ],
  });
});

test("after renaming no name is unfit, and a second renaming changes nothing", () => {
  const renamed = renameItems(questionnaire, table);
  const { items } = readQuestionnaire(renamed);
  expect(namesUnfit({ items })).toEqual([]);
  expect(renamingFor(namesIn(items)).size).toBe(0);
});
