import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Estimate } from "../estimate.ts";
import { answersOf, designOf, domainsOf, type ExampleRow, sample } from "../example-sample.ts";
import { arrange } from "../units/arrangement.ts";
import { estimateMean, estimateMeanByDomain } from "./mean.ts";

const rows = (...values: number[]): ExampleRow[] => values.map((y) => ({ y, weight: 10 }));

describe("a mean worked by hand", () => {
  test("four people drawn alike: s² / n", () => {
    // mean of 1, 2, 3, 6 is 3; s² = (4 + 1 + 0 + 9) / 3; SE = √(14/3 / 4)
    const estimate = estimateMean(designOf(rows(1, 2, 3, 6)), answersOf(rows(1, 2, 3, 6)));
    expect(estimate.value).toBe(3);
    expect(estimate.standardError).toBeCloseTo(Math.sqrt(14 / 12), 12);
    expect(estimate.degreesOfFreedom).toBe(3);
  });

  test("a tenth of the population sampled takes a tenth off the variance", () => {
    const four = rows(1, 2, 3, 6);
    const estimate = estimateMean(designOf(four, { fpc: [40, 40, 40, 40] }), answersOf(four));
    expect(estimate.standardError).toBeCloseTo(Math.sqrt((0.9 * 14) / 12), 12);
    expect(estimate.designEffect).toBeCloseTo(1, 12);
    expect(estimate.effectiveRespondents).toBeCloseTo(4, 12);
  });

  test("PSUs of two: the totals of the PSUs vary, not the people", () => {
    // deviations from the mean 3 add to −3 and 3 within the PSUs: variance = 2/1 · (9 + 9) / 16
    const four = rows(1, 2, 3, 6).map((row, i) => ({ ...row, psu: i < 2 ? "p" : "q" }));
    expect(estimateMean(designOf(four), answersOf(four)).standardError).toBeCloseTo(Math.sqrt(36 / 16), 12);
  });
});

describe("a mean that cannot be estimated says why", () => {
  test("nobody answered", () => {
    const none = rows(Number.NaN, Number.NaN);
    expect(estimateMean(designOf(none), answersOf(none))).toMatchObject({
      value: null,
      reason: "all-missing",
      itemNonresponse: 1,
    });
  });

  test("an empty domain beside a full one", () => {
    const two = rows(1, 2).map((row) => ({ ...row, domain: 0 }));
    const [[full, empty] = []] = estimateMeanByDomain(arrange(designOf(two), domainsOf(two, 2)), [
      answersOf(two),
    ]);
    expect(full?.value).toBe(1.5);
    expect(empty).toMatchObject({
      value: null,
      standardError: null,
      interval: null,
      reason: "no-respondents",
    });
  });

  test("a stratum with a single PSU under the policy fail", () => {
    const lonely = rows(1, 2, 3).map((row, i) => ({ ...row, stratum: i < 2 ? "a" : "b" }));
    expect(estimateMean(designOf(lonely), answersOf(lonely))).toMatchObject({
      value: null,
      reason: "single-psu",
    });
    expect(
      estimateMean(designOf(lonely, { singlePsu: "certainty" }), answersOf(lonely)).standardError,
    ).toBeGreaterThan(0);
  });

  test("missing answers that were to be kept", () => {
    const some = rows(1, 2, Number.NaN);
    expect(estimateMean(designOf(some), answersOf(some), { missing: "keep" })).toMatchObject({
      value: null,
      reason: "missing-kept",
    });
    expect(estimateMean(designOf(some), answersOf(some))).toMatchObject({ value: 1.5, respondents: 2 });
  });

  test("one respondent has a value but no interval, everyone alike no design effect", () => {
    const same = rows(4, 4, 4);
    expect(estimateMean(designOf(same), answersOf(same))).toMatchObject({
      value: 4,
      standardError: 0,
      designEffect: null,
      interval: { low: 4, high: 4 },
    });
    const one = rows(4);
    expect(estimateMean(designOf(one, { singlePsu: "remove" }), answersOf(one))).toMatchObject({
      value: 4,
      interval: null,
    });
  });

  test("a measurement of another length is a fault, not a missing answer", () => {
    expect(() => estimateMean(designOf(rows(1, 2)), answersOf(rows(1)))).toThrow(
      "The design has 2 rows but a measurement has 1 values.",
    );
  });

  test("weights of zero take no part", () => {
    const three = [...rows(1, 3), { y: 100, weight: 0 }];
    expect(estimateMean(designOf(three), answersOf(three))).toMatchObject({
      value: 2,
      respondents: 2,
      degreesOfFreedom: 1,
    });
  });
});

const close = (a: Estimate, b: Estimate) => {
  expect(a.value ?? 0).toBeCloseTo(b.value ?? 0, 9);
  expect(a.standardError ?? 0).toBeCloseTo(b.standardError ?? 0, 7);
  expect(a.reason).toBe(b.reason);
};
const mean = (given: readonly ExampleRow[]) => estimateMean(designOf(given), answersOf(given));

describe("what must not change a mean", () => {
  test("the unit of the weights", () => {
    fc.assert(
      fc.property(sample, (given) =>
        close(mean(given), mean(given.map((row) => ({ ...row, weight: row.weight * 7.5 })))),
      ),
    );
  });

  test("the order of the rows", () => {
    fc.assert(fc.property(sample, (given) => close(mean(given), mean(given.toReversed()))));
  });

  test("the names of strata and PSUs", () => {
    const renamed = (row: ExampleRow) => ({
      ...row,
      stratum: row.stratum === "a" ? "z" : "y",
      psu: `${row.psu}!`,
    });
    fc.assert(fc.property(sample, (given) => close(mean(given), mean(given.map(renamed)))));
  });

  test("a respondent written as two halves in the same PSU", () => {
    const halved = (given: ExampleRow[]) =>
      given.flatMap((row) => [
        { ...row, weight: row.weight / 2 },
        { ...row, weight: row.weight / 2 },
      ]);
    fc.assert(fc.property(sample, (given) => close(mean(given), mean(halved(given)))));
  });

  test("domains beside it: with one domain for all, it is the mean; an added empty domain changes none", () => {
    fc.assert(
      fc.property(sample, (given) => {
        const design = designOf(given);
        const [three = []] = estimateMeanByDomain(arrange(design, domainsOf(given, 3)), [answersOf(given)]);
        const [four = []] = estimateMeanByDomain(arrange(design, domainsOf(given, 4)), [answersOf(given)]);
        expect(four.slice(0, 3)).toEqual(three);
      }),
    );
  });

  test("the degrees of freedom of a domain are its own when asked for", () => {
    const four = rows(1, 2, 3, 6).map((row, i) => ({ ...row, domain: i < 3 ? 0 : 1 }));
    const [own = []] = estimateMeanByDomain(arrange(designOf(four), domainsOf(four, 2)), [answersOf(four)], {
      degreesOfFreedom: "domain",
    });
    expect(own.map(({ degreesOfFreedom }) => degreesOfFreedom)).toEqual([2, 0]);
  });
});
