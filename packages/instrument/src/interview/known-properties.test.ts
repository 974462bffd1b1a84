import { Serializer, SurveyModel } from "survey-core";
import { expect, test } from "vitest";
import { knownProperties } from "../definition/properties.ts";

const classes: Readonly<Record<string, string>> = {
  questionnaire: "survey",
  page: "page",
  panel: "panel",
  choice: "choiceitem",
};

test.each(Object.entries(knownProperties))(
  "survey-core has every property that is known of a %s",
  (kind, properties) => {
    const name = classes[kind] ?? kind;
    const foreign = properties.filter((property) => !Serializer.findProperty(name, property));
    expect(foreign.filter((property) => !["$schema", "type", "isExclusive"].includes(property))).toEqual([]);
  },
);

test("survey-core reads an exclusive option of a multiple choice", () => {
  const choices = ["time", { value: "not-needed", isExclusive: true }];
  const model = new SurveyModel({ elements: [{ type: "checkbox", name: "barrier", choices }] });
  expect(model.jsonErrors ?? []).toEqual([]);
  const [, second] = model.getQuestionByName("barrier").choices;
  expect(second.isExclusive).toBe(true);
});
