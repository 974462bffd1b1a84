import type { Verdict } from "./judge.ts";
import { notCompared, notComparedIn } from "./not-compared.ts";
import { byKind, type KindSummary } from "./run-folder.ts";
import { lastLine } from "./run-text.ts";

/** Cases in which R itself is at fault and ours is right, by id, each with the reason. At most ten. */
export const faultsOfR: ReadonlyMap<string, string> = new Map();

/** docs/methods/agreement.md: what was compared with R and how it came out. Written by the run, never by hand. */
export function agreementPage(verdicts: readonly Verdict[]): string {
  return `${[...introduction(verdicts), ...table(byKind(verdicts)), ...faults(verdicts), ...leftOut()].join("\n")}\n`;
}

function introduction(verdicts: readonly Verdict[]): string[] {
  return [
    "# Agreement with R",
    "",
    "Written by `npm run reference -- FOLDER --write docs/methods/agreement.md`; do not edit.",
    "",
    "Each case is a question put to R (survey 4.1-1, psych, lavaan, polycor, laeken) with R's answer. Our engine answers the same",
    "question, and every number is compared: a number agrees when its relative difference is within the tolerance of the case, or its",
    "difference below the absolute floor. The worst relative difference is the largest among numbers that agree by the first rule.",
    "",
    `The last run: ${lastLine(verdicts)}.`,
    "",
  ];
}

function table(kinds: readonly KindSummary[]): string[] {
  return [
    "| kind | cases | passed | failed | skipped | numbers compared | worst relative difference |",
    "|---|---:|---:|---:|---:|---:|---:|",
    ...kinds.map(
      ({ kind, cases, passed, failed, skipped, numbers, worst }) =>
        `| ${kind} | ${cases} | ${passed} | ${failed} | ${skipped} | ${numbers} | ${worst === 0 ? "0" : worst.toExponential(1)} |`,
    ),
    "",
  ];
}

function faults(verdicts: readonly Verdict[]): string[] {
  const failed = verdicts.filter(({ outcome }) => outcome === "failed");
  if (failed.length === 0) return ["No case fails, and none is set aside as R's own fault.", ""];
  return [
    "## Cases that do not agree",
    "",
    ...failed.map(
      ({ id, reason }) => `- \`${id}\`: ${faultsOfR.get(id) ?? `ours: ${reason ?? "the numbers differ"}`}`,
    ),
    "",
  ];
}

function leftOut(): string[] {
  return [
    "## What is not compared",
    "",
    "Where a newer version of R's survey gives another number (`cross_version.json` of the folder), that number counts as agreement too.",
    "Where R refuses, ours must refuse as well. Beyond that:",
    "",
    ...[...notCompared].map(([key, reason]) => `- \`${key}\`: ${reason}.`),
    ...notComparedIn.map(({ kinds, key, reason }) => `- \`${key}\` in ${kinds.join(", ")}: ${reason}.`),
    "",
  ];
}
