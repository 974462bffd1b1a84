import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { readCsv } from "@tiltas/formats/tables";
import type { TaskTimes } from "./estimation-tasks.ts";
import { timeTasksInR } from "./estimation-with-r.ts";

interface Figure {
  readonly name: string;
  readonly case: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number | null;
  readonly ratio: number | null;
}

const million = 1_000_000;
/** So many rows R estimates here, in some twenty seconds. */
const rowsInR = 10_000;

/**
 * CPU seconds of estimation on the simulated survey of the scale reference (a million rows, 20,000 PSUs, 480 strata, 60
 * variables), each size in a process of its own that runs every task once: compilation, sorting and all. The baseline
 * is R's survey package on another machine (scale/timings.csv), quoted where the reference inputs are; and R itself on
 * the same rows beside it, where it is installed. `--rows=10000000` adds a larger sample.
 */
export async function bench(): Promise<Figure[]> {
  const largest = Number(process.argv.find((word) => word.startsWith("--rows="))?.slice(7) ?? million);
  const sizes = [...new Set([rowsInR, 100_000, million, largest])].toSorted((a, b) => a - b);
  const runs = sizes.map((rows) => child<Run>("estimation-run.ts", rows));
  const whole = runs.find(({ rows }) => rows === million);
  return [
    ...(whole ? figuresOf(whole) : []),
    ...threadFigures(child<ThreadRun>("estimation-threads.ts", million)),
    ...runs.flatMap(growthOf),
    ...figuresBesideR(runs[0]),
    figure(
      `others running meanwhile: load average on ${cpus().length} processors`,
      loadavg()[0] ?? 0,
      "",
      null,
    ),
  ];
}

interface Run {
  readonly rows: number;
  readonly times: TaskTimes;
  /** MiB before the tasks (the sample, held as bytes where it is codes) and at most. */
  readonly held: number;
  readonly peak: number;
}

/** Elapsed seconds of means by municipality; the first in threads starts and compiles them. */
interface ThreadRun {
  readonly first: number;
  readonly firstInThreads: number;
  readonly alone: { readonly elapsed: number; readonly cpu: number };
  readonly together: { readonly elapsed: number; readonly cpu: number };
  readonly same: boolean;
}

function child<Result>(file: string, rows: number): Result {
  const path = new URL(`./${file}`, import.meta.url).pathname;
  const { stdout, status, stderr } = spawnSync(process.execPath, [path, String(rows)], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${file} stopped: ${stderr}`);
  return JSON.parse(stdout) as Result;
}

const tasks: readonly {
  readonly task: keyof TaskTimes;
  readonly title: string;
  readonly inR: readonly string[];
}[] = [
  {
    task: "byMunicipality",
    title: "means + SE, 60 variables × 60 municipalities (aim 1.0; R: svyby)",
    inR: ["svyby_45_complete_vars_one_call", "svyby_15_vars_with_NA_one_call_each"],
  },
  {
    task: "byMunicipality",
    title: "the same (R: by hand in data.table)",
    inR: ["expert_data.table_60_vars_by_60_domains"],
  },
  { task: "overall", title: "means + SE, 60 variables (aim 0.4)", inR: ["svymean_60_vars_overall"] },
  { task: "rake", title: "raking to 4 margins (aim 0.5)", inR: ["rake_4_margins"] },
  {
    task: "afterRake",
    title: "means + SE after it, 60 variables (aim 1.5; R: 4)",
    inR: ["svymean_4_vars_after_rake"],
  },
  {
    task: "calibrate",
    title: "calibration, raking distance (aim 1.0)",
    inR: ["calibrate_raking_same_margins"],
  },
  {
    task: "bootstrap",
    title: "200 bootstrap replicates, 60 means (aim 1.5; R: 45)",
    inR: ["svymean_45_vars_200_bootstrap"],
  },
  { task: "bootstrap", title: "the same (R: by hand, 60)", inR: ["boot_expert_60_vars_200_reps"] },
];

function figuresOf({ times, peak, rows }: Run): Figure[] {
  const memory = inR(rows, ["svrepdesign_200_bootstrap"], "peak_rss_mib");
  return [
    ...tasks.map(({ task, title, inR: names }) => figure(title, times[task], "CPU s", inR(rows, names))),
    figure("peak memory, all tasks in one process (aim 1536)", peak, "MiB", memory),
  ];
}

function threadFigures({ first, firstInThreads, alone, together, same }: ThreadRun): Figure[] {
  if (!same) throw new Error("Two threads give other numbers than one.");
  return [
    figure(
      "60 × 60 in two threads, elapsed (aim 0.6 of one; best of 9 each)",
      together.elapsed,
      "s",
      alone.elapsed,
    ),
    figure("the same: CPU by thread", together.cpu / 2, "CPU s", alone.cpu),
    figure("the same the first time, threads started and compiled", firstInThreads, "s", first),
  ];
}

function growthOf({ rows, times, peak, held }: Run): Figure[] {
  const all = Object.values(times).reduce((sum: number, seconds: number) => sum + seconds, 0);
  const size = rows.toLocaleString("en");
  return [
    figure(`${size} rows: all tasks`, all, "CPU s", null),
    figure(`${size} rows: all tasks, by row`, (all / rows) * 1e6, "CPU µs", null),
    figure(`${size} rows: memory at most; of it before the tasks`, peak, "MiB", held),
  ];
}

function figuresBesideR(run: Run | undefined): Figure[] {
  const theirs = run && timeTasksInR(run.rows);
  if (!run || !theirs) return [];
  const once = tasks.filter(({ task }, i) => tasks.findIndex((other) => other.task === task) === i);
  const size = run.rows.toLocaleString("en");
  return once.map(({ task, title }) =>
    figure(`${size} rows, R beside: ${title.replace(/ \(.*/, "")}`, run.times[task], "CPU s", theirs[task]),
  );
}

function figure(title: string, value: number, unit: string, baseline: number | null): Figure {
  return {
    name: "estimation",
    case: title,
    value,
    unit,
    baseline,
    ratio: baseline === null ? null : value / baseline,
  };
}

/** R's sum over tasks at so many rows in one thread; null where the reference inputs are absent. */
function inR(rows: number, names: readonly string[], column = "cpu_s"): number | null {
  const folder = process.env.TILTAS_REFERENCE;
  if (!folder) return null;
  const { rows: timings } = readCsv(readFileSync(join(folder, "scale/timings.csv"), "utf8"));
  return timings
    .filter(({ task = "", N, threads }) => names.includes(task) && Number(N) === rows && threads === "1")
    .reduce((sum, row) => sum + Number(row[column]), 0);
}
