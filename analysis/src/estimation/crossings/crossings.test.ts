import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Design, makeDesign, secondPhase } from "../../design/index.ts";
import { calibrated, rake } from "../../weighting/index.ts";
import type { Estimate } from "../estimate.ts";
import { logitInterval, tInterval } from "../interval.ts";
import { estimateMeanByDomain } from "../means/mean.ts";
import { estimateProportionByDomain } from "../means/proportion.ts";
import { estimateRatioByDomain } from "../means/ratio.ts";
import { arrange } from "../units/arrangement.ts";
import { crossedCells, crossingAlone } from "./crossed-cells.ts";
import { meansInCells } from "./crossed-means.ts";
import { ratiosInCells } from "./crossed-ratios.ts";
import type { SumsBehind } from "./element-means.ts";
import { elementVariances } from "./element-variances.ts";
import { unitVariances } from "./score-variances.ts";

interface Row {
  readonly y: number;
  readonly x: number;
  readonly weight: number;
  readonly place: number;
  readonly sex: number;
  readonly cell: number;
  readonly drawn: number;
}

const row = fc.record({
  y: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 9 }) }, fc.constant(Number.NaN)),
  x: fc.integer({ min: 1, max: 5 }),
  weight: fc.integer({ min: 1, max: 9 }),
  place: fc.integer({ min: 0, max: 3 }),
  sex: fc.integer({ min: 0, max: 1 }),
  cell: fc.integer({ min: -1, max: 2 }),
  drawn: fc.integer({ min: 0, max: 3 }),
});
/** Every place and sex with two people at least, so that margins can be met and no stratum is single. */
const first: Row[] = Array.from({ length: 16 }, (_, i) => ({
  y: (i * 7) % 10,
  x: 1 + (i % 4),
  weight: 1 + (i % 3),
  place: i % 4,
  sex: Math.floor(i / 4) % 2,
  cell: i % 3,
  drawn: 2,
}));
const people = fc.array(row, { minLength: 8, maxLength: 60 }).map((rows) => [...first, ...rows]);

const codes = (rows: readonly Row[], of: "place" | "sex" | "cell") => Int32Array.from(rows, (one) => one[of]);

function drawnBy(rows: readonly Row[], stratified: boolean, more: Partial<Design> = {}): Design {
  const strata = rows.map(({ place }) => (stratified ? `stratum ${place % 2}` : "all"));
  return { ...makeDesign({ weights: rows.map(({ weight }) => weight), strata }), ...more };
}

function raked(design: Design, rows: readonly Row[]): Design {
  const margins = [
    {
      name: "place",
      levels: ["a", "b", "c", "d"],
      counts: Float64Array.of(400, 300, 200, 100),
      cells: codes(rows, "place"),
    },
    { name: "sex", levels: ["f", "m"], counts: Float64Array.of(600, 400), cells: codes(rows, "sex") },
  ];
  return calibrated(design, rake(design.weights, margins), { acceptUnconverged: true });
}

/** The designs whose errors follow from sums over cells. */
const designs: Readonly<Record<string, (rows: readonly Row[]) => Design>> = {
  "equal chances": (rows) => drawnBy(rows, false),
  strata: (rows) => drawnBy(rows, true),
  "raked weights": (rows) => raked(drawnBy(rows, false), rows),
  "strata and raked weights": (rows) => raked(drawnBy(rows, true), rows),
  "a module drawn among raked respondents": (rows) =>
    secondPhase(
      raked(drawnBy(rows, true), rows),
      Float64Array.from(rows, ({ drawn }) => drawn),
    ),
};

function expectAlike(ours: readonly Estimate[], theirs: readonly Estimate[]) {
  expect(ours.length).toBe(theirs.length);
  ours.forEach((one, i) => {
    const other = theirs[i]!;
    expect(one.reason).toBe(other.reason);
    expect([one.respondents, one.degreesOfFreedom]).toEqual([other.respondents, other.degreesOfFreedom]);
    expect(one.itemNonresponse).toBeCloseTo(other.itemNonresponse, 12);
    expect(one.value ?? 0).toBeCloseTo(other.value ?? 0, 9);
    expect(one.standardError ?? 0).toBeCloseTo(other.standardError ?? 0, 6);
    expect(one.interval?.low ?? 0).toBeCloseTo(other.interval?.low ?? 0, 5);
    if ((other.designEffect ?? 0) > 1e-6)
      expect((one.designEffect ?? 0) / (other.designEffect ?? 1)).toBeCloseTo(1, 6);
  });
}

describe.each(Object.entries(designs))("cells of a crossing, %s", (_, designOf) => {
  const cellsOf = (rows: readonly Row[]) => ({ of: codes(rows, "cell"), count: 3 });
  const answersOf = (rows: readonly Row[]) => ({
    values: Float64Array.from(rows, ({ y }) => y),
    eligible: Uint8Array.from(rows, ({ x }) => (x > 1 ? 1 : 0)),
  });

  test("errors come from sums over cells, not from reading every unit for every cell", () => {
    expect(elementVariances(designOf(first))).toBeDefined();
  });

  test("means are those of the domains one by one", () => {
    fc.assert(
      fc.property(people, (rows) => {
        const [design, cells] = [designOf(rows), cellsOf(rows)];
        const domains = estimateMeanByDomain(arrange(design, cells), [answersOf(rows)]);
        expectAlike(meansInCells(design, answersOf(rows), tInterval)(crossingAlone(cells)), domains[0]!);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test("so are shares, with the interval of a share", () => {
    fc.assert(
      fc.property(people, (rows) => {
        const [design, cells] = [designOf(rows), cellsOf(rows)];
        const values = Float64Array.from(rows, ({ y }) => (Number.isNaN(y) ? y : Number(y > 4)));
        const domains = estimateProportionByDomain(arrange(design, cells), [{ values }]);
        expectAlike(meansInCells(design, { values }, logitInterval)(crossingAlone(cells)), domains[0]!);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  test("so are ratios", () => {
    fc.assert(
      fc.property(people, (rows) => {
        const [design, cells] = [designOf(rows), cellsOf(rows)];
        const denominator = { values: Float64Array.from(rows, ({ x }) => x) };
        const ratio = { numerator: answersOf(rows), denominator };
        expectAlike(
          ratiosInCells(design, ratio, tInterval)(crossingAlone(cells)),
          estimateRatioByDomain(arrange(design, cells), [ratio])[0]!,
        );
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

describe("single units of a stratum", () => {
  test.each(["remove", "certainty", "adjust", "average"] as const)("%s is the same in cells", (singlePsu) => {
    fc.assert(
      fc.property(people, fc.boolean(), (rows, meetMargins) => {
        const alone = [...rows, { ...first[0]!, y: 9, weight: 5 }];
        const strata = alone.map(({ place }, i) => (i === rows.length ? "alone" : `stratum ${place % 2}`));
        const drawn = { ...makeDesign({ weights: alone.map(({ weight }) => weight), strata }), singlePsu };
        const design = meetMargins ? raked(drawn, alone) : drawn;
        const cells = { of: codes(alone, "cell"), count: 3 };
        const measurement = { values: Float64Array.from(alone, ({ y }) => y) };
        expectAlike(
          meansInCells(design, measurement, tInterval)(crossingAlone(cells)),
          estimateMeanByDomain(arrange(design, cells), [measurement])[0]!,
        );
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

test("several crossings read at once are each as if read alone, also those that are made of cells of others", () => {
  fc.assert(
    fc.property(people, fc.boolean(), (rows, everybodyHasPlaces) => {
      const design = designs["a module drawn among raked respondents"]!(rows);
      const places = rows.map(({ place }) => (place === 3 && !everybodyHasPlaces ? -1 : place));
      const alone = [
        { of: new Int32Array(rows.length), count: 1 },
        { of: Int32Array.from(rows, ({ place }) => (place > 1 ? 1 : 0)), count: 2 },
        { of: codes(rows, "cell"), count: 3 },
        { of: Int32Array.from(places), count: 4 },
        { of: Int32Array.from(places, (place, i) => (place < 0 ? -1 : 2 * place + rows[i]!.sex)), count: 8 },
      ];
      const cells = crossedCells(alone);
      expect(cells.stride).toBe(2);
      const values = Float64Array.from(rows, ({ y }) => y);
      for (const answers of [values, values.map((value) => (value > 4 ? 1 : Math.min(value, 0)))]) {
        const means = meansInCells(design, { values: answers }, tInterval);
        expectAlike(
          means(cells),
          alone.flatMap((domains) => means(crossingAlone(domains))),
        );
      }
    }),
    { numRuns: 60, seed: 7 },
  );
});

test("the sums behind means stay as they were for whoever watches", () => {
  const design = designs["strata and raked weights"]!(first);
  const cells = crossingAlone({ of: codes(first, "sex"), count: 2 });
  let seen: SumsBehind | undefined;
  const estimates = meansInCells(
    design,
    { values: Float64Array.from(first, ({ y }) => y) },
    tInterval,
  )(cells, (behind) => {
    seen = behind;
  });
  const { common, unit, base, sums } = seen!;
  const byCell = ({ totals }: SumsBehind["base"]) =>
    [0, 1].map((cell) => totals[2 * cell]! + totals[2 * cell + 1]!);
  const [weights, deviations] = [byCell(base), byCell(sums)];
  for (const [cell, { value }] of estimates.entries())
    expect(common + (unit * deviations[cell]!) / weights[cell]!).toBeCloseTo(value!, 12);
});

test("a sample of clusters is estimated unit by unit", () => {
  fc.assert(
    fc.property(people, (rows) => {
      const clusters = rows.map(({ place }, i) => `${place} ${i % 3}`);
      const drawn = makeDesign({ weights: rows.map(({ weight }) => weight), clusters });
      expect(elementVariances(drawn)).toBeUndefined();
      expect(unitVariances(drawn)).toBeDefined();
      const cells = { of: codes(rows, "cell"), count: 3 };
      const measurement = { values: Float64Array.from(rows, ({ y }) => y) };
      for (const design of [drawn, raked(drawn, rows)])
        expectAlike(
          meansInCells(design, measurement, tInterval)(crossingAlone(cells)),
          estimateMeanByDomain(arrange(design, cells), [measurement])[0]!,
        );
    }),
    { numRuns: 40, seed: 7 },
  );
});
