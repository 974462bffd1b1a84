import { describe, expect, test } from "vitest";
import type { WorkingCell, WorkingTables } from "../lattice/index.ts";
import { changesSince } from "./changes.ts";
import { differenceOf } from "./difference.ts";
import { withoutRefusedClaims } from "./refused-claims.ts";
import { told, type Untold } from "./verdict.ts";

const cell = (value: number | null, standardError: number, respondents: number): WorkingCell =>
  ({
    estimate: {
      value,
      standardError,
      degreesOfFreedom: 100,
      respondents,
      effectiveRespondents: respondents,
    },
  }) as WorkingCell;

/** One measure in the country and two municipalities. */
function tables(
  country: WorkingCell,
  places: readonly WorkingCell[],
  pooled: readonly string[] = [],
): WorkingTables {
  const codes = ["13", "19"];
  return {
    measures: [{ id: "aaa.01", indicator: "aaa.01" }],
    crossings: [
      { crossing: [], domains: [[]], cells: [[country]] },
      { crossing: ["municipality"], domains: codes.map((code) => [code]), cells: [places] },
      { crossing: ["sex"], domains: [["female"]], cells: [[country]] },
    ],
    ladder: codes.map((municipality) => ({
      municipality,
      group: null,
      stands: pooled.includes(municipality) ? "pooled" : "single",
      respondents: 50,
    })),
  } as unknown as WorkingTables;
}

const untold = (difference: number, p: number | null): Untold =>
  ({ kind: "rest", measure: 0, difference, p, standardError: 1 }) as Untold;
const verdicts = (family: readonly Untold[], hasTests = true) =>
  told(
    family,
    () => "higher-is-better",
    "holm",
    () => hasTests,
  ).map(({ verdict }) => verdict);

describe("what is said of a family of comparisons", () => {
  test("a p-value of 0.03 alone is a finding, among five it is none", () => {
    expect(verdicts([untold(1, 0.03)])).toEqual(["better"]);
    const five = [untold(1, 0.03), ...[0.2, 0.4, 0.6, 0.8].map((p) => untold(1, p))];
    expect(new Set(verdicts(five))).toEqual(new Set(["cannot-be-told-apart"]));
  });

  test("without tests no p-value leaves, and nobody is better", () => {
    const [one] = told(
      [untold(5, 1e-9)],
      () => "higher-is-better",
      "holm",
      () => false,
    );
    expect(one).toMatchObject({ p: null, adjustedP: null, verdict: "tests-off" });
  });

  test("the detectable difference is (t₀.₉₇₅ + t₀.₈) standard errors; without an error there is none", () => {
    expect(differenceOf(1, 4, Number.POSITIVE_INFINITY).detectable).toBeCloseTo(2 * (1.959964 + 0.841621), 5);
    expect(differenceOf(1, Number.NaN, 10)).toMatchObject({ p: null, low: null, detectable: null });
  });
});

describe("change since the wave before", () => {
  const before = tables(cell(0.4, 0.03, 2000), [cell(0.3, 0.04, 60), cell(0.5, 0.05, 60)]);
  const now = tables(cell(0.5, 0.04, 2000), [cell(0.5, 0.03, 60), cell(0.6, 0.05, 60)]);
  const changes = (from = before, to = now) =>
    changesSince(
      from,
      to,
      () => true,
      () => null,
    );

  test("variances and degrees of freedom of two samples add", () => {
    const [country] = changes();
    expect(country).toMatchObject({ difference: expect.closeTo(0.1, 12), degreesOfFreedom: 200 });
    expect(country?.standardError).toBeCloseTo(0.05, 12);
  });

  test("is told of no figure that one of the waves has too few people for", () => {
    const few = tables(cell(0.5, 0.04, 2000), [cell(0.5, 0.03, 19), cell(0.6, 0.05, 60)]);
    expect(changes(before, few).map(({ domain }) => domain.join())).toEqual(["", "19", "female"]);
    expect(changes(few, now).map(({ domain }) => domain.join())).toEqual(["", "19", "female"]);
  });

  test("is not told of a municipality whose figure holds both waves", () => {
    const pooled = tables(cell(0.5, 0.04, 2000), [cell(0.5, 0.03, 60), cell(0.6, 0.05, 60)], ["13"]);
    expect(changes(before, pooled).map(({ domain }) => domain.join())).toEqual(["", "19", "female"]);
  });

  test("is not told where the mapping does not allow it", () => {
    expect(
      changesSince(
        before,
        now,
        () => false,
        () => null,
      ),
    ).toEqual([]);
  });
});

test("while national claims are refused, only municipalities and their groups keep figures", () => {
  const all = tables(cell(0.5, 0.04, 2000), [cell(0.5, 0.03, 60), cell(0.6, 0.05, 60)]);
  const refusal = { claim: "national" as const, stratum: { en: "Kaunas" }, why: { en: "Nobody answered." } };
  const left = withoutRefusedClaims(all, [refusal]).crossings.map(({ cells }) => cells[0]);
  expect(left).toEqual([[null], all.crossings[1]?.cells[0], [null]]);
  expect(withoutRefusedClaims(all, [])).toBe(all);
});
