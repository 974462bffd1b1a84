import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Adjustment, Design } from "../../design/index.ts";
import { calibrated, countedMargin, rake } from "../../weighting/index.ts";
import { estimateFrom } from "../estimate-from.ts";
import { acrossDomains, meansEstimator, ratiosEstimator, totalsEstimator } from "../estimators.ts";
import { answersOf, designOf, domainsOf, type ExampleRow, sample } from "../example-sample.ts";
import { covarianceOfMeans } from "../means/covariance.ts";
import { estimateMeanByDomain } from "../means/mean.ts";
import { estimateRatioByDomain } from "../means/ratio.ts";
import { estimateTotalByDomain } from "../means/total.ts";
import { arrange } from "./arrangement.ts";

const named = (rows: readonly ExampleRow[]) => ({ ...domainsOf(rows, 3), names: ["0", "1", "2"] });
const indicator = (rows: readonly ExampleRow[], holds: (row: ExampleRow) => boolean) => ({
  values: Float64Array.from(rows, (row) => (holds(row) ? 1 : 0)),
});

/** Weights changed by a factor that depends on category and PSU, with two margins known and, if asked, a number. */
function adjusted(rows: readonly ExampleRow[], more: Partial<Adjustment> = {}): Design {
  const design = designOf(rows);
  const codes = (place: (row: ExampleRow) => number) => Int32Array.from(rows, place);
  const after = design.weights.map((weight, row) => weight * (1 + 0.1 * (row % 3)));
  const adjustment: Adjustment = {
    margins: [
      { codes: codes(({ domain }) => domain ?? 0), count: 3 },
      { codes: codes(({ weight }) => weight % 2), count: 2 },
    ],
    covariates: [],
    after,
    fitWeights: design.weights,
    fit: "least-squares",
    ...more,
  };
  return { ...design, weights: after, adjustments: [adjustment] };
}

describe("errors after weights were fitted to known totals", () => {
  const ones = (rows: readonly ExampleRow[]) => new Float64Array(rows.length).fill(1);
  const kinds: [string, (rows: ExampleRow[]) => Design][] = [
    ["margins", (rows) => adjusted(rows)],
    ["margins as R's rake", (rows) => adjusted(rows, { fit: "alternating", fitWeights: ones(rows) })],
    [
      "margins and a number",
      (rows) => adjusted(rows, { covariates: [Float64Array.from(rows, (_, row) => (row * 7) % 11)] }),
    ],
    [
      "two adjustments",
      (rows) => {
        const once = adjusted(rows);
        return { ...once, adjustments: [...once.adjustments, ...once.adjustments] };
      },
    ],
  ];
  test.each(kinds)("%s: by rows and by cells they are the same", (_name, designFor) => {
    fc.assert(
      fc.property(sample, (rows) => {
        const [design, y] = [designFor(rows), answersOf(rows)];
        const squares = { values: y.values.map((value) => value * value + 1) };
        const arrangement = arrange(design, domainsOf(rows, 3));
        const ratio = { numerator: y, denominator: squares };
        const roads = [
          [estimateMeanByDomain(arrangement, [y]), meansEstimator(["y"], [y])],
          [estimateTotalByDomain(arrangement, [y]), totalsEstimator(["y"], [y])],
          [estimateRatioByDomain(arrangement, [ratio]), ratiosEstimator(["r"], [ratio])],
        ] as const;
        for (const [[byCells = []], estimator] of roads) {
          const { values, covariance } = estimateFrom(design, acrossDomains(estimator, named(rows)));
          byCells.forEach(({ value, standardError }, domain) => {
            if (value === null || standardError === null) return;
            expect(values[domain]).toBeCloseTo(value, 7);
            expect(Math.sqrt(covariance[domain]?.[domain] ?? Number.NaN)).toBeCloseTo(standardError, 5);
          });
        }
        const between = estimateFrom(
          design,
          acrossDomains(meansEstimator(["y"], [y]), named(rows)),
        ).covariance;
        covarianceOfMeans(arrangement, [y]).forEach((row, i) => {
          row.forEach((one, j) => {
            if (!Number.isNaN(one)) expect(between[i]?.[j]).toBeCloseTo(one, 5);
          });
        });
      }),
    );
  });

  test("what the margins say is known without error, and so is any total of theirs", () => {
    fc.assert(
      fc.property(sample, (rows) => {
        const odd = (row: ExampleRow) => row.weight % 2 === 1;
        const levels = ["even", "odd"];
        const codes = rows.map((row) => (odd(row) ? 1 : 0));
        fc.pre(new Set(codes).size === 2);
        const margin = countedMargin(
          [{ name: "parity", levels, codes }],
          [
            { levels: ["even"], count: 300 },
            { levels: ["odd"], count: 200 },
          ],
          rows.length,
        );
        const design = designOf(rows);
        const raked = arrange(calibrated(design, rake(design.weights, [margin])));
        const [[share] = []] = estimateMeanByDomain(raked, [indicator(rows, odd)]);
        const [[people] = []] = estimateTotalByDomain(raked, [indicator(rows, odd)]);
        expect(share?.value).toBeCloseTo(0.4, 9);
        expect(share?.standardError).toBeCloseTo(0, 9);
        expect(people?.value).toBeCloseTo(200, 7);
        expect(people?.standardError).toBeCloseTo(0, 7);
      }),
    );
  });
});
