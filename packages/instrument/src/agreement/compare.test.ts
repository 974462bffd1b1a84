import { expect, test } from "vitest";
import { differences, type Verdict } from "./compare.ts";

const verdict: Verdict = {
  valid: true,
  asked: ["works", "family", "family[0].age"],
  findings: [],
  cleaned: { works: "yes", family: [{ age: 5 }] },
  calculated: {},
};

test("equal verdicts have no difference, whatever the order of keys", () => {
  const other = { ...verdict, cleaned: { family: [{ age: 5 }], works: "yes", gone: undefined } };
  expect(differences(verdict, other)).toEqual([]);
});

test("each difference names the item and what each of the two says", () => {
  const reference: Verdict = {
    valid: false,
    asked: ["works", "family", "family[0].age", "why"],
    findings: [{ path: "why", kind: "required", message: "requiredError" }],
    cleaned: { works: "yes", family: [{ age: "5" }] },
    calculated: { total: 1 },
  };
  expect(
    differences(verdict, reference).map(({ aspect, path, text }) => `${aspect} ${path}: ${text}`),
  ).toEqual([
    "asked why: survey-core asks it, the plan does not.",
    "findings why: Only survey-core finds required (requiredError).",
    'cleaned family[0].age: survey-core leaves "5", the plan 5.',
    "calculated total: survey-core leaves 1, the plan nothing.",
    "verdict : survey-core says not valid, the plan says valid.",
  ]);
});

test("findings count as often as they stand there; order of asked items matters", () => {
  const twice = { path: "a", kind: "required", message: "requiredError" } as const;
  const [one, two] = [
    { ...verdict, findings: [twice] },
    { ...verdict, findings: [twice, twice] },
  ];
  expect(differences(one, two)).toHaveLength(1);
  const turned = { ...verdict, asked: ["family", "works", "family[0].age"] };
  expect(differences(verdict, turned)).toEqual([
    { aspect: "asked", path: "works", text: "The two ask it in different places." },
  ]);
});

test("dates, NaN and lists of different length are told apart", () => {
  const cleaned = (value: unknown) => ({ ...verdict, cleaned: { value } });
  const differs = (a: unknown, b: unknown) => differences(cleaned(a), cleaned(b)).length;
  expect(differs(new Date(5), new Date(5))).toBe(0);
  expect(differs(new Date(5), new Date(6))).toBe(1);
  expect(differs(Number.NaN, Number.NaN)).toBe(0);
  expect(differs(Number.NaN, null)).toBe(1);
  expect(differs([1], [1, 2])).toBe(1);
});
