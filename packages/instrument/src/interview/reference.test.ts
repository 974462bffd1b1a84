import { expect, test, vi } from "vitest";
import { checkWithSurveyCore, type ReferenceVerdict } from "./index.ts";

const now = new Date("2026-11-22T10:00:00Z");

function judged(questionnaire: object, answers: Readonly<Record<string, unknown>>): ReferenceVerdict {
  const check = checkWithSurveyCore({ ...questionnaire }, answers, { now });
  if (check.threw !== undefined) throw new Error(check.threw);
  return check;
}

test("items are asked by path, through panels, entries, cells, detail panels and parts", () => {
  const questionnaire = {
    elements: [
      { type: "panel", name: "p", elements: [{ type: "text", name: "a" }] },
      { type: "panel", name: "h", visible: false, elements: [{ type: "text", name: "b" }] },
      {
        type: "paneldynamic",
        name: "roster",
        panelCount: 2,
        templateElements: [{ type: "text", name: "x" }],
      },
      { type: "matrixdropdown", name: "grid", rows: ["home"], columns: [{ name: "how", cellType: "text" }] },
      {
        type: "matrixdynamic",
        name: "list",
        rowCount: 1,
        columns: [{ name: "c", cellType: "text" }],
        detailPanelMode: "underRow",
        detailElements: [{ type: "text", name: "d" }],
      },
      { type: "multipletext", name: "parts", items: [{ name: "one" }] },
    ],
  };
  expect(judged(questionnaire, {}).asked).toEqual([
    ...["a", "roster", "roster[0].x", "roster[1].x", "grid", "grid.home.how"],
    ...["list", "list[0].c", "list[0].d", "parts", "parts.one"],
  ]);
});

test("a finding says which rule spoke, in whose words", () => {
  const questionnaire = {
    elements: [
      { type: "text", name: "a", isRequired: true, requiredErrorText: { default: "Say it", lt: "Sakyk" } },
      {
        type: "text",
        name: "b",
        validators: [{ type: "email" }, { type: "text", maxLength: 2, text: "Short" }],
      },
      { type: "text", name: "c", inputType: "number", min: 5 },
      { type: "text", name: "d", validators: [{ type: "numeric", maxValue: 3 }] },
      { type: "panel", name: "e", isRequired: true, elements: [{ type: "text", name: "f" }] },
    ],
  };
  expect(judged(questionnaire, { b: "long", c: 1, d: "x" }).findings).toEqual([
    { path: "a", kind: "required", message: "elements[0].requiredErrorText" },
    { path: "b", kind: "email", message: "invalidEmail" },
    { path: "b", kind: "wrong-length", message: "elements[1].validators[1].text" },
    { path: "c", kind: "out-of-range", message: "minError" },
    { path: "d", kind: "not-a-number", message: "numericError" },
    { path: "e", kind: "required", message: "requiredErrorInPanel" },
  ]);
});

test("warnings are no findings, for they keep nobody from completing", () => {
  const validators = [{ type: "text", maxLength: 1, notificationType: "warning" }];
  const { valid, findings } = judged({ elements: [{ type: "text", name: "a", validators }] }, { a: "xyz" });
  expect([valid, findings]).toEqual([true, []]);
});

test("cleaned answers lack unknown items, codes that do not exist, and what routing lets go", () => {
  const questionnaire = {
    elements: [
      { type: "radiogroup", name: "a", choices: [1, 2] },
      { type: "text", name: "b", visibleIf: "{a} = 1" },
      { type: "dropdown", name: "c", choices: ["x"] },
    ],
  };
  expect(judged(questionnaire, { a: 2, b: "gone", c: "nowhere", d: 1 }).cleaned).toEqual({ a: 2 });
});

test("today is the day that is given", () => {
  const questionnaire = {
    calculatedValues: [{ name: "day", expression: "today()" }],
    elements: [{ type: "text", name: "a", visibleIf: "age('2000-11-23') = 25" }],
  };
  const { asked, calculated } = judged(questionnaire, {});
  expect(asked).toEqual(["a"]);
  expect(new Date(String(calculated.day)).getFullYear()).toBe(2026);
  expect(Date.now()).not.toBe(now.getTime());
});

test("outcomes of conditions and rules are seen by the way", () => {
  const questionnaire = {
    elements: [
      { type: "text", name: "a" },
      { type: "text", name: "b", visibleIf: "{a} = 1", isRequired: true, validators: [{ type: "email" }] },
    ],
  };
  const { seen } = judged(questionnaire, { a: 1, b: "x" });
  expect(seen.conditions.get("{a} = 1")?.has(true)).toBe(true);
  expect(seen.rules.get("elements[1].validators[0].text")).toEqual(new Set([false]));
  expect(seen.rules.get("elements[1].requiredErrorText")).toEqual(new Set([true]));
});

test("answers that break survey-core are a result, and everything stands as before", () => {
  const questionnaire = {
    elements: [{ type: "paneldynamic", name: "a", templateElements: [{ type: "text", name: "b" }] }],
  };
  const { warn } = console;
  const check = checkWithSurveyCore(questionnaire, { a: ["words"] }, { now });
  expect(check.threw).toMatch(/TypeError/);
  expect(console.warn).toBe(warn);
  expect(Math.abs(Date.now() - now.getTime())).toBeGreaterThan(0);
});

test("what survey-core puts off until later is not waited for, so that many checks in a row hold no memory", () => {
  const queued = vi.spyOn(globalThis, "queueMicrotask");
  judged({ elements: [{ type: "checkbox", name: "a", choices: ["x"] }] }, { a: ["x"] });
  expect(queued).not.toHaveBeenCalled();
  queued.mockRestore();
});
