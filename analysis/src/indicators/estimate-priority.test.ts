import { expect, test } from "vitest";
import type { Column } from "../dataset/index.ts";
import { makeDesign } from "../design/index.ts";
import { calibrated, rake } from "../weighting/index.ts";
import { evaluateIndicator, type IndicatorDefinition } from "./index.ts";

const rows = 40;

/** Ones where `is` holds, zeros elsewhere. */
function marked(name: string, is: (row: number) => boolean): [string, Column] {
  const codes = [0, 1].map((code) => ({ code, labels: {} }));
  const values = Int16Array.from({ length: rows }, (_, row) => Number(is(row)));
  const variable = { name, item: name, labels: {}, codes, kind: "code" } as const;
  return [name, { variable, values, missing: new Uint8Array(rows) }];
}

const indicator: IndicatorDefinition = {
  id: "nee.03",
  label: { en: "Priority" },
  domain: "needs",
  unit: "index-0-100",
  universe: { label: { en: "everyone" } },
  direction: "lower-is-better",
  missingRule: "M1",
  source: "test",
  estimand: {
    type: "priority",
    needs: [
      {
        id: "home",
        label: { en: "home" },
        importance: { variable: "important", minimum: 0, maximum: 1 },
        needed: { variable: "needed", in: [1] },
        met: { variable: "unmet", in: [0] },
      },
    ],
  },
};

test("the priority of a need few people have is never told to lie below nothing", () => {
  const columns = new Map([
    marked("important", (row) => row === 0),
    marked("needed", (row) => row < 3),
    marked("unmet", (row) => row === 0),
  ]);
  const dataset = { rows, columns, digest: "", exclusions: {} };
  const everyone = { of: new Int32Array(rows), count: 1 };
  const design = makeDesign({ weights: new Float64Array(rows).fill(1) });
  const { value, interval } = evaluateIndicator(indicator, dataset, design, everyone).country.estimate;
  expect(value).toBeCloseTo((100 / 40) * (1 / 3), 12);
  expect(interval?.low).toBe(0);
  expect(interval?.high).toBeGreaterThan(value ?? 0);
});

test("its error is that of leaving out one person after the other", () => {
  const [important, needed, unmet] = [
    marked("important", (row) => row % 3 === 0),
    marked("needed", (row) => row % 2 === 0),
    marked("unmet", (row) => row % 4 === 0),
  ];
  const columns = new Map([important, needed, unmet]);
  const everyone = { of: new Int32Array(rows), count: 1 };
  const design = makeDesign({ weights: new Float64Array(rows).fill(1) });
  const dataset = { rows, columns, digest: "", exclusions: {} };
  const { standardError } = evaluateIndicator(indicator, dataset, design, everyone).country.estimate;
  const without = Array.from({ length: rows }, (_, left) => {
    const kept = Array.from({ length: rows }, (__, row) => row).filter((row) => row !== left);
    const of = ([, { values }]: [string, Column], among: number[]) =>
      among.reduce((sum, row) => sum + values[row]!, 0) / among.length;
    return (
      100 *
      of(important, kept) *
      of(
        unmet,
        kept.filter((row) => needed[1].values[row] === 1),
      )
    );
  });
  const centre = without.reduce((sum, one) => sum + one, 0) / rows;
  const jackknife = Math.sqrt(
    ((rows - 1) / rows) * without.reduce((sum, one) => sum + (one - centre) ** 2, 0),
  );
  expect(Math.abs((standardError ?? 0) / jackknife - 1)).toBeLessThan(0.05);
});

test("one need, told from sums, has the error of the mean over two that are answered alike, told row by row", () => {
  const columns = new Map([
    marked("important", (row) => row % 3 === 0 || row % 7 === 0),
    marked("needed", (row) => row % 2 === 0),
    marked("unmet", (row) => row % 4 === 0 || row % 5 === 0),
  ]);
  const place = Int32Array.from({ length: rows }, (_, row) => (row % 5 === 0 ? 1 : 0));
  const drawn = makeDesign({ weights: Float64Array.from({ length: rows }, (_, row) => 1 + (row % 4)) });
  const margin = { name: "place", levels: ["a", "b"], counts: Float64Array.of(70, 50), cells: place };
  const design = calibrated(drawn, rake(drawn.weights, [margin]));
  const places = {
    of: Int32Array.from({ length: rows }, (_, row) => (row % 6 === 0 ? -1 : Math.floor(row / 2) % 2)),
    count: 2,
  };
  const { estimand } = indicator;
  if (estimand.type !== "priority") throw new Error("The test needs a priority.");
  const [need] = estimand.needs;
  const twice = { ...indicator, estimand: { ...estimand, needs: [need!, { ...need!, id: "again" }] } };
  const dataset = { rows, columns, digest: "", exclusions: {} };
  const { country, byDomain, parts } = evaluateIndicator(twice, dataset, design, places);
  for (const part of parts)
    [country, ...byDomain].forEach(({ estimate }, cell) => {
      const own = [part.country, ...part.byDomain][cell]!.estimate;
      expect(own.value).toBeCloseTo(estimate.value!, 10);
      expect(own.standardError! / estimate.standardError!).toBeCloseTo(1, 10);
    });
});
