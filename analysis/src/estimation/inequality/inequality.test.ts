import { expect, test } from "vitest";
import { makeDesign, makeReplicates } from "../../design/index.ts";
import { estimateInequality, type Inequality } from "./inequality.ts";
import { exampleIncomes } from "./inequality-example.ts";
import { giniEstimator } from "./inequality-gini.ts";

const equal = (incomes: number[]) => ({
  design: makeDesign({ weights: incomes.map(() => 1) }),
  incomes: { values: Float64Array.from(incomes) },
});

test("where everybody has the same income nothing is unequal and nobody is poor", () => {
  const { design, incomes } = equal([900, 900, 900, 900]);
  const { gini, rate } = estimateInequality(design, incomes);
  expect([gini.value, rate.value]).toEqual([0, 0]);
});

test("where one of a hundred has everything the Gini coefficient is 99 percent", () => {
  const { design, incomes } = equal([...new Array<number>(99).fill(0), 5000]);
  expect(estimateInequality(design, incomes).gini.value).toBeCloseTo(0.99, 12);
});

test("incomes that add up to nothing have no Gini coefficient, and a reason", () => {
  const { design, incomes } = equal([0, 0, 0]);
  expect(estimateInequality(design, incomes).gini).toMatchObject({ value: null, reason: "not-estimable" });
});

test("the scores of the Gini coefficient are its derivative by the weight, ties included", () => {
  const incomes = Float64Array.of(700, 300, 300, 1200, 450, 300);
  const weights = Float64Array.of(2, 1, 3, 1.5, 2, 0.5);
  const estimator = giniEstimator(incomes);
  const scores = estimator.scoresAt(weights)[0]!;
  scores.forEach((score, row) => {
    const nudged = (by: number) => estimator.valueAt(weights.with(row, weights[row]! + by))[0]!;
    expect(score).toBeCloseTo((nudged(1e-5) - nudged(-1e-5)) / 2e-5, 7);
  });
});

test("changing the unit of incomes or of weights changes no ratio", () => {
  const { design, incomes } = exampleIncomes(4);
  const plain = estimateInequality(design, { values: incomes });
  const scaled = estimateInequality(
    { ...design, weights: design.weights.map((weight) => weight * 8) },
    { values: incomes.map((income) => income * 4) },
  );
  for (const name of ["rate", "gap", "gini", "quintileRatio"] as const) {
    expect(scaled[name].value).toBeCloseTo(plain[name].value ?? Number.NaN, 12);
    expect(scaled[name].standardError).toBeCloseTo(plain[name].standardError ?? Number.NaN, 10);
  }
});

test("linearised errors agree with those of 400 bootstrap replicates in a large sample", () => {
  const { design, incomes, group } = exampleIncomes(11);
  const replicates = makeReplicates(design, { method: "subbootstrap", replicates: 400, seed: 3 });
  const names: (keyof Inequality)[] = ["threshold", "rate", "gap", "gini", "quintileRatio"];
  for (const options of [{}, { group }]) {
    const linearised = estimateInequality(design, { values: incomes }, options);
    const repeated = estimateInequality(replicates, { values: incomes }, options);
    for (const name of names) {
      expect(repeated[name].value).toBe(linearised[name].value);
      const ratio = (linearised[name].standardError ?? 0) / (repeated[name].standardError ?? 1);
      // The gap takes a density within the poor of a group, some 300 people.
      const apart = name === "gap" ? 0.25 : 0.15;
      expect(Math.abs(ratio - 1), `${name} ${Object.keys(options)} ${ratio}`).toBeLessThan(apart);
    }
  }
});
