import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { simulateRows } from "../bench/simulated-rows.ts";
import { referenceFolder, whyAbsent } from "./reference-folder.ts";
import { agreementWithR } from "./scale-agreement.ts";
import { readScaleSample } from "./scale-sample.ts";

const folder = referenceFolder("scale");
const results = join(folder ?? "", "results");
const full = process.env.TILTAS_FULL === "1";
const onlyInFull = full ? "" : " (skipped: part of the full run, TILTAS_FULL=1)";

/** R stops its rounds of weighting at 1e-9 of the sum, so its own two roads to one weight differ by 1e-11. */
const tolerance = 1e-9;

function expectAgreement(rows: number): void {
  const sample =
    rows === 100_000 ? readScaleSample(join(folder ?? "", "sim_100000.csv.gz")) : simulateRows(rows);
  const found = agreementWithR(sample, results);
  const files = readdirSync(results).filter((name) => name.endsWith(`_${rows}.csv`));
  expect(found.map(({ file }) => `${file}_${rows}.csv`).toSorted()).toEqual(files.toSorted());
  for (const { file, compared, worst } of found) {
    expect(compared, file).toBeGreaterThan(0);
    expect(worst, file).toBeLessThan(tolerance);
  }
}

describe.skipIf(folder === undefined)(
  `a large simulated survey, as R estimates it${whyAbsent(folder)}`,
  () => {
    test("the simulated rows are those of R", () => {
      const theirs = readScaleSample(join(folder ?? "", "sim_100000.csv.gz"));
      const { columns } = simulateRows(theirs.rows);
      for (const [name, column] of theirs.columns) expect(columns.get(name), name).toEqual(column);
    });

    test("100,000 rows: means, errors, weights and replicates agree with every file of R's results", () => {
      expectAgreement(100_000);
    });

    test.skipIf(!full)(
      `1,000,000 rows agree with R, too${onlyInFull}`,
      () => expectAgreement(1_000_000),
      120_000,
    );
  },
);
