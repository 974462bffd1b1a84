import { SurveyModel } from "survey-core";
import { expect, test } from "vitest";

test("survey-core reads an exclusive option of a multiple choice", () => {
  const choices = ["time", { value: "not-needed", isExclusive: true }];
  const model = new SurveyModel({ elements: [{ type: "checkbox", name: "barrier", choices }] });
  expect(model.jsonErrors ?? []).toEqual([]);
  const [, second] = model.getQuestionByName("barrier").choices;
  expect(second.isExclusive).toBe(true);
});
