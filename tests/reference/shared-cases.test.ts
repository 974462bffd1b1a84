import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Microdata } from "@tiltas/cli/microdata";
import { expect, test } from "vitest";
import { type CaseFile, readCaseFile } from "./case-file.ts";
import { compare } from "./compare.ts";
import { referenceFolder, whyAbsent } from "./reference-folder.ts";
import { answerTo, designOf, OutsideTheEngine } from "./run-case.ts";

const folder = referenceFolder("statistics");
const kinds = ["mean", "total", "ratio", "proportion", "domain", "subset", "lonely", "ciprop"];

/** Some cases name their variables in the call only; the rows of R's answer have them all. */
function completed(one: CaseFile): CaseFile {
  const rows = one.expected.rows ?? [];
  const { call } = one;
  if (call.statistic === "by") return { ...one, call: { ...call, statistic: "mean", domain: ["g"] } };
  if (call.statistic === "ratio" && !call.options.numerator) {
    const [numerator, denominator] = (rows[0]?.name ?? "y/x").split("/");
    return {
      ...one,
      call: {
        ...call,
        options: { ...call.options, numerator, denominator },
        variables: [`${numerator}/${denominator}`],
      },
    };
  }
  const named = one.kind === "lonely" && rows.length > call.variables.length;
  return named ? { ...one, call: { ...call, variables: rows.map(({ name }) => name) } } : one;
}

interface Verdict {
  readonly outcome: "passed" | "failed" | "outside";
  readonly kind: string;
  readonly worst: number;
  readonly text: readonly string[];
}

function judge(one: CaseFile, data: Microdata): Verdict {
  try {
    const { worst, differences } = compare(one, answerTo(one, data, designOf(one, data)));
    return {
      outcome: differences.length === 0 ? "passed" : "failed",
      kind: one.kind,
      worst,
      text: differences,
    };
  } catch (error) {
    if (!(error instanceof OutsideTheEngine)) throw error;
    return { outcome: "outside", kind: one.kind, worst: 0, text: [`${one.id}: ${error.message}`] };
  }
}

function verdicts(): Verdict[] {
  if (folder === undefined) return [];
  return readdirSync(join(folder, "cases"))
    .map((name) => completed(readCaseFile(join(folder, "cases", name))))
    .filter(({ kind }) => kinds.includes(kind))
    .map((one) => judge(one, new Microdata(readFileSync(join(folder, one.data), "utf8"))));
}

test.skipIf(folder === undefined)(`shared reference cases agree with R to 1e-8${whyAbsent(folder)}`, () => {
  const found = verdicts();
  const lines = kinds.map((kind) => {
    const of = (outcome: Verdict["outcome"]) =>
      found.filter((one) => one.kind === kind && one.outcome === outcome);
    const worst = Math.max(0, ...of("passed").map((one) => one.worst));
    return `${kind.padEnd(11)} ${of("passed").length} passed, ${of("failed").length} failed, ${of("outside").length} not yet computed; worst ${worst.toExponential(1)}`;
  });
  console.log(lines.join("\n"));
  expect(found.filter(({ outcome }) => outcome === "failed").flatMap(({ text }) => text)).toEqual([]);
  expect(found.filter(({ outcome }) => outcome === "passed").length).toBeGreaterThanOrEqual(110);
});

test.skipIf(folder === undefined)(
  `every mean, total and ratio case on apistrat passes, none is skipped${whyAbsent(folder)}`,
  () => {
    if (folder === undefined || !existsSync(folder)) return;
    const cases = readdirSync(join(folder, "cases"))
      .map((name) => readCaseFile(join(folder, "cases", name)))
      .filter(
        ({ kind, data, design }) =>
          ["mean", "total", "ratio"].includes(kind) &&
          data === "data/apistrat.csv" &&
          design?.type === "linearized",
      );
    const data = new Microdata(readFileSync(join(folder, "data/apistrat.csv"), "utf8"));
    expect(cases.length).toBeGreaterThan(0);
    expect(cases.map((one) => judge(one, data)).flatMap(({ text }) => text)).toEqual([]);
  },
);
