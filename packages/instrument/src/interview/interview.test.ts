import { describe, expect, test } from "vitest";
import { validInstruments } from "../../../../tests/instruments/tiny.ts";
import { Interviews, runInterview, type Step } from "./index.ts";

const questionnaires = new Map(validInstruments().map(({ name, files }) => [name, files.questionnaire]));

function run(name: string, steps: Step[]) {
  return runInterview(questionnaires.get(name), steps);
}

describe("an interview without a screen", () => {
  test("says nothing when it goes as expected", () => {
    const steps = [
      { set: { works: "yes", contract: "none" } },
      { expect: { hours: { visible: true, value: null }, enough: { visible: false } } },
      { set: { hours: "part" } },
      { expect: { enough: { visible: true }, hours: { value: "part" } } },
    ];
    expect(run("panels", steps)).toEqual({
      findings: [],
      answers: { works: "yes", contract: "none", hours: "part" },
      asked: new Set(["works", "contract", "hours", "enough", "after"]),
    });
  });

  test("lets go of every answer inside a page or panel that is no longer asked", () => {
    const { answers } = run("panels", [
      { set: { works: "yes", contract: "none", hours: "full" } },
      { set: { works: "no" } },
    ]);
    expect(answers).toEqual({ works: "no" });
  });

  test("names the step where it went another way", () => {
    const steps = [
      { set: { works: "no", contract: "none" } },
      { expect: { hours: { visible: true, value: "full" }, works: { visible: false } } },
    ];
    expect(run("panels", steps).findings.map(({ path }) => path)).toEqual([
      "steps[0].set.contract",
      "steps[1].expect.hours.visible",
      "steps[1].expect.hours.value",
      "steps[1].expect.works.visible",
    ]);
  });

  test("names items the questionnaire does not have", () => {
    const { findings } = run("panels", [{ set: { nobody: 1 } }, { expect: { nobody: { visible: true } } }]);
    expect(findings.map(({ path }) => path)).toEqual(["steps[0].set.nobody", "steps[1].expect.nobody"]);
  });

  test("starts afresh each time and leaves the questionnaire as it was", () => {
    const before = JSON.stringify(questionnaires.get("pages"));
    run("pages", [{ set: { arrived: "after" } }]);
    expect(run("pages", []).answers).toEqual({});
    expect(JSON.stringify(questionnaires.get("pages"))).toBe(before);
  });

  test("an example interview with a misspelt step is refused, not skipped", () => {
    expect(Interviews.safeParse([{ name: "x", steps: [{ sets: { a: 1 } }] }]).success).toBe(false);
    expect(Interviews.safeParse([{ name: "x", steps: [{ expect: { a: { visibel: true } } }] }]).success).toBe(
      false,
    );
  });
});
