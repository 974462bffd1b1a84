import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Column } from "../../dataset/dataset.ts";
import { answersOf, designOf, sample } from "../example-sample.ts";
import { tQuantile } from "../interval.ts";
import { estimateMean } from "./mean.ts";
import { estimateProportion, indicatorsOf } from "./proportion.ts";

const people = (...answers: number[]) => answers.map((y) => ({ y, weight: 1 }));

describe("a proportion", () => {
  test("worked by hand: one in four, interval on the logit scale", () => {
    // SE² = p(1 − p) / (n − 1) = 3/16 / 3; the half width on the logit scale is t₃ · SE / (p(1 − p))
    const estimate = estimateProportion(designOf(people(1, 0, 0, 0)), answersOf(people(1, 0, 0, 0)));
    const half = (tQuantile(3) * 0.25) / (3 / 16);
    expect(estimate.standardError).toBeCloseTo(0.25, 12);
    expect(estimate.interval?.low).toBeCloseTo(1 / (1 + 3 * Math.exp(half)), 12);
    expect(estimate.interval).toMatchObject({ method: "logit" });
  });

  test("nobody or everybody: the Wilson interval says how far the truth may be, and the method is stated", () => {
    const none = estimateProportion(designOf(people(0, 0, 0, 0)), answersOf(people(0, 0, 0, 0)));
    const all = estimateProportion(designOf(people(1, 1, 1, 1)), answersOf(people(1, 1, 1, 1)));
    const reach = tQuantile(3) ** 2 / (4 + tQuantile(3) ** 2);
    expect(none).toMatchObject({ value: 0, standardError: 0, interval: { low: 0, method: "wilson" } });
    expect(none.interval?.high).toBeCloseTo(reach, 12);
    expect(all.interval).toMatchObject({ low: 1 - reach, high: 1, method: "wilson" });
  });

  test("of a stratum is fixed by the design: no error, and a design effect of zero", () => {
    const drawn = [0, 0, 1, 1].map((y, row) => ({ y, weight: 10, stratum: `${y}`, psu: `${row}` }));
    const estimate = estimateProportion(designOf(drawn), answersOf(drawn));
    expect(estimate).toMatchObject({ value: 0.5, standardError: 0, designEffect: 0 });
  });

  test("is the mean of ones and zeros; its interval holds it and stays inside 0 to 1", () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const shares = rows.map((row) => ({ ...row, y: row.y > 0 ? 1 : 0 }));
        const [share, mean] = [estimateProportion, estimateMean].map((estimate) =>
          estimate(designOf(shares), answersOf(shares)),
        );
        expect(share?.value).toBe(mean?.value);
        expect(share?.standardError).toBe(mean?.standardError);
        const { low = -1, high = 2 } = share?.interval ?? {};
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect((share?.value ?? 0) - low).toBeGreaterThanOrEqual(-1e-12);
        expect(high - (share?.value ?? 0)).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });

  test("every code of a variable gets an indicator; who was not asked is not eligible, who broke off is", () => {
    const codes = ["yes", "no"].map((code) => ({ code, labels: {} }));
    const column: Column = {
      variable: { name: "v", item: "v", labels: {}, codes, kind: "code" },
      values: Int16Array.of(0, 1, -1, -1, -1),
      missing: Uint8Array.of(0, 0, 1, 4, 5),
    };
    const [yes, no] = indicatorsOf(column);
    expect(yes).toEqual({
      values: Float64Array.of(1, 0, Number.NaN, Number.NaN, Number.NaN),
      eligible: Uint8Array.of(1, 1, 1, 0, 1),
    });
    expect(no?.values.slice(0, 2)).toEqual(Float64Array.of(0, 1));
  });
});
