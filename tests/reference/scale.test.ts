import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeDesign } from "@tiltas/analysis/design";
import { arrange, estimateMeanByDomain } from "@tiltas/analysis/estimation";
import { weighToMargins } from "@tiltas/analysis/weighting";
import { readCsv } from "@tiltas/formats/tables";
import type { DesignRole } from "@tiltas/instrument/definition";
import { expect, test } from "vitest";
import { simulateRows } from "../bench/simulated-rows.ts";
import { referenceFolder, whyAbsent } from "./reference-folder.ts";

const folder = process.env.TILTAS_FULL === "1" ? referenceFolder("scale/results") : undefined;
const why =
  process.env.TILTAS_FULL === "1" ? whyAbsent(folder) : " (skipped: part of the full run, TILTAS_FULL=1)";

test.skipIf(folder === undefined)(
  `means of 60 variables in 60 municipalities of 100,000 rows agree with svyby to 1e-9${why}`,
  () => {
    const { columns } = simulateRows(100_000);
    const column = (name: string) => columns.get(name) ?? new Float64Array();
    const design = makeDesign({ weights: column("w"), strata: column("stratum"), clusters: column("psu") });
    const arrangement = arrange(design, {
      of: Int32Array.from(column("muni"), (code) => code - 1),
      count: 60,
    });
    let compared = 0;
    for (const file of ["svyby45_by_muni_100000.csv", "svyby15na_by_muni_100000.csv"]) {
      const { header, rows } = readCsv(readFileSync(join(folder ?? "", file), "utf8"));
      const names = header.filter((name) => columns.has(name) && name !== "muni");
      const estimates = estimateMeanByDomain(
        arrangement,
        names.map((name) => ({ values: column(name) })),
      );
      for (const [v, name] of names.entries())
        for (const row of rows) {
          const estimate = estimates[v]?.[Number(row.muni) - 1];
          expect(Math.abs((estimate?.value ?? 0) / Number(row[name]) - 1)).toBeLessThan(1e-9);
          expect(Math.abs((estimate?.standardError ?? 0) / Number(row[`se.${name}`]) - 1)).toBeLessThan(1e-9);
          compared++;
        }
    }
    expect(compared).toBe(3600);
  },
);

test.skipIf(folder === undefined)(
  `weights of 100,000 rows raked to four margins agree with R's rake to 1e-6${why}`,
  () => {
    const { columns } = simulateRows(100_000);
    const roles: Record<string, DesignRole> = {
      muni: "municipality",
      cit: "citizenship",
      sex: "sex",
      age: "age",
    };
    const read = (file: string) => readCsv(readFileSync(join(folder ?? "", file), "utf8")).rows;
    const placed = Object.entries(roles).map(([name, role]) => {
      const cells = read(`rake_margin_${name}_100000.csv`).map((row, i) => ({
        codes: [row[name] ?? ""],
        count: Number(row.Freq),
        line: i + 2,
      }));
      const codes = cells.map(({ codes: [code = ""] }) => ({ code, labels: {} }));
      const values = Int16Array.from(columns.get(name) ?? [], (value) => value - 1);
      const variable = { name, item: name, labels: {}, codes, kind: "code" as const };
      return { role, cells, column: { variable, values, missing: new Uint8Array(values.length) } };
    });
    const about = { referenceDate: "2026-01-01", confidences: [], sources: [], givenTotal: 2e6, gap: 0 };
    const margins = placed.map(({ role, cells }) => ({ id: role, dimensions: [role], cells, ...about }));
    const { weights, diagnostics } = weighToMargins({
      base: columns.get("w") ?? new Float64Array(),
      columns: new Map(placed.map(({ role, column }) => [role, column])),
      margins: { total: 2e6, margins, demonstration: true, notes: [] },
    });
    const [expected] = read("rake_weights_summary_100000.csv");
    const ours = {
      sum: diagnostics.sum,
      sum_sq: weights.reduce((sum, weight) => sum + weight * weight, 0),
      min: weights.reduce((a, b) => Math.min(a, b)),
      max: weights.reduce((a, b) => Math.max(a, b)),
      w1: weights[0],
      w2: weights[1],
      wN: weights.at(-1),
    };
    for (const [name, value] of Object.entries(ours))
      expect(Math.abs((value ?? 0) / Number(expected?.[name]) - 1)).toBeLessThan(1e-6);
  },
);
