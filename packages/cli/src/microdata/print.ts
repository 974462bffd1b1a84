import type { Estimate } from "@tiltas/analysis/estimation";
import type { EstimateLine } from "./estimates.ts";

const why: Readonly<Record<NonNullable<Estimate["reason"]>, string>> = {
  "no-respondents": "nobody is in the domain",
  "all-missing": "nobody answered",
  "missing-kept": "answers are missing (use --na-rm to leave them out)",
  "single-psu": 'a stratum has a single PSU (set "singlePsu" in the design file)',
  "impossible-pair": "two sampled units have a joint probability of zero",
  "negative-variance": "the estimate of its variance is below zero",
  "zero-denominator": "the denominator is zero",
  "not-converged": "the iterations did not settle",
  "not-estimable": "the data do not determine it",
  "no-events": "it has happened to nobody yet",
  "not-reached": "it has not happened to that many yet",
};

/** The lines as a table of aligned columns. */
export function printLines(lines: readonly EstimateLine[], by: string | undefined): string {
  const head = [
    "statistic",
    "variable",
    ...(by === undefined ? [] : [by]),
    "estimate",
    "std. error",
    "95 % low",
    "high",
    "deff",
    "n",
  ];
  const body = lines.map(({ statistic, variable, domain, estimate }) => [
    statistic,
    variable,
    ...(by === undefined ? [] : [domain ?? ""]),
    ...numbersOf(estimate),
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...body].map((row) => (row.length > column + 1 ? (row[column]?.length ?? 0) : 0))),
  );
  const text = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [head, ...body].map(text).join("\n");
}

function numbersOf(estimate: Estimate): string[] {
  if (estimate.value === null) return [`no estimate: ${estimate.reason ? why[estimate.reason] : "unknown"}`];
  const { value, standardError, interval, designEffect, respondents, reason } = estimate;
  if (standardError === null)
    return [shown(value), `no error: ${reason ? why[reason] : "its interval reaches beyond the answers"}`];
  return [
    ...[value, standardError, interval?.low, interval?.high, designEffect].map(shown),
    String(respondents),
  ];
}

function shown(value: number | null | undefined): string {
  return value === null || value === undefined ? "–" : String(Number(value.toPrecision(7)));
}
