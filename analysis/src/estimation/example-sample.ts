import fc from "fast-check";
import type { Design } from "../design/index.ts";
import { makeDesign } from "../design/index.ts";
import type { Measurement } from "./measurement.ts";

/** One row of a made-up sample, for tests. */
export interface ExampleRow {
  readonly y: number;
  readonly weight: number;
  readonly stratum?: string;
  readonly psu?: string;
  readonly domain?: number;
}

export function designOf(
  rows: readonly ExampleRow[],
  more: { fpc?: number[]; singlePsu?: Design["singlePsu"] } = {},
): Design {
  return makeDesign({
    weights: rows.map(({ weight }) => weight),
    strata: rows.map(({ stratum }) => stratum ?? "all"),
    clusters: rows.map(({ psu }, row) => psu ?? `row ${row}`),
    ...more,
  });
}

export function answersOf(rows: readonly ExampleRow[]): Measurement {
  return { values: Float64Array.from(rows, ({ y }) => y) };
}

export function domainsOf(rows: readonly ExampleRow[], count: number) {
  return { of: Int32Array.from(rows, ({ domain }) => domain ?? -1), count };
}

/** Samples of two strata with two to four PSUs each, three domains, values and weights of ordinary size. */
export const sample: fc.Arbitrary<ExampleRow[]> = fc
  .array(
    fc.record({
      y: fc.integer({ min: -50, max: 50 }),
      weight: fc.integer({ min: 1, max: 40 }),
      place: fc.integer({ min: 0, max: 5 }),
      domain: fc.integer({ min: 0, max: 2 }),
    }),
    { minLength: 4, maxLength: 30 },
  )
  .map((rows) => [...[0, 1, 3, 4].map((place) => ({ y: place, weight: 3, place, domain: 0 })), ...rows])
  .map((rows) =>
    rows.map(({ place, ...row }) => ({ ...row, stratum: place < 3 ? "a" : "b", psu: `psu ${place}` })),
  );
