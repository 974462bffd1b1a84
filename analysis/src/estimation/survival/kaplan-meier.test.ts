import { seeded } from "@tiltas/instrument/simulation";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeDesign, makeReplicates } from "../../design/index.ts";
import { estimateSurvival } from "./kaplan-meier.ts";
import { TimelineError } from "./kaplan-meier-table.ts";

const timelines = (times: number[], events: number[]) => ({
  times: Float64Array.from(times),
  events: Uint8Array.from(events),
});

test("without censoring the product limit is the share still waiting", () => {
  const design = makeDesign({ weights: [1, 1, 1, 1] });
  const { curve } = estimateSurvival(design, timelines([2, 1, 3, 3], [1, 1, 1, 1]), {
    method: "product",
    levels: [],
  });
  expect([...curve.times]).toEqual([1, 2, 3]);
  [0.75, 0.5, 0].forEach((survival, i) => {
    expect(curve.survival[i]).toBeCloseTo(survival, 12);
  });
});

test("those censored at the time of an event were still at risk", () => {
  const design = makeDesign({ weights: [2, 3, 5] });
  const { curve } = estimateSurvival(design, timelines([4, 4, 9], [1, 0, 1]), { levels: [] });
  expect([...curve.atRisk]).toEqual([10, 5]);
  expect([...curve.happened]).toEqual([2, 5]);
});

test("where everybody is censored there is no estimate, and the reason says so", () => {
  const design = makeDesign({ weights: [1, 1, 1] });
  const found = estimateSurvival(design, timelines([5, 6, 7], [0, 0, 0]), { at: [6] });
  expect(found).toMatchObject({ reason: "no-events", respondents: 3, events: 0 });
  expect(found.at[0]).toMatchObject({ value: null, reason: "no-events" });
  expect(found.quantiles[0]).toMatchObject({ value: null, reason: "no-events" });
});

test("a median that is not reached is not a number but a reason", () => {
  const design = makeDesign({ weights: [1, 1, 1, 1, 1] });
  const { quantiles } = estimateSurvival(design, timelines([1, 8, 8, 8, 8], [1, 0, 0, 0, 0]));
  expect(quantiles[0]).toMatchObject({ value: null, reason: "not-reached" });
});

test("an empty domain has no respondents", () => {
  const design = makeDesign({ weights: [1, 1] });
  const found = estimateSurvival(design, timelines([1, 2], [1, 1]), { within: new Uint8Array(2) });
  expect(found.reason).toBe("no-respondents");
});

test("a time before the origin and an event that is neither 0 nor 1 are refused with the row", () => {
  const design = makeDesign({ weights: [1, 1] });
  expect(() => estimateSurvival(design, timelines([1, -2], [1, 1]))).toThrow(TimelineError);
  expect(() => estimateSurvival(design, timelines([1, -2], [1, 1]))).toThrow(/row 2 is -2/);
  expect(() => estimateSurvival(design, timelines([1, 2], [1, 3]))).toThrow(/event of row 2 is 3/);
});

const person = fc.record({
  time: fc.integer({ min: 0, max: 12 }),
  event: fc.integer({ min: 0, max: 1 }),
  weight: fc.integer({ min: 1, max: 9 }),
  psu: fc.integer({ min: 0, max: 4 }),
});

test("the order of respondents and the scale of weights change no curve and no error", () => {
  fc.assert(
    fc.property(fc.array(person, { minLength: 6, maxLength: 40 }), (people) => {
      const spread = [0, 1, 2, 3, 4].map((psu) => ({ time: psu, event: 1, weight: 2, psu }));
      const found = (list: typeof people, scale: number) =>
        estimateSurvival(
          makeDesign({
            weights: list.map(({ weight }) => weight * scale),
            clusters: list.map(({ psu }) => psu),
          }),
          timelines(
            list.map(({ time }) => time),
            list.map(({ event }) => event),
          ),
          { at: [2, 7], levels: [0.6] },
        );
      const first = found([...spread, ...people], 1);
      for (const other of [found([...people, ...spread].toReversed(), 1), found([...spread, ...people], 8)])
        other.at.forEach(({ value, standardError }, i) => {
          expect(value).toBeCloseTo(first.at[i]?.value ?? Number.NaN, 10);
          expect(standardError).toBeCloseTo(first.at[i]?.standardError ?? Number.NaN, 8);
        });
    }),
    { numRuns: 40 },
  );
});

test("linearised errors of a curve agree with those of the jackknife in a large sample", () => {
  const random = seeded(5);
  const people = Array.from({ length: 3000 }, (_, row) => {
    const [wait, seen] = [-12 * Math.log(random.unit()), 30 * random.unit()];
    return { psu: Math.floor(row / 20), time: Math.ceil(Math.min(wait, seen)), event: wait <= seen ? 1 : 0 };
  });
  const design = makeDesign({
    weights: people.map(() => 1 + random.unit()),
    clusters: people.map(({ psu }) => psu),
  });
  const lines = timelines(
    people.map(({ time }) => time),
    people.map(({ event }) => event),
  );
  for (const method of ["exponential", "product"] as const) {
    const linearised = estimateSurvival(design, lines, { at: [4, 12, 20], levels: [], method });
    const repeated = estimateSurvival(makeReplicates(design, { method: "JK1" }), lines, {
      at: [4, 12, 20],
      levels: [],
      method,
    });
    linearised.at.forEach(({ standardError }, i) => {
      const ratio = (standardError ?? 0) / (repeated.at[i]?.standardError ?? 1);
      expect(Math.abs(ratio - 1)).toBeLessThan(0.02);
    });
  }
});
