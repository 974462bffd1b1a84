import { describe, expect, test } from "vitest";
import { readOutline } from "../../definition/outline.ts";
import classes from "../../definition/surveyjs/classes.json" with { type: "json" };
import { checkProperties } from "./check.ts";
import { classifications, namesIn } from "./standing.ts";

const declared = Object.entries<{ properties: object }>(classes).flatMap(([type, { properties }]) =>
  Object.keys(properties).map((property) => `${type}.${property}`),
);

const classified = Object.entries(classifications).flatMap(([type, { handled, look, refused = {} }]) =>
  [...namesIn(handled), ...namesIn(look), ...Object.keys(refused)].map((property) => `${type}.${property}`),
);

function checkAll(questionnaire: unknown) {
  const checks = readOutline(questionnaire).nodes.map(checkProperties);
  return {
    refusals: checks.flatMap(({ refusals }) => refusals.map(({ path }) => path)),
    notices: checks.flatMap(({ notices }) => notices.map(({ path }) => path)),
  };
}

describe("what the plan does with the properties of SurveyJS", () => {
  test("every property that survey-core writes is classified exactly once, and nothing else is", () => {
    expect([...classified].sort()).toEqual([...declared].sort());
  });

  test("a refused property stops the plan only where it is set", () => {
    const dropdown = (choicesLazyLoadEnabled: boolean) => ({
      elements: [{ type: "dropdown", name: "town", choicesLazyLoadEnabled }],
    });
    expect(checkAll(dropdown(true)).refusals).toEqual(["elements[0].choicesLazyLoadEnabled"]);
    expect(checkAll(dropdown(false)).refusals).toEqual([]);
  });

  test("single values of a property can be refused", () => {
    const paged = (questionsOnPageMode: string) => checkAll({ questionsOnPageMode, elements: [] }).refusals;
    expect(paged("questionPerPage")).toEqual(["questionsOnPageMode"]);
    expect(paged("singlePage")).toEqual([]);
  });

  test("properties of other tools have no effect, and that is said", () => {
    const questionnaire = { elements: [{ type: "text", name: "age", score: 3, isRequired: true }], ours: 1 };
    expect(checkAll(questionnaire)).toEqual({ refusals: [], notices: ["ours", "elements[0].score"] });
  });

  test("columns take the properties of the questions in their cells", () => {
    const columns = [{ name: "a", cellType: "text", inputType: "number", rateMin: 2 }];
    const questionnaire = { elements: [{ type: "matrixdynamic", name: "m", columns }] };
    expect(checkAll(questionnaire).notices).toEqual(["elements[0].columns[0].rateMin"]);
  });

  test("names that every object inherits are no properties", () => {
    const questionnaire: unknown = JSON.parse(
      '{"elements":[{"type":"text","name":"a","__proto__":1,"constructor":2}]}',
    );
    expect(checkAll(questionnaire).notices).toEqual(["elements[0].__proto__", "elements[0].constructor"]);
  });
});
