import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { replicateCount, replicateWeights } from "@tiltas/analysis/design";
import { makeProblem, type Problem, type TaskTimes } from "./estimation-tasks.ts";
import { columnOf, simulateRows } from "./simulated-rows.ts";

const script = new URL("./estimation.R", import.meta.url).pathname;
const asked = ["muni", "cit", "sex", "age", "stratum", "psu", "w"];

/** The same tasks timed in R with its survey package on the same rows; undefined where R does not have it. */
export function timeTasksInR(rows: number): TaskTimes | undefined {
  if (spawnSync("Rscript", ["-e", "library(survey)"]).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "tiltas-bench-"));
  try {
    const file = join(folder, "columns");
    writeProblem(file, makeProblem(simulateRows(rows)));
    const { status, stdout, stderr } = spawnSync("Rscript", [script, file, String(rows)], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`R stopped: ${stderr}`);
    const lines = stdout.trim().split("\n");
    const seconds = new Map(lines.map((line) => [line.split(" ")[0], Number(line.split(" ")[1])]));
    const of = (task: keyof TaskTimes) => seconds.get(task) ?? Number.NaN;
    return {
      design: of("design"),
      byMunicipality: of("byMunicipality"),
      overall: of("overall"),
      rake: of("rake"),
      afterRake: of("afterRake"),
      calibrate: of("calibrate"),
      bootstrap: of("bootstrap"),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Doubles, column after column, in the order that the R script reads. */
function writeProblem(path: string, { sample, variables, margins, replicates }: Problem): void {
  const file = openSync(path, "w");
  const write = (column: ArrayLike<number>) =>
    writeSync(file, new Uint8Array(Float64Array.from(column).buffer));
  for (const name of asked) write(columnOf(sample, name));
  for (const { values } of variables) write(values);
  for (const { counts } of margins) write(counts);
  for (let replicate = 0; replicate < replicateCount(replicates); replicate++)
    write(replicateWeights(replicates, replicate).map((weight, row) => weight / replicates.weights[row]!));
  closeSync(file);
}
