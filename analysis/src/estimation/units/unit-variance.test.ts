import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Design, type DesignInput, makeDesign } from "../../design/index.ts";
import { estimateFrom } from "../estimate-from.ts";
import type { Estimated } from "../estimated.ts";
import { acrossDomains, meansEstimator, ratiosEstimator, totalsEstimator } from "../estimators.ts";
import { estimateMeanByDomain } from "../means/mean.ts";
import { estimateRatioByDomain } from "../means/ratio.ts";
import { estimateTotal, estimateTotalByDomain } from "../means/total.ts";
import { arrange } from "./arrangement.ts";

const of = (...values: number[]) => ({ values: Float64Array.from(values) });
const errorOf = (design: Design, ...values: number[]) =>
  estimateTotal(design, of(...values)).standardError ?? Number.NaN;

describe("the variance of a total worked by hand", () => {
  test("two stages: 2 of 4 schools, then 2 of 3 pupils in each", () => {
    // weights 4/2 · 3/2 = 3; schools 3(1+3) = 12 and 3(5+9) = 42 around 27: (1 − 2/4) · 2/1 · 450 = 450
    // pupils 3, 9 and 15, 27 around 6 and 21: n/N of stage 1 = 1/2, times (1 − 2/3) · 2/1 · (18 + 72) = 60, makes 30
    const schools = {
      clusters: [
        ["a", "a", "b", "b"],
        [1, 2, 1, 2],
      ],
      fpc: [
        [4, 4, 4, 4],
        [3, 3, 3, 3],
      ],
    };
    expect([...makeDesign(schools).weights]).toEqual([3, 3, 3, 3]);
    expect(errorOf(makeDesign(schools), 1, 3, 5, 9) ** 2).toBeCloseTo(450 + 30, 10);
  });

  test("a second stage does not matter when the first was drawn with replacement", () => {
    const clusters = [
      ["a", "a", "b", "b"],
      [1, 2, 1, 2],
    ];
    const [two, one] = [{ clusters }, { clusters: clusters[0] ?? [] }].map((more) =>
      errorOf(makeDesign({ weights: [3, 3, 3, 3], ...more }), 1, 3, 5, 9),
    );
    expect(two).toBe(one);
  });

  test("a census at the first stage leaves the variance of the second", () => {
    const design = makeDesign({
      clusters: [
        ["a", "a", "b", "b"],
        [1, 2, 1, 2],
      ],
      fpc: [
        [2, 2, 2, 2],
        [3, 3, 3, 3],
      ],
    });
    // weights 3/2; within: (1 − 2/3) · 2 · ((1.5² · 2) + (3² · 2))
    expect(errorOf(design, 1, 3, 5, 9) ** 2).toBeCloseTo((2 / 3) * (4.5 + 18), 10);
  });

  test("a single unit: nothing, the mean of all units as its centre, or the others standing for it", () => {
    // strata a: 10 and 30, variance 2/1 · 200 = 400; b: 50 alone; mean of all units 30
    const strata = ["a", "a", "b"];
    const variance = (singlePsu: Design["singlePsu"]) =>
      errorOf(makeDesign({ weights: [10, 10, 10], strata, singlePsu }), 1, 3, 5) ** 2;
    expect(variance("remove")).toBeCloseTo(400, 9);
    expect(variance("certainty")).toBeCloseTo(400, 9);
    expect(variance("adjust")).toBeCloseTo(400 + 20 ** 2, 9);
    expect(variance("average")).toBeCloseTo(400 * 2, 9);
  });

  test("a domain that leaves one unit of several is treated as single only when asked", () => {
    const strata = ["a", "a", "b", "b"];
    const domain = { of: Int32Array.of(0, 0, 0, -1), count: 1 };
    const variance = (adjustDomainLonely: boolean) => {
      const design = makeDesign({ weights: [1, 1, 1, 1], strata, singlePsu: "average", adjustDomainLonely });
      const [[estimate] = []] = estimateTotalByDomain(arrange(design, domain), [of(1, 3, 4, 0)]);
      return (estimate?.standardError ?? Number.NaN) ** 2;
    };
    expect(variance(false)).toBeCloseTo(2 * 2 + 2 * 8, 9);
    expect(variance(true)).toBeCloseTo(4 * 2, 9);
  });
});

describe("unequal probabilities without replacement", () => {
  // Simple random sampling of n from N as a special case: π = n/N and π_ij = n(n − 1) / N(N − 1), variance N²(1 − f)s²/n.
  const [n, N] = [4, 10];
  const joint = Array.from({ length: n }, (_, i) =>
    Float64Array.from({ length: n }, (_, j) => (i === j ? n / N : (n * (n - 1)) / (N * (N - 1)))),
  );
  const fpc = Array(n).fill(n / N);
  const known = (N * N * (1 - n / N) * (14 / 3)) / n;

  test("Yates and Grundy, Hartley and Rao, and Brewer agree with simple random sampling where it is one", () => {
    const methods: DesignInput["unequalProbabilities"][] = [
      { method: "yates-grundy", joint },
      { method: "hartley-rao", meanSquare: n / N },
      { method: "brewer" },
    ];
    for (const unequalProbabilities of methods)
      if (unequalProbabilities)
        expect(errorOf(makeDesign({ fpc, unequalProbabilities }), 1, 2, 3, 6) ** 2).toBeCloseTo(known, 9);
  });

  test("Horvitz and Thompson's is another unbiased estimate of the same variance", () => {
    const design = makeDesign({ fpc, unequalProbabilities: { method: "horvitz-thompson", joint } });
    const [own, pair] = [1 - n / N, 1 - (n / N) ** 2 / ((n * (n - 1)) / (N * (N - 1)))];
    const squares = (1 + 4 + 9 + 36) * 2.5 ** 2;
    const sum = (12 * 2.5) ** 2;
    expect(errorOf(design, 1, 2, 3, 6) ** 2).toBeCloseTo(own * squares + pair * (sum - squares), 9);
  });

  test("the rows may come in any order: strata need not stand together", () => {
    const units = [
      { stratum: "a", probability: 0.2, y: 3 },
      { stratum: "a", probability: 0.5, y: 9 },
      { stratum: "b", probability: 0.3, y: 4 },
      { stratum: "b", probability: 0.6, y: 20 },
      { stratum: "a", probability: 0.4, y: 7 },
    ];
    const both = (i: number, j: number) =>
      units[i]!.probability * (i === j ? 1 : units[j]!.probability * (0.9 - 0.05 * ((i + j) % 3)));
    const errorsIn = (order: readonly number[]) => {
      const rows = order.map((place) => units[place]!);
      const methods: NonNullable<DesignInput["unequalProbabilities"]>[] = [
        { method: "hartley-rao" },
        { method: "yates-grundy", joint: order.map((i) => order.map((j) => both(i, j))) },
      ];
      return methods.map((unequalProbabilities) => {
        const strata = rows.map(({ stratum }) => stratum);
        const design = makeDesign({ strata, fpc: rows.map((row) => row.probability), unequalProbabilities });
        return errorOf(design, ...rows.map(({ y }) => y));
      });
    };
    const sorted = errorsIn([0, 1, 4, 2, 3]);
    errorsIn([0, 1, 2, 3, 4]).forEach((error, method) => {
      expect(error).toBeCloseTo(sorted[method]!, 9);
    });
  });

  test("two units that cannot be drawn together: the total stands, its error has a reason", () => {
    const impossible = [Float64Array.of(0.5, 0), Float64Array.of(0, 0.5)];
    const design = makeDesign({
      fpc: [0.5, 0.5],
      unequalProbabilities: { method: "horvitz-thompson", joint: impossible },
    });
    expect(estimateTotal(design, of(1, 2))).toMatchObject({
      value: 6,
      standardError: null,
      reason: "impossible-pair",
    });
  });
});

interface Pupil {
  readonly y: number;
  readonly x: number;
  readonly weight: number;
  readonly place: number;
  readonly inner: number;
  readonly domain: number;
}

const pupil = fc.record({
  y: fc.integer({ min: -50, max: 50 }),
  x: fc.integer({ min: 1, max: 9 }),
  weight: fc.integer({ min: 1, max: 40 }),
  place: fc.integer({ min: 0, max: 5 }),
  inner: fc.integer({ min: 0, max: 2 }),
  domain: fc.integer({ min: 0, max: 2 }),
});
const base = [0, 1, 3, 4].map((place) => ({ y: place, x: 2, weight: 3, place, inner: 0, domain: 0 }));
const pupils = fc.array(pupil, { minLength: 4, maxLength: 25 }).map((more): Pupil[] => [...base, ...more]);

const singlePsu = fc.constantFrom("remove", "certainty", "adjust", "average") satisfies fc.Arbitrary<
  Design["singlePsu"]
>;

/** Two strata of places, and classes within places; all of known size. */
function twoStages(
  rows: readonly Pupil[],
  policy: Design["singlePsu"],
  named = (code: string) => code,
): Design {
  return makeDesign({
    weights: rows.map(({ weight }) => weight),
    strata: rows.map(({ place }) => named(place < 3 ? "north" : "south")),
    clusters: [rows.map(({ place }) => named(`p${place}`)), rows.map(({ inner }) => named(`c${inner}`))],
    fpc: [rows.map(() => 9), rows.map(() => 5)],
    singlePsu: policy,
  });
}

const estimatorOf = (rows: readonly Pupil[]) => {
  const [y, x] = [of(...rows.map((row) => row.y)), of(...rows.map((row) => row.x))];
  return acrossDomains(ratiosEstimator(["r"], [{ numerator: y, denominator: x }]), domainsOf(rows));
};
const domainsOf = (rows: readonly Pupil[]) => ({
  of: Int32Array.from(rows, ({ domain }) => domain),
  count: 3,
  names: ["0", "1", "2"],
});

const alike = (one: Estimated, other: Estimated) => {
  const close = (a: number, b: number) =>
    Number.isNaN(a) ? expect(b).toBeNaN() : expect(b).toBeCloseTo(a, 6);
  one.values.forEach((value, i) => {
    close(value, other.values[i] ?? Number.NaN);
    close(one.covariance[i]?.[i] ?? 0, other.covariance[i]?.[i] ?? Number.NaN);
  });
  expect(other.degreesOfFreedom).toBe(one.degreesOfFreedom);
};

describe("what must not change an estimate from two stages", () => {
  const estimated = (rows: readonly Pupil[], policy: Design["singlePsu"], named?: (code: string) => string) =>
    estimateFrom(twoStages(rows, policy, named), estimatorOf(rows));

  test.each<[string, (rows: Pupil[]) => Pupil[]]>([
    ["the unit of the weights", (rows) => rows.map((row) => ({ ...row, weight: row.weight * 7.5 }))],
    ["the order of the rows", (rows) => rows.toReversed()],
    [
      "a respondent written as two halves in the same unit",
      (rows) =>
        rows.flatMap((row) => [
          { ...row, weight: row.weight / 2 },
          { ...row, weight: row.weight / 2 },
        ]),
    ],
  ])("%s", (_name, changed) => {
    fc.assert(
      fc.property(pupils, singlePsu, (rows, policy) =>
        alike(estimated(rows, policy), estimated(changed(rows), policy)),
      ),
    );
  });

  test("the names of strata and units", () => {
    fc.assert(
      fc.property(pupils, singlePsu, (rows, policy) =>
        alike(
          estimated(rows, policy),
          estimated(rows, policy, (code) => `${[...code].toReversed().join("")}!`),
        ),
      ),
    );
  });

  test("whether scores are summed row by row or by cells: means, totals and ratios in domains", () => {
    fc.assert(
      fc.property(pupils, singlePsu, (rows, policy) => {
        const design = twoStages(rows, policy);
        const arrangement = arrange(design, domainsOf(rows));
        const [y, x] = [of(...rows.map((row) => row.y)), of(...rows.map((row) => row.x))];
        const roads = [
          [estimateMeanByDomain(arrangement, [y]), meansEstimator(["y"], [y])],
          [estimateTotalByDomain(arrangement, [y]), totalsEstimator(["y"], [y])],
          [
            estimateRatioByDomain(arrangement, [{ numerator: y, denominator: x }]),
            ratiosEstimator(["r"], [{ numerator: y, denominator: x }]),
          ],
        ] as const;
        for (const [[byCells = []], estimator] of roads)
          byCells.forEach((cell, domain) => {
            const within = Uint8Array.from(rows, (row) => (row.domain === domain ? 1 : 0));
            const byRows = estimateFrom(design, estimator, { within });
            if (cell.value === null || cell.standardError === null) return;
            expect(byRows.values[0]).toBeCloseTo(cell.value, 7);
            expect(Math.sqrt(byRows.covariance[0]?.[0] ?? Number.NaN)).toBeCloseTo(cell.standardError, 6);
          });
      }),
    );
  });
});
