import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { WorkingComparison } from "../comparison/index.ts";
import { madeMeasure, madeTables } from "./example-tables.ts";
import { type Policy, readPolicies, releaseTables, shownCounts } from "./index.ts";

const policies = readPolicies(
  JSON.parse(readFileSync(new URL("../../../analysis/plan/policies.json", import.meta.url), "utf8")),
);
const policyOf = (id: Policy["id"]) => {
  const policy = policies.get(id);
  if (!policy) throw new RangeError(id);
  return policy;
};

const measures = [madeMeasure("tst.01")];
const tablesWith = (east: readonly number[]) =>
  madeTables(measures, [
    { crossing: [], domains: [[]], cells: [[east.reduce((sum, count) => sum + count, 0) + 200]] },
    {
      crossing: ["municipality-group"],
      domains: [["east"], ["west"]],
      cells: [[east.reduce((sum, count) => sum + count, 0), 200]],
    },
    { crossing: ["municipality"], domains: [["1"], ["2"], ["3"]], cells: [east] },
  ]);

const comparison = (
  kind: WorkingComparison["kind"],
  municipality: string,
  more: Partial<WorkingComparison> = {},
): WorkingComparison => ({
  kind,
  measure: 0,
  crossing: ["municipality"],
  domain: [municipality],
  difference: 0.1234567,
  standardError: 0.0456789,
  degreesOfFreedom: 900,
  low: 0.0345678,
  high: 0.2123456,
  p: 0.0067891,
  adjustedP: 0.0345678,
  compositionAdjusted: 0.1111111,
  detectable: 0.1278999,
  verdict: "better",
  before: null,
  ...more,
});

const told = async (
  now: readonly number[],
  comparisons: readonly WorkingComparison[],
  { before, policy = "ministry" }: { before?: readonly number[]; policy?: Policy["id"] } = {},
) => {
  const options = {
    comparisons: { comparisons, correlations: [] },
    ...(before && { previous: tablesWith(before) }),
  };
  return (await releaseTables(tablesWith(now), policyOf(policy), options)).comparisons;
};

describe("a comparison is told only where both its figures are shown", () => {
  test("of a municipality with the rest, the country and its group", async () => {
    const kinds = ["rest", "country", "group"] as const;
    const all = kinds.flatMap((kind) => [comparison(kind, "1"), comparison(kind, "2")]);
    expect((await told([60, 70, 80], all)).length).toBe(6);
    expect((await told([12, 70, 80], all)).map(({ domain }) => domain[0])).toEqual(["2", "2", "2"]);
  });

  test("of two waves, as long as the wave before shows its own figure under the same policy", async () => {
    const change = [comparison("change", "1"), comparison("change", "2"), comparison("change", "3")];
    const now = [60, 70, 80];
    expect((await told(now, change, { before: [60, 70, 80] })).length).toBe(3);
    // Of the wave before, 3 people are hidden, and another municipality with them: its figure must not come out now.
    const shown = await told(now, change, { before: [3, 70, 80] });
    expect(shown).toHaveLength(1);
  });

  test("of two waves not at all, where nobody knows what the wave before shows", async () => {
    expect(await told([60, 70, 80], [comparison("change", "1")])).toEqual([]);
  });
});

test("what is told of a comparison has six decimals, in public tenths of a per cent, and no error of its own", async () => {
  const [ministry] = await told([60, 70, 80], [comparison("rest", "1")]);
  expect(ministry).toEqual({
    kind: "rest",
    measure: 0,
    crossing: ["municipality"],
    domain: ["1"],
    difference: 0.123457,
    low: 0.034568,
    high: 0.212346,
    adjustedP: 0.034568,
    compositionAdjusted: 0.111111,
    detectable: 0.1279,
    verdict: "better",
  });
  const [everybody] = await told([60, 70, 80], [comparison("rest", "1")], { policy: "public" });
  expect(everybody).toMatchObject({ difference: 0.123, low: 0.035, adjustedP: 0.035 });
});

describe("counts of respondents that stand beside a release", () => {
  const counts = [
    { dimension: "municipality", code: "1", respondents: 3 },
    { dimension: "municipality", code: "2", respondents: 72 },
    { dimension: "municipality", code: "3", respondents: 83 },
    { dimension: "language", code: "lt", respondents: 90 },
  ];

  test("show no category that the tables hide, or do not have", async () => {
    const released = await releaseTables(tablesWith([3, 72, 83]), policyOf("ministry"));
    const hidden = released.crossings[2]?.cells[0]?.findLastIndex(({ state }) => state === "protected");
    const shown = shownCounts(counts, measures, released).map(({ code }) => code);
    expect(shown).toEqual(hidden === 1 ? ["3"] : ["2"]);
  });

  test("are rounded like all others", async () => {
    const released = await releaseTables(tablesWith([60, 72, 83]), policyOf("public"));
    expect(shownCounts(counts.slice(1), measures, released).map(({ respondents }) => respondents)).toEqual([
      70, 85,
    ]);
  });
});
