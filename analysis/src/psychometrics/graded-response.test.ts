import { expect, test } from "vitest";
import { answersToOneTrait } from "./example-answers.ts";
import { fitGradedResponse } from "./index.ts";

const answers = answersToOneTrait(1500, [0.8, 0.7, 0.6, 0.7], { cuts: [-1, 0, 1], unanswered: 0.05 });

test("slopes follow the loadings that made the answers, and thresholds the cuts", () => {
  const fitted = fitGradedResponse(answers);
  if (!fitted.estimable) throw new Error(fitted.sentence);
  expect(fitted).toMatchObject({ parameters: 16, respondents: 1500 });
  for (const [item, loading] of [0.8, 0.7, 0.6, 0.7].entries()) {
    const { slope, thresholds, standardErrors } = fitted.items[item]!;
    // A normal-ogive slope is loading / √(1 − loading²); the logistic one about 1.7 times that.
    const expected = (1.7 * loading) / Math.sqrt(1 - loading ** 2);
    expect(Math.abs(slope - expected)).toBeLessThan(4 * standardErrors!.slope);
    expect(thresholds[1]).toBeCloseTo(0, 0);
    expect(thresholds[0]! + thresholds[2]!).toBeCloseTo(0, 0);
  }
});

test("codes may be any numbers in order, and a reversed item has the same slope with the other sign", () => {
  const turned = {
    names: answers.names,
    values: [answers.values[0]!.map((code) => 50 - 10 * code), ...answers.values.slice(1)],
  };
  const [as, other] = [fitGradedResponse(answers), fitGradedResponse(turned)];
  if (!as.estimable || !other.estimable) throw new Error("both can be fitted");
  expect(other.logLikelihood).toBeCloseTo(as.logLikelihood, 6);
  expect(other.items[0]!.slope).toBeCloseTo(-as.items[0]!.slope, 4);
  expect(other.items[0]!.codes).toEqual([10, 20, 30, 40]);
});

test("what the answers cannot give is said with its reason", () => {
  const with4 = (values: Float64Array) => ({
    names: answers.names,
    values: [...answers.values.slice(0, 3), values],
  });
  expect(fitGradedResponse(with4(new Float64Array(1500).fill(1)))).toMatchObject({ reason: "constant-item" });
  expect(fitGradedResponse(with4(new Float64Array(1500).fill(Number.NaN)))).toMatchObject({
    reason: "everyone-missing",
  });
  expect(fitGradedResponse(with4(answers.values[0]!))).toMatchObject({ reason: "heywood-case" });
  const few = { names: answers.names, values: answers.values.map((values) => values.slice(0, 16)) };
  expect(fitGradedResponse(few)).toMatchObject({ reason: "too-few-respondents" });
});
