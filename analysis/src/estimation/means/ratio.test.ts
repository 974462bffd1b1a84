import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answersOf, designOf, sample } from "../example-sample.ts";
import { estimateMean } from "./mean.ts";
import { estimateRatio } from "./ratio.ts";

const of = (...values: number[]) => ({ values: Float64Array.from(values) });
const design = designOf([
  { y: 0, weight: 5 },
  { y: 0, weight: 5 },
]);

describe("a ratio", () => {
  test("worked by hand: two people", () => {
    // (1 + 4) / (2 + 3) = 1; residuals −1 and 1; variance 2/1 · (1² + 1²) / 5²
    const estimate = estimateRatio(design, { numerator: of(1, 4), denominator: of(2, 3) });
    expect(estimate.value).toBe(1);
    expect(estimate.standardError).toBeCloseTo(Math.sqrt(4 / 25), 12);
  });

  test("a denominator of zero is no estimate", () => {
    const estimate = estimateRatio(design, { numerator: of(1, 4), denominator: of(0, 0) });
    expect(estimate).toMatchObject({ value: null, reason: "zero-denominator" });
  });

  test("only people who gave both numbers count", () => {
    const estimate = estimateRatio(design, { numerator: of(1, 4), denominator: of(2, Number.NaN) });
    expect(estimate).toMatchObject({ value: 0.5, respondents: 1, itemNonresponse: 0.5 });
  });

  test("over a denominator of ones it is the mean", () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const denominator = { values: new Float64Array(rows.length).fill(1) };
        const ratio = estimateRatio(designOf(rows), { numerator: answersOf(rows), denominator });
        const mean = estimateMean(designOf(rows), answersOf(rows));
        expect(ratio.value).toBeCloseTo(mean.value ?? Number.NaN, 9);
        expect(ratio.standardError).toBeCloseTo(mean.standardError ?? Number.NaN, 9);
      }),
    );
  });

  test("of a number to twice itself is exactly a half without error", () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const values = Float64Array.from(rows, ({ y }) => Math.abs(y) + 1);
        const doubled = { values: values.map((value) => 2 * value) };
        const estimate = estimateRatio(designOf(rows), { numerator: { values }, denominator: doubled });
        expect(estimate).toMatchObject({ value: 0.5, standardError: 0, designEffect: null });
      }),
    );
  });
});
