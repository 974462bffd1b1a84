import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeDesign } from "@tiltas/analysis/design";
import { arrange, estimateMeanByDomain } from "@tiltas/analysis/estimation";
import { readCsv } from "@tiltas/formats/tables";
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
