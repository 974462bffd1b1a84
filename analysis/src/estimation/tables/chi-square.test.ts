import fc from "fast-check";
import { expect, test } from "vitest";
import type { Categories } from "../categories.ts";
import { designOf, sample } from "../example-sample.ts";
import { type IndependenceTest, testIndependence } from "./chi-square.ts";

const tests: IndependenceTest[] = ["rao-scott-f", "rao-scott-chi-square", "wald", "adjusted-wald"];

function coded(name: string, codes: readonly number[], levels = ["a", "b", "c"]): Categories {
  return { name, codes: Int32Array.from(codes), levels };
}

const eight = designOf(Array.from({ length: 8 }, () => ({ y: 0, weight: 1 })));

test("two variables that are exactly independent in the sample give a statistic of zero", () => {
  const row = coded("row", [0, 0, 0, 0, 1, 1, 1, 1]);
  const column = coded("column", [0, 1, 0, 1, 0, 1, 0, 1]);
  for (const test of tests) {
    const found = testIndependence(eight, [row, column], { test });
    expect(found.statistic).toBeCloseTo(0, 12);
    expect(found.pValue).toBeCloseTo(1, 6);
  }
});

test("in a simple random sample the correction is that of n − 1", () => {
  // Pearson's X² is 2 here; the design effect of a simple random sample with replacement is n/(n − 1).
  const row = coded("row", [0, 0, 0, 0, 1, 1, 1, 1]);
  const column = coded("column", [0, 0, 0, 1, 0, 1, 1, 1]);
  const found = testIndependence(eight, [row, column]);
  expect(testIndependence(eight, [row, column], { test: "rao-scott-chi-square" }).statistic).toBeCloseTo(
    2,
    12,
  );
  expect(found.statistic).toBeCloseTo((2 * 7) / 8, 12);
  expect(found.denominatorDegreesOfFreedom).toBeCloseTo(7, 12);
});

test("where everyone gives the same answer there is nothing to test, and the sentence says so", () => {
  const found = testIndependence(eight, [
    coded("row", Array(8).fill(1)),
    coded("column", [0, 1, 0, 1, 0, 1, 0, 1]),
  ]);
  expect(found).toMatchObject({ statistic: null, pValue: null, reason: "not-estimable" });
  expect(found.explanation).toContain('"b" in "row"');
});

test("a test among nobody has the reason that nobody answered", () => {
  const all = coded("row", [0, 1, 0, 1, 0, 1, 0, 1]);
  expect(testIndependence(eight, [all, all], { within: new Uint8Array(8) }).reason).toBe("no-respondents");
});

test("a stratum with one PSU leaves no test under the policy fail", () => {
  const design = designOf(
    Array.from({ length: 8 }, (_, i) => ({ y: 0, weight: 1, stratum: i < 7 ? "h" : "lone" })),
  );
  const found = testIndependence(design, [
    coded("row", [0, 0, 0, 0, 1, 1, 1, 1]),
    coded("column", [0, 0, 0, 1, 0, 1, 1, 1]),
  ]);
  expect(found).toMatchObject({ statistic: null, reason: "single-psu" });
});

test("neither the scale of the weights nor the order of variables, levels or people matters", () => {
  fc.assert(
    fc.property(sample, fc.constantFrom(...tests), fc.integer({ min: 2, max: 50 }), (rows, test, factor) => {
      const codes = rows.map(({ y }) => Math.abs(y) % 3);
      const others = rows.map(({ domain }) => domain ?? 0);
      const [row, column] = [coded("row", codes), coded("column", others)];
      const first = testIndependence(designOf(rows), [row, column], { test });
      const turned = testIndependence(
        designOf(rows.toReversed().map((each) => ({ ...each, weight: each.weight * factor }))),
        [
          coded(
            "column",
            others.toReversed().map((code) => 2 - code),
          ),
          coded("row", codes.toReversed()),
        ],
        { test },
      );
      if (first.pValue === null || turned.pValue === null) expect(turned.pValue).toBe(first.pValue);
      else expect(turned.pValue).toBeCloseTo(first.pValue, 6);
    }),
    { numRuns: 60 },
  );
});
