import type { Estimate } from "@tiltas/analysis/estimation";
import type { CaseFile, ExpectedRow, RNumber } from "./case-file.ts";
import type { Answer } from "./run-case.ts";

/** Largest relative difference from R, and what differed by more than allowed. */
export interface Comparison {
  readonly worst: number;
  readonly differences: readonly string[];
}

/** Compares every number R gave for the case; `estimatesOnly` leaves errors and intervals out. */
export function compare(
  one: CaseFile,
  answer: Answer,
  { relative = 1e-8, estimatesOnly = false } = {},
): Comparison {
  const differences: string[] = [];
  let worst = 0;
  const check = (what: string, ours: number | null | undefined, theirs: RNumber | undefined) => {
    const difference = relativeDifference(ours, theirs);
    const negligible =
      typeof theirs === "number" && Math.abs((ours ?? Number.NaN) - theirs) <= one.tolerance.abs;
    if (difference <= relative) worst = Math.max(worst, difference);
    else if (!negligible) differences.push(`${one.id} ${what}: R ${theirs}, ours ${ours}`);
  };
  if (one.expected.error)
    for (const [name, { value, reason }] of answer.rows)
      if (value !== null || reason === undefined)
        differences.push(`${one.id} ${name}: R refuses, ours is ${value}`);
  for (const expected of one.expected.rows ?? []) {
    const ours = answer.rows.get(expected.name);
    if (!ours)
      differences.push(
        `${one.id}: R has a row "${expected.name}"; ours are ${[...answer.rows.keys()].join(", ")}`,
      );
    else checkRow(expected, ours, one, check, estimatesOnly);
  }
  if (!estimatesOnly && typeof one.expected.df === "number")
    check("df", answer.degreesOfFreedom, one.expected.df);
  if (!estimatesOnly && answer.covariance)
    for (const [i, row] of (one.expected.vcov?.values ?? []).entries())
      for (const [j, theirs] of row.entries()) check(`vcov[${i}][${j}]`, answer.covariance[i]?.[j], theirs);
  return { worst, differences };
}

function checkRow(
  expected: ExpectedRow,
  ours: Estimate,
  one: CaseFile,
  check: (what: string, ours: number | null | undefined, theirs: RNumber | undefined) => void,
  estimatesOnly: boolean,
): void {
  const { name } = expected;
  check(`${name} estimate`, ours.value, expected.estimate);
  if (estimatesOnly) return;
  check(`${name} se`, ours.standardError, expected.se);
  if (one.call.options.ci !== "normal quantile") {
    check(`${name} low`, ours.interval?.low, expected.ci_low);
    check(`${name} high`, ours.interval?.high, expected.ci_high);
  }
  if (expected.deff !== undefined) check(`${name} deff`, ours.designEffect, expected.deff);
}

/** 0 where R gives no number and neither do we, or where R was not asked. */
function relativeDifference(ours: number | null | undefined, theirs: RNumber | undefined): number {
  if (theirs === undefined) return 0;
  const known = typeof ours === "number" && Number.isFinite(ours);
  if (typeof theirs !== "number") return known ? Infinity : 0;
  if (!known) return Infinity;
  return ours === theirs ? 0 : Math.abs(ours - theirs) / Math.max(Math.abs(theirs), Math.abs(ours));
}
