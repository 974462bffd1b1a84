import { expect, test } from "vitest";
import { listwise } from "./measurement.ts";

test("listwise keeps only people who answered everything, and leaves the given lists alone", () => {
  const [first, second] = [Float64Array.of(1, 2, Number.NaN), Float64Array.of(4, Number.NaN, 6)];
  const [a, b] = listwise([{ values: first }, { values: second }]);
  expect([a?.values, b?.values]).toEqual([
    Float64Array.of(1, Number.NaN, Number.NaN),
    Float64Array.of(4, Number.NaN, Number.NaN),
  ]);
  expect(first[1]).toBe(2);
  expect(listwise([])).toEqual([]);
});
