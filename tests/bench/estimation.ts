import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeDesign } from "@tiltas/analysis/design";
import { type Arrangement, arrange, estimateMeanByDomain } from "@tiltas/analysis/estimation";
import { readCsv } from "@tiltas/formats/tables";
import { type SimulatedRows, simulateRows } from "./simulated-rows.ts";

interface Figure {
  readonly name: string;
  readonly case: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number | null;
  readonly ratio: number | null;
}

const rows = 100_000;
const name = "estimation";

/**
 * CPU seconds of estimation on 100,000 simulated rows (about 18,500 PSUs, 480 strata, 60 municipalities), one thread.
 * The first run counts, compilation included. The baseline is R's svyby on another machine (scale/timings.csv of the
 * reference inputs), quoted where those inputs are; it is not measured here.
 */
export async function bench(): Promise<Figure[]> {
  const sample = simulateRows(rows);
  const [arrangement, preparation] = cpuSeconds(() => prepare(sample));
  const means = (names: readonly string[]) =>
    cpuSeconds(() => estimateMeanByDomain(arrangement, measurements(sample, names)))[1];
  const [forty, fortyFive, fifteen] = [
    means(numbered("b", 40)),
    means([...numbered("b", 40), ...numbered("x", 5)]),
    means(numbered("l", 15)),
  ];
  return [
    figure("strata, PSUs and 60 domains sorted once", preparation, "svydesign"),
    figure("40 variables × 60 domains, means with errors, sorting included", forty + preparation, undefined),
    figure(
      "45 complete variables × 60 domains (R: svyby, one call)",
      fortyFive,
      "svyby_45_complete_vars_one_call",
    ),
    figure(
      "15 variables with missing answers × 60 domains (R: svyby)",
      fifteen,
      "svyby_15_vars_with_NA_one_call_each",
    ),
  ];
}

function prepare({ columns }: SimulatedRows): Arrangement {
  const column = (variable: string) => columns.get(variable) ?? new Float64Array(rows);
  const design = makeDesign({ weights: column("w"), strata: column("stratum"), clusters: column("psu") });
  return arrange(design, {
    of: Int32Array.from(column("muni"), (municipality) => municipality - 1),
    count: 60,
  });
}

function measurements({ columns }: SimulatedRows, names: readonly string[]) {
  return names.map((variable) => ({ values: columns.get(variable) ?? new Float64Array(rows) }));
}

function numbered(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);
}

function cpuSeconds<Result>(work: () => Result): [Result, number] {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1e6];
}

function figure(title: string, value: number, task: string | undefined): Figure {
  const baseline = task === undefined ? null : timeOfR(task);
  return {
    name,
    case: title,
    value,
    unit: "CPU s",
    baseline,
    ratio: baseline === null ? null : value / baseline,
  };
}

/** R's CPU seconds for a task at the same number of rows and one thread; null where the reference inputs are absent. */
function timeOfR(task: string): number | null {
  const folder = process.env.TILTAS_REFERENCE;
  if (!folder) return null;
  const { rows: timings } = readCsv(readFileSync(join(folder, "scale/timings.csv"), "utf8"));
  const row = timings.find((one) => one.task === task && Number(one.N) === rows && one.threads === "1");
  return row ? Number(row.cpu_s) : null;
}
