import { expect, test } from "vitest";
import { differencesBetween, same, valueAt, withValue } from "./json-place.ts";

const plan = { fewest: 20, collapse: [{ dimension: "age", respondents: 20 }], trimming: null };

test("a place is read and written without touching what stands beside it", () => {
  const changed = withValue(plan, ["collapse", 0, "respondents"], 30);
  expect(valueAt(changed, ["collapse", 0, "respondents"])).toBe(30);
  expect(valueAt(plan, ["collapse", 0, "respondents"])).toBe(20);
  expect(valueAt(plan, ["collapse", 1, "respondents"])).toBeUndefined();
  expect(valueAt(plan, ["constructor"])).toBeUndefined();
});

test("an entry of a list is added at its end and taken away from anywhere", () => {
  const longer = withValue(plan, ["collapse", 1], { dimension: "sex", respondents: 5 });
  expect(valueAt(longer, ["collapse", 1, "dimension"])).toBe("sex");
  expect(withValue(longer, ["collapse", 0], undefined)).toMatchObject({ collapse: [{ dimension: "sex" }] });
  expect(withValue({ a: 1, b: 2 }, ["a"], undefined)).toEqual({ b: 2 });
});

test("differences are named at the smallest place, and the order of names is none", () => {
  const other = { trimming: { upper: 5 }, fewest: 20, collapse: [] };
  expect(differencesBetween(plan, other)).toEqual([
    { path: ["collapse", 0], before: { dimension: "age", respondents: 20 }, after: undefined },
    { path: ["trimming"], before: null, after: { upper: 5 } },
  ]);
  expect(same({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
  expect(same({ a: 1 }, { a: undefined as never })).toBe(false);
  expect(same([], {})).toBe(false);
});
