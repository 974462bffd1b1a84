import { expect, test } from "vitest";
import { surveyCoreFaults } from "../agreement/index.ts";
import { checkWithSurveyCore } from "./index.ts";

const now = new Date("2026-11-22T10:00:00Z");

/** What survey-core 3.0.0 shows on the example of each fault; the day it shows something else, the fault goes. */
const shown: Readonly<Record<string, (check: ReturnType<typeof checkWithSurveyCore>) => void>> = {
  "breaks-on-unacceptable-values": (check) => expect(check.threw).toMatch(/^TypeError/),
  "reads-answers-through-proto": (check) => expect(check).toMatchObject({ valid: true, findings: [] }),
};

test.each(surveyCoreFaults)("survey-core still shows the fault $id", ({ id, example }) => {
  const check = checkWithSurveyCore(example.questionnaire, example.answers, { now });
  expect(shown[id]).toBeTypeOf("function");
  shown[id]?.(check);
});

test("each fault says what is documented and where, and recognises no difference of ours", () => {
  for (const { documented, source, explains, example } of surveyCoreFaults) {
    expect(documented.length).toBeGreaterThan(30);
    expect(source).toMatch(/^https:\/\/surveyjs\.io\//);
    const ours = { aspect: "failure", path: "", text: "The plan broke: TypeError: no" } as const;
    expect(explains(ours, example.questionnaire, example.answers)).toBe(false);
  }
});

test("that survey-core breaks is laid to survey-core only where answers hold what no question stores", () => {
  const fault = surveyCoreFaults.find(({ id }) => id === "breaks-on-unacceptable-values");
  const questionnaire = {
    elements: [
      { type: "paneldynamic", name: "family", templateElements: [{ type: "text", name: "age" }] },
      { type: "checkbox", name: "works", choices: ["a", "b"] },
    ],
  };
  const isLaid = (error: string, answers: Readonly<Record<string, unknown>>) =>
    fault?.explains(
      { aspect: "failure", path: "", text: `survey-core broke: ${error}` },
      questionnaire,
      answers,
    );
  const cannotCreate = "TypeError: Cannot create property '…' on string '…'";
  expect(isLaid(cannotCreate, { family: ["words"] })).toBe(true);
  expect(isLaid(cannotCreate, { family: [{ age: "5" }], works: ["a"] })).toBe(false);
  const noPrimitive = "TypeError: Cannot convert object to primitive value";
  expect(isLaid(noPrimitive, { family: [{ age: { toString: 1 } }] })).toBe(true);
  expect(isLaid(noPrimitive, { family: ["words"] })).toBe(false);
  const ofNull = "TypeError: Cannot read properties of null (reading '…')";
  expect(isLaid(ofNull, { works: [null] })).toBe(true);
  expect(isLaid(ofNull, { works: ["a"] })).toBe(false);
  expect(isLaid("RangeError: Maximum call stack size exceeded", { family: ["words"] })).toBe(false);
});
