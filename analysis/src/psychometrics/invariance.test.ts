import { expect, test } from "vitest";
import { answersToOneTrait } from "./example-answers.ts";
import { testInvariance } from "./index.ts";

const loadings = [0.8, 0.7, 0.6, 0.7];
const [first, second] = [1, 2].map((seed) => answersToOneTrait(400, loadings, { seed }));
const groups = { of: Int32Array.from({ length: 800 }, (_, row) => (row < 400 ? 0 : 1)), names: ["lt", "uk"] };
const factors = [{ name: "f", items: first!.names }];

/** Both groups one under the other, one item of the second moved. */
function together(shift: number) {
  const values = first!.values.map((own, item) =>
    Float64Array.of(...own, ...second!.values[item]!.map((value) => (item === 3 ? value + shift : value))),
  );
  return { names: first!.names, values };
}

test("items that work alike in two languages pass every step", () => {
  const tested = testInvariance(together(0), factors, { groups });
  if (!tested.estimable) throw new Error(tested.sentence);
  expect([tested.configural, tested.metric, tested.scalar].map(({ fit }) => fit.df)).toEqual([4, 7, 10]);
  expect(tested.scalarAgainstMetric.pValue).toBeGreaterThan(0.01);
});

test("an item that one language answers higher whatever the trait is found at the scalar step, not before", () => {
  const tested = testInvariance(together(0.6), factors, { groups });
  if (!tested.estimable) throw new Error(tested.sentence);
  expect(tested.metricAgainstConfigural.pValue).toBeGreaterThan(0.01);
  expect(tested.scalarAgainstMetric.pValue).toBeLessThan(1e-6);
  expect(tested.scalarAgainstMetric.cfi).toBeLessThan(-0.01);
});

test("a group of three people is named as too small", () => {
  const few = { of: groups.of.map((_, row) => (row < 3 ? 1 : 0)), names: ["lt", "uk"] };
  const tested = testInvariance(together(0), factors, { groups: few });
  expect(tested).toMatchObject({ estimable: false, reason: "too-few-respondents" });
  if (!tested.estimable) expect(tested.sentence).toContain('"uk"');
});
