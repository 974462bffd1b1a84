import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Design, makeDesign } from "../design/index.ts";
import { acrossDomains, estimateFrom, estimateSurvival, ratiosEstimator } from "../estimation/index.ts";
import { calibrated, rake } from "../weighting/index.ts";
import { composedDomains, composedSums, sameComposition } from "./composition.ts";
import { countedOf, type DomainSums, sumsByDomain } from "./domain-sums.ts";
import { figureScores } from "./figure-scores.ts";
import { scoreSpaceOf } from "./score-space.ts";
import { stretchedDomains } from "./score-sums.ts";
import { ratioDomain, sharedByRatios, varianceOfDifference } from "./scored-domain.ts";

/** People of three places, two of whom are in one group; raked to sex and to where they are declared. */
function example(seed: number) {
  let state = seed;
  const draw = (count: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * count);
  };
  const rows = 90;
  const of = Int32Array.from({ length: rows }, (_, row) => (row < 9 ? row % 3 : draw(3)));
  const sex = Int32Array.from({ length: rows }, (_, row) => (row < 6 ? row % 2 : draw(2)));
  const declared = of.map((place, row) => (row >= 9 && draw(10) === 0 ? draw(3) : place));
  const y = Float64Array.from({ length: rows }, (_, row) =>
    draw(20) === 0 && row > 9 ? Number.NaN : of[row]! + draw(5),
  );
  const x = Float64Array.from(y, (value) => (Number.isNaN(value) ? Number.NaN : 1 + draw(3)));
  const base = Float64Array.from({ length: rows }, () => 1 + draw(4));
  const plain = makeDesign({ weights: base });
  const strata = Array.from({ length: rows }, (_, row) => (row === rows - 1 ? "alone" : String(row % 4)));
  const sizes = strata.map((stratum) => (stratum === "1" ? 40 : 4000));
  const drawn = makeDesign({ weights: base, strata, fpc: sizes, singlePsu: "adjust" });
  const weighted = rake(base, [
    { name: "sex", levels: ["a", "b"], counts: Float64Array.of(420, 580), cells: sex },
    { name: "declared", levels: ["p", "q", "r"], counts: Float64Array.of(500, 200, 300), cells: declared },
  ]);
  return { of, y, x, plain, raked: calibrated(plain, weighted), stratified: calibrated(drawn, weighted) };
}

type Example = ReturnType<typeof example>;

/** Values and covariances of the places by scores row by row, the way of all other estimates. */
function byRows({ of, y, x }: Example, design: Design, domains: readonly (readonly number[])[]) {
  const estimator = ratiosEstimator(["r"], [{ numerator: { values: y }, denominator: { values: x } }]);
  const within = domains.map((places) =>
    estimateFrom(
      design,
      acrossDomains(estimator, {
        of: of.map((place) => (places.includes(place) ? 0 : -1)),
        count: 1,
        names: ["d"],
      }),
    ),
  );
  return within.map(({ values, covariance }) => [values[0]!, covariance[0]![0]!]);
}

function bySums({ of, y, x }: Example, design: Design, domains: readonly (readonly number[])[]) {
  const space = scoreSpaceOf(design)!;
  const counted = countedOf(
    { numerator: y, denominator: x },
    design.weights,
    new Uint8Array(y.length).fill(1),
  );
  const sumsOf = (places: readonly number[]): DomainSums => {
    const [sums] = sumsByDomain(counted, space, {
      of: of.map((place) => (places.includes(place) ? 0 : -1)),
      count: 1,
    });
    return sums!;
  };
  return { space, scored: domains.map((places) => ratioDomain(sumsOf(places), space)) };
}

const seeds = fc.integer({ min: 1, max: 100_000 });
const close = (ours: number, theirs: number) =>
  expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(theirs)));

describe("covariances from sums are those from scores row by row", () => {
  const domains = [[0], [1], [2], [0, 1], [1, 2], [0, 1, 2]];

  test.each(["plain", "raked", "stratified"] as const)(
    "variances of places, groups and the country, %s",
    (kind) => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const one = example(seed);
          const { scored } = bySums(one, one[kind], domains);
          byRows(one, one[kind], domains).forEach(([value, variance], i) => {
            close(scored[i]!.value, value!);
            close(scored[i]!.variance, variance!);
          });
        }),
        { numRuns: 40 },
      );
    },
  );

  test.each(["raked", "stratified"] as const)(
    "of a place less the rest, and less the country that holds it, %s",
    (kind) => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const one = example(seed);
          const { scored, space } = bySums(one, one[kind], domains);
          const estimator = ratiosEstimator(
            ["r"],
            [{ numerator: { values: one.y }, denominator: { values: one.x } }],
          );
          const { covariance } = estimateFrom(
            one[kind],
            acrossDomains(estimator, {
              of: one.of.map((place) => (place === 0 ? 0 : 1)),
              count: 2,
              names: ["a", "b"],
            }),
          );
          const [a, b, ab] = [covariance[0]![0]!, covariance[1]![1]!, covariance[0]![1]!];
          close(varianceOfDifference(scored[0]!, scored[4]!, 0, space), a + b - 2 * ab);
          const country = scored[5]!;
          const direct = estimateFrom(one[kind], {
            names: ["difference"],
            usable: Uint8Array.from(one.y, (value) => (Number.isNaN(value) ? 0 : 1)),
            valueAt: () => Float64Array.of(0),
            scoresAt: (weights) => {
              const part = weights.map((weight, row) => (one.of[row] === 0 ? weight : 0));
              const [own] = estimator.scoresAt(part);
              const [all] = estimator.scoresAt(weights);
              return [own!.map((score, row) => (part[row] === 0 ? 0 : score) - all![row]!)];
            },
          });
          const shared = sharedByRatios(scored[0]!, country, scored[0]!.sums);
          close(varianceOfDifference(scored[0]!, country, shared, space), direct.covariance[0]![0]!);
        }),
        { numRuns: 40 },
      );
    },
  );
});

test.each(["plain", "raked", "stratified"] as const)(
  "scores of a time to an event have the error of log survival at that time: nothing is stretched, %s",
  (kind) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const one = example(seed);
        const timelines = {
          times: one.y.map((value) => value + 1),
          events: Uint8Array.from(one.x, (value) => (value > 1 ? 1 : 0)),
        };
        const figures = [0, 1, 2].map((place) => {
          const within = Uint8Array.from(one.of, (own) => (own === place ? 1 : 0));
          const options = { at: [place + 2], method: "product", within } as const;
          const [at] = estimateSurvival(one[kind], timelines, options).at;
          return { value: place + 2, standardError: at?.logStandardError ?? null };
        });
        const scoresIn = figureScores({ kind: "time-to-event", ...timelines, share: 0.5 }, one[kind].weights);
        const domains = { of: one.of, count: 3 };
        const scores = scoresIn(
          domains,
          figures.map(({ value }) => value),
        );
        for (const [place, found] of stretchedDomains(
          scores,
          domains,
          figures,
          scoreSpaceOf(one[kind])!,
        ).entries())
          if (figures[place]?.standardError) close(found?.factor ?? Number.NaN, 1);
      }),
      { numRuns: 20 },
    );
  },
);

test("control: without what the totals explain, errors of raked figures would be others", () => {
  const one = example(2026);
  const blind = { ...one.raked, adjustments: [] };
  const [knowing, plain] = [one.raked, blind].map((design) => bySums(one, design, [[0]]).scored[0]!.variance);
  expect(Math.abs(plain! / knowing! - 1)).toBeGreaterThan(1e-3);
});

test("designs with clusters, or with single units that forbid a variance, are not summed by categories", () => {
  const weights = [1, 1, 1];
  expect(scoreSpaceOf(makeDesign({ weights, clusters: ["a", "b", "b"] }))).toBeUndefined();
  expect(scoreSpaceOf(makeDesign({ weights, strata: ["a", "b", "b"] }))).toBeUndefined();
  expect(scoreSpaceOf(makeDesign({ weights, strata: ["a", "b", "b"], singlePsu: "remove" }))).toBeDefined();
});

test("the difference of the same composition is nothing where composition is all that differs", () => {
  const of = Int32Array.of(0, 0, 0, 1, 1, 1);
  const sex = Int32Array.of(0, 0, 1, 0, 1, 1);
  const numerator = Float64Array.from(sex, (one) => (one === 0 ? 4 : 10));
  const weights = Float64Array.of(1, 2, 1, 1, 1, 3);
  const differences = (answers: Float64Array) => {
    const counted = countedOf(
      { numerator: answers, denominator: null },
      weights,
      new Uint8Array(of.length).fill(1),
    );
    const composed = composedDomains({ ids: ["sex"], codes: [sex], counts: [2] }, of);
    const sums = composedSums(counted, composed);
    const found = sameComposition([{ composed, sums, domainOf: composed.domainOf }], 2);
    return [found([0]), found([1]), found([0, 1])].map(({ difference }) => difference);
  };
  expect(differences(numerator)[0]).toBeCloseTo(0, 10);
  const shifted = numerator.map((value, row) => value + (of[row] === 0 ? 3 : 0));
  expect(differences(shifted)).toEqual([expect.closeTo(3, 10), expect.closeTo(-3, 10), Number.NaN]);
});
