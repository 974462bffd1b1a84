import { expect, test } from "vitest";
import type { Categories } from "../categories.ts";
import { designOf } from "../example-sample.ts";
import { ModelError } from "./regression-model.ts";
import { tTest } from "./t-test.ts";

const design = designOf([1, 2, 1, 2, 1, 1].map((weight) => ({ y: 0, weight })));
const hours = { name: "hours", values: Float64Array.from([4, 6, 5, 9, 8, 10]) };
const team: Categories = {
  name: "team",
  codes: Int32Array.from([0, 0, 0, 1, 1, 1]),
  levels: ["day", "night"],
};

test("a mean is tested on the degrees of freedom of the design minus one", () => {
  const found = tTest(design, hours);
  expect(found).toMatchObject({ degreesOfFreedom: 4, respondents: 6, sumOfWeights: 8 });
  expect(found.value).toBeCloseTo(57 / 8, 12);
  expect(found.statistic).toBeCloseTo(found.value! / found.standardError!, 12);
});

test("two groups differ by the difference of their weighted means", () => {
  const found = tTest(design, hours, { group: team });
  expect(found.value).toBeCloseTo(36 / 4 - 21 / 4, 12);
  expect(found.degreesOfFreedom).toBe(4);
  expect(found.interval!.low).toBeLessThan(found.value!);
});

test("a group coded 1 and 2 says the same as one of two names", () => {
  const coded = { name: "team", values: Float64Array.from([1, 1, 1, 2, 2, 2]) };
  expect(tTest(design, hours, { group: coded }).pValue).toBeCloseTo(
    tTest(design, hours, { group: team }).pValue!,
    12,
  );
});

test("more than two groups are refused with the remedy", () => {
  const three: Categories = {
    name: "team",
    codes: Int32Array.from([0, 1, 2, 0, 1, 2]),
    levels: ["a", "b", "c"],
  };
  expect(() => tTest(design, hours, { group: three })).toThrow(ModelError);
  expect(() => tTest(design, hours, { group: hours })).toThrow(/0 and 1, or 1 and 2/);
});

test("kept missing answers mean no test, with that reason", () => {
  const gaps = { name: "hours", values: Float64Array.from([4, Number.NaN, 5, 9, 8, 10]) };
  expect(tTest(design, gaps, { missing: "keep" })).toMatchObject({
    statistic: null,
    pValue: null,
    reason: "missing-kept",
  });
  expect(tTest(design, gaps).statistic).not.toBeNull();
});

test("one respondent has a mean but no test", () => {
  const found = tTest(design, hours, { within: Uint8Array.from([1, 0, 0, 0, 0, 0]) });
  expect(found.pValue).toBeNull();
  expect(found.interval).toBeNull();
});
