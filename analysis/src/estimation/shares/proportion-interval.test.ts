import { expect, test } from "vitest";
import { makeDesign } from "../../design/index.ts";
import { estimateProportionInterval, type ProportionIntervalOptions } from "./proportion-interval.ts";

const answers = Float64Array.from({ length: 60 }, (_, row) => (row % 5 === 0 ? 1 : 0));
const design = makeDesign({
  weights: answers.map((_, row) => 10 + (row % 7)),
  clusters: Array.from(answers, (_, row) => Math.floor(row / 4)),
});
const methods = ["logit", "likelihood", "xlogit", "beta", "asin", "mean", "wilson"] as const;

test("every method puts the share inside its interval, and more confidence is a wider one", () => {
  for (const method of methods) {
    const at = (level: number) =>
      estimateProportionInterval(design, { values: answers }, { method, level }).interval;
    const [narrow, wide] = [at(0.8), at(0.99)];
    expect(narrow?.low, method).toBeGreaterThan(wide?.low ?? 1);
    expect(narrow?.high, method).toBeLessThan(wide?.high ?? 0);
    expect(narrow?.low, method).toBeLessThan(0.2);
    expect(narrow?.high, method).toBeGreaterThan(0.2);
  }
});

test("no and yes exchanged turn the interval around", () => {
  const no = answers.map((answer) => 1 - answer);
  for (const method of methods) {
    const [share, rest] = [answers, no].map((values) =>
      estimateProportionInterval(design, { values }, { method }),
    );
    expect(rest?.interval?.low, method).toBeCloseTo(1 - (share?.interval?.high ?? 0), 6);
    expect(rest?.interval?.high, method).toBeCloseTo(1 - (share?.interval?.low ?? 0), 6);
  }
});

test("where all say yes the methods on other scales have no interval, and none is invented", () => {
  const values = answers.map(() => 1);
  const interval = (method: NonNullable<ProportionIntervalOptions["method"]>) =>
    estimateProportionInterval(design, { values }, { method }).interval;
  expect(interval("xlogit")).toBeNull();
  expect(interval("wilson")).toBeNull();
  expect(interval("mean")).toEqual({ low: 1, high: 1 });
});

test("missing answers are left out, or are the reason why there is no estimate", () => {
  const values = answers.with(3, Number.NaN);
  expect(estimateProportionInterval(design, { values }).respondents).toBe(59);
  expect(estimateProportionInterval(design, { values }, { missing: "keep" })).toMatchObject({
    value: null,
    reason: "missing-kept",
  });
});
