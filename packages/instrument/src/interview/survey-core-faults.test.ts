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
