import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DispositionError, type Dispositions, outcomeRates } from "./index.ts";

const counts = (some: Partial<Dispositions>): Dispositions => ({
  complete: 0,
  partial: 0,
  refusal: 0,
  nonContact: 0,
  other: 0,
  unknownHousehold: 0,
  unknownOther: 0,
  ...some,
});
const example = counts({
  complete: 60,
  partial: 10,
  refusal: 20,
  nonContact: 8,
  other: 2,
  unknownHousehold: 15,
  unknownOther: 5,
});

describe("outcome rates of a sampled wave", () => {
  test("response rate 1 takes every unknown case as eligible, 5 none, 3 the share that is given", () => {
    const rates = outcomeRates(example, 0.5);
    expect(rates.RR1).toEqual({ value: 0.5, numerator: 60, denominator: 120 });
    expect(rates.RR3).toEqual({ value: 60 / 110, numerator: 60, denominator: 110 });
    expect(rates.RR5).toEqual({ value: 0.6, numerator: 60, denominator: 100 });
  });

  test("partial interviews count in the even response and cooperation rates", () => {
    const rates = outcomeRates(example, 1);
    expect([rates.RR2.value, rates.RR6.value]).toEqual([70 / 120, 0.7]);
    expect([rates.COOP1.value, rates.COOP4.value]).toEqual([60 / 92, 70 / 90]);
  });

  test("whoever is contacted and no more than that is in the contact rate", () => {
    expect(outcomeRates(example, 1).CON3).toEqual({ value: 0.92, numerator: 92, denominator: 100 });
  });

  test("rates with all unknown cases as eligible never exceed those with none", () => {
    const count = fc.nat(5000);
    const any = fc.record({
      complete: count,
      partial: count,
      refusal: count,
      nonContact: count,
      other: count,
      unknownHousehold: count,
      unknownOther: count,
    });
    fc.assert(
      fc.property(any, fc.double({ min: 0, max: 1, noNaN: true }), (some, e) => {
        const { RR1, RR3, RR5, REF1, REF3, CON1, CON3 } = outcomeRates(some, e);
        for (const [low, high] of [
          [RR1, RR3],
          [RR3, RR5],
          [REF1, REF3],
          [CON1, CON3],
        ] as const)
          if (low.value !== null && high.value !== null) expect(low.value).toBeLessThanOrEqual(high.value);
      }),
    );
  });
});

describe("where there is no rate, the reason is said", () => {
  test("an open link has respondents and no sample: every rate says so", () => {
    const rates = Object.values(outcomeRates(example, 0.5, "open-link"));
    expect(rates).toHaveLength(16);
    expect(new Set(rates.map((rate) => JSON.stringify(rate)))).toEqual(
      new Set(['{"value":null,"reason":"open-link"}']),
    );
  });

  test("a wave without a case has no rate rather than 0 of 0", () => {
    expect(outcomeRates(counts({}), 1).RR1).toEqual({ value: null, reason: "no-cases" });
  });

  test.each([
    [counts({ complete: -1 }), 1, 'The disposition "complete" counts -1 cases.'],
    [counts({ refusal: Number.NaN }), 1, 'The disposition "refusal" counts NaN cases.'],
    [counts({}), 1.2, "The share of unknown cases that are eligible (e) is 1.2."],
    [counts({}), Number.NaN, "(e) is NaN."],
  ])("impossible counts are refused: %o", (some, e, sentence) => {
    expect(() => outcomeRates(some, e)).toThrow(DispositionError);
    expect(() => outcomeRates(some, e)).toThrow(sentence);
  });
});
