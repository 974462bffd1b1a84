import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answersOf, designOf, domainsOf, sample } from "../example-sample.ts";
import { arrange } from "../units/arrangement.ts";
import { covarianceOfMeans, covarianceOfRatios, covarianceOfTotals } from "./covariance.ts";
import { estimateMeanByDomain } from "./mean.ts";

describe("covariances between the estimates of one call", () => {
  test("worked by hand: two opposite answers", () => {
    // deviations ∓1 and ±1, divided by n = 2: 2/1 · (−0.5·0.5 − 0.5·0.5) = −1
    const two = [
      { y: 1, weight: 1 },
      { y: 3, weight: 1 },
    ];
    const opposite = { values: Float64Array.of(3, 1) };
    const covariance = covarianceOfMeans(arrange(designOf(two)), [answersOf(two), opposite]);
    for (const [i, j, expected] of [
      [0, 0, 1],
      [0, 1, -1],
      [1, 0, -1],
      [1, 1, 1],
    ] as const)
      expect(covariance[i]?.[j]).toBeCloseTo(expected, 14);
  });

  test("the diagonal is the square of the standard errors, domain by domain; the matrix is symmetric", () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const arrangement = arrange(designOf(rows), domainsOf(rows, 3));
        const squares = { values: Float64Array.from(rows, ({ y }) => y * y) };
        const covariance = covarianceOfMeans(arrangement, [answersOf(rows), squares]);
        const estimates = estimateMeanByDomain(arrangement, [answersOf(rows), squares]).flat();
        for (const [i, { standardError }] of estimates.entries()) {
          if (standardError === null) continue;
          expect(Math.sqrt(covariance[i]?.[i] ?? Number.NaN)).toBeCloseTo(standardError, 7);
          for (const j of covariance.keys())
            if (estimates[j]?.value !== null)
              expect(covariance[i]?.[j]).toBeCloseTo(covariance[j]?.[i] ?? Number.NaN, 7);
        }
      }),
    );
  });

  test("a single PSU under fail has no covariance", () => {
    const one = [{ y: 1, weight: 1 }];
    expect(covarianceOfTotals(arrange(designOf(one)), [answersOf(one)])).toEqual([
      Float64Array.of(Number.NaN),
    ]);
    const same = [1, 2].map((y) => ({ y, weight: 1 }));
    const ratio = { numerator: answersOf(same), denominator: answersOf(same) };
    expect(covarianceOfRatios(arrange(designOf(same)), [ratio])).toEqual([Float64Array.of(0)]);
  });
});
