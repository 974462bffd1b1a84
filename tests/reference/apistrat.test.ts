import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EstimateLine, estimateFrom, Microdata, readDesignFile } from "@tiltas/cli/microdata";
import { run } from "@tiltas/cli/program";
import { describe, expect, test } from "vitest";
import { referenceFolder, whyAbsent } from "./reference-folder.ts";

const folder = referenceFolder("microdata");

interface Row {
  readonly dataset: "apistrat" | "apistrat_nofpc";
  readonly quantity: string;
  readonly domain: string;
  readonly estimate: number;
  readonly se: number | null;
  readonly n: number;
}

const designs = {
  apistrat: { strata: "stype", weights: "pw", fpc: "fpc" },
  apistrat_nofpc: { strata: "stype", weights: "pw" },
} as const;

/** `mean(api00)` → the option and the column; `share(stypeE)` and `share(sch.wide==Yes)` → a level. */
function asked(quantity: string): { option: EstimateLine["statistic"]; what: string; deff: boolean } {
  const [, deff, name, what] = /^(deff )?(\w+)\((.*)\)$/.exec(quantity) ?? [];
  if (name === "share") {
    const level = what?.includes("==") ? what.replace("==", "=") : what?.replace(/^stype/, "stype=");
    return { option: "proportion", what: level ?? "", deff: false };
  }
  if (name !== "mean" && name !== "total" && name !== "ratio")
    throw new Error(`an unknown quantity: ${quantity}`);
  return { option: name, what: what ?? "", deff: deff !== undefined };
}

function lineFor(lines: readonly EstimateLine[], { option, what }: ReturnType<typeof asked>, domain: string) {
  const level = domain === "all" ? null : domain.split("=")[1];
  return lines.find((line) => line.statistic === option && line.variable === what && line.domain === level)
    ?.estimate;
}

function expectAgreement(row: Row, estimate: EstimateLine["estimate"] | undefined): void {
  const { deff } = asked(row.quantity);
  const value = (deff ? estimate?.designEffect : estimate?.value) ?? Number.NaN;
  expect(Math.abs(value / row.estimate - 1)).toBeLessThan(1e-8);
  if (row.se !== null) {
    const difference = Math.abs((estimate?.standardError ?? Number.NaN) - row.se);
    expect(difference / Math.max(row.se, 1e-6)).toBeLessThan(1e-8);
  }
  expect(estimate?.respondents).toBe(row.n);
}

describe.skipIf(folder === undefined)(
  `the stratified school sample gives R's published numbers${whyAbsent(folder)}`,
  () => {
    const rows: Row[] = folder
      ? JSON.parse(readFileSync(join(folder, "reference_estimates_apistrat.json"), "utf8"))
      : [];
    const csv = folder ? readFileSync(join(folder, "apistrat.csv"), "utf8") : "";

    test.each(rows.map((row) => [`${row.dataset} ${row.quantity} ${row.domain}`, row] as const))(
      "%s",
      (_name, row) => {
        const data = new Microdata(csv);
        const design = readDesignFile(JSON.stringify(designs[row.dataset]), data);
        const question = asked(row.quantity);
        const by = row.domain === "all" ? {} : { by: row.domain.split("=")[0] ?? "" };
        const lines = estimateFrom(data, design, { [question.option]: [question.what], ...by });
        expectAgreement(row, lineFor(lines, question, row.domain));
      },
    );

    test("and so does the command line, for every row", async () => {
      const workplace = mkdtempSync(join(tmpdir(), "tiltas-"));
      try {
        for (const row of rows) {
          const design = join(workplace, "design.json");
          writeFileSync(design, JSON.stringify(designs[row.dataset]));
          const question = asked(row.quantity);
          const by = row.domain === "all" ? [] : ["--by", row.domain.split("=")[0] ?? ""];
          const said: string[] = [];
          const output = {
            print: (text: string) => said.push(text),
            complain: (text: string) => said.push(text),
          };
          const words = [
            "estimate",
            join(folder ?? "", "apistrat.csv"),
            "--design",
            design,
            `--${question.option}`,
            question.what,
          ];
          expect(await run([...words, ...by, "--json"], output)).toBe(0);
          expectAgreement(row, lineFor(JSON.parse(said.join("")).estimates, question, row.domain));
        }
      } finally {
        rmSync(workplace, { recursive: true });
      }
    });
  },
);
