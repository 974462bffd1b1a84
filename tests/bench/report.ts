import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { Figure } from "./main.ts";
import type { ReportRun } from "./report-run.ts";

const usual = [10_000, 100_000];
/** Responses that came since the first report. */
const newcomers = 1_000;
/** CPU seconds and MiB that the whole way may take. */
const aims: ReadonlyMap<number, { readonly seconds: number; readonly memory: number }> = new Map([
  [100_000, { seconds: 15, memory: 1_024 }],
  [1_000_000, { seconds: 120, memory: 1_536 }],
]);

/**
 * CPU seconds from stored responses of the flagship instrument to the finished workbook, all indicators in all cells of
 * the lattice, each size in a data folder and a process of its own; then once more after a thousand new responses.
 * Dataset building stands beside a loop that only parses. `--rows=1000000` adds a larger wave; its folder takes 4 GB.
 */
export async function bench(): Promise<Figure[]> {
  const largest = Number(process.argv.find((word) => word.startsWith("--rows="))?.slice(7) ?? 0);
  const sizes = [...new Set([...usual, ...(largest > 0 ? [largest] : [])])].toSorted((a, b) => a - b);
  return [
    ...datasetFigures(),
    ...sizes.flatMap(sizeFigures),
    figure(`others running meanwhile: load average on ${cpus().length} processors`, loadavg()[0] ?? 0, ""),
  ];
}

function datasetFigures(): Figure[] {
  const { rows, parsing, building } = child<{ rows: number; parsing: number; building: number }>(
    "report-dataset.ts",
    String(100_000),
  );
  return [
    figure("responses into columns (baseline: JSON.parse alone)", rows / building, "1/CPU s", rows / parsing),
  ];
}

function sizeFigures(rows: number): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), "tiltas-bench-report-"));
  try {
    fill(folder, 0, rows);
    const first = child<ReportRun>("report-run.ts", folder);
    fill(folder, rows, rows + newcomers);
    const second = child<ReportRun>("report-run.ts", folder);
    return runFigures(rows, first, second);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runFigures(rows: number, first: ReportRun, second: ReportRun): Figure[] {
  const size = rows.toLocaleString("en");
  const aim = aims.get(rows);
  const inAll = `${size} responses to the workbook${aim ? ` (aim ${aim.seconds})` : ""}`;
  return [
    figure(inAll, first.total, "CPU s"),
    ...Object.entries(first.steps).map(([step, seconds]) => figure(`  of it ${step}`, seconds, "CPU s")),
    figure("  by response", (first.total / rows) * 1e6, "CPU µs"),
    figure(`  memory at most${aim ? ` (aim ${aim.memory})` : ""}`, first.peak, "MiB"),
    figure(
      `${size} and ${newcomers} more: the report again${rows === 100_000 ? " (aim 3)" : ""}`,
      second.total,
      "CPU s",
      first.total,
    ),
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
