import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { Figure } from "./main.ts";
import type { ReportRun } from "./report-run.ts";
import { reportWhileServing, type WhileServing } from "./report-serving.ts";

const usual = [10_000, 100_000];
/** Responses that came since the first report. */
const newcomers = 1_000;
/** CPU seconds and MiB that the whole way may take. */
const aims: ReadonlyMap<number, { readonly seconds: number; readonly memory: number }> = new Map([
  [100_000, { seconds: 15, memory: 1_024 }],
  [1_000_000, { seconds: 120, memory: 1_536 }],
]);
/** The size of which the report is made again, and made by a server while others answer. */
const served = 100_000;

/**
 * CPU seconds from stored responses of the flagship instrument to the finished workbook, all indicators in all cells of
 * the lattice, each size in a data folder and a process of its own; then once more after a thousand new responses, in the
 * same process and in a fresh one. Dataset building stands beside a loop that only parses. A report of 100,000 is also
 * computed by a server while 50 responses a second come. `--rows=1000000` adds a larger wave; its folder takes 4 GB.
 */
export async function bench(): Promise<Figure[]> {
  const largest = Number(process.argv.find((word) => word.startsWith("--rows="))?.slice(7) ?? 0);
  const sizes = [...new Set([...usual, ...(largest > 0 ? [largest] : [])])].toSorted((a, b) => a - b);
  const found = datasetFigures();
  for (const size of sizes) found.push(...(await sizeFigures(size)));
  const load = figure(
    `others running meanwhile: load average on ${cpus().length} processors`,
    loadavg()[0] ?? 0,
    "",
  );
  return [...found, load];
}

function datasetFigures(): Figure[] {
  const { rows, parsing, building } = child<{ rows: number; parsing: number; building: number }>(
    "report-dataset.ts",
    String(100_000),
  );
  const title = "responses into columns (baseline: JSON.parse alone; aim 0.4 of it)";
  return [figure(title, rows / building, "1/CPU s", rows / parsing)];
}

async function sizeFigures(rows: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "tiltas-bench-report-"));
  try {
    fill(folder, 0, rows);
    const [first, warm] = child<[ReportRun, ReportRun]>(
      "report-run.ts",
      folder,
      String(rows),
      String(rows + newcomers),
    );
    fill(folder, rows + newcomers, rows + 2 * newcomers);
    const [fresh] = child<[ReportRun]>("report-run.ts", folder);
    return [
      ...firstFigures(rows, first),
      ...againFigures(rows, "in the same process", warm, first),
      ...againFigures(rows, "in a fresh process", fresh, first),
      ...(rows === served ? servingFigures(await reportWhileServing(folder)) : []),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function firstFigures(rows: number, first: ReportRun): Figure[] {
  const aim = aims.get(rows);
  const inAll = `${rows.toLocaleString("en")} responses to the workbook${aim ? ` (aim ${aim.seconds})` : ""}`;
  return [
    figure(inAll, first.total, "CPU s"),
    ...stepFigures(first),
    figure("  by response", (first.total / rows) * 1e6, "CPU µs"),
    figure("  on the clock", first.elapsed, "s"),
    figure(`  memory at most${aim ? ` (aim ${aim.memory})` : ""}`, first.peak, "MiB"),
  ];
}

function againFigures(rows: number, where: string, again: ReportRun, first: ReportRun): Figure[] {
  const aim = rows === served ? " (aim 3)" : "";
  const title = `${rows.toLocaleString("en")} and ${newcomers} more: the report again, ${where}${aim}`;
  return [
    figure(title, again.total, "CPU s", first.total),
    ...(rows === served ? stepFigures(again) : []),
    figure("  on the clock", again.elapsed, "s", first.elapsed),
  ];
}

const stepFigures = ({ steps }: ReportRun): Figure[] =>
  Object.entries(steps).map(([step, seconds]) => figure(`  of it ${step}`, seconds, "CPU s"));

/** R32 of the catalogue of faults. */
function servingFigures({ elapsed, delay, intake }: WhileServing): Figure[] {
  return [
    figure("a server computes it while 50 responses a second come (limit 60)", elapsed, "s"),
    figure("  99th percentile of their latency (limit 500)", intake.p99, "ms"),
    figure("  99th percentile of the event loop's delay (limit 100)", delay.p99, "ms"),
    figure("  longest delay of the event loop", delay.most, "ms"),
    figure("  responses that came meanwhile", intake.responses, ""),
  ];
}

function fill(folder: string, from: number, to: number): void {
  run("report-folder.ts", folder, String(from), String(to));
}

function child<Result>(file: string, ...words: readonly string[]): Result {
  return JSON.parse(run(file, ...words)) as Result;
}

function run(file: string, ...words: readonly string[]): string {
  const path = new URL(`./${file}`, import.meta.url).pathname;
  const { stdout, stderr, status } = spawnSync(process.execPath, [path, ...words], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${file} stopped: ${stderr}`);
  return stdout;
}

function figure(title: string, value: number, unit: string, baseline: number | null = null): Figure {
  const ratio = baseline === null ? null : value / baseline;
  return { name: "report", case: title, value, unit, baseline, ratio };
}
