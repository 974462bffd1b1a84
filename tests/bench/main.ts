// npm run bench [-- NAME…] [--json]: figures of one run on this machine, with their baselines beside them.
import { bench as estimation } from "./estimation.ts";
import { bench as intake } from "./intake.ts";
import { bench as page } from "./page.ts";
import { bench as plan } from "./plan.ts";
import { bench as report } from "./report.ts";

/** One figure. `ratio` is value / baseline where a baseline was measured in the same run. */
export interface Figure {
  readonly name: string;
  readonly case: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number | null;
  readonly ratio: number | null;
}

const benches: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  intake,
  page,
  estimation,
  plan,
  report,
};

const words = process.argv.slice(2);
const json = words.includes("--json");
const names = words.filter((word) => !word.startsWith("--"));
const unknown = names.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(
    `There is no bench called ${unknown.join(", ")}. There are: ${Object.keys(benches).join(", ")}.`,
  );
  process.exit(2);
}

const figures: Figure[] = [];
for (const [name, run] of Object.entries(benches)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const found = await run();
  figures.push(...found);
  if (!json) printTable(name, found);
}
if (json) console.log(JSON.stringify({ bench: figures }));

function printTable(name: string, rows: readonly Figure[]): void {
  const number = (value: number | null) => (value === null ? "–" : value.toPrecision(3).replace(/\.0+$/, ""));
  const cells = rows.map((row) => [
    row.case,
    number(row.value),
    row.unit,
    number(row.baseline),
    number(row.ratio),
  ]);
  const table = [["case", "value", "unit", "baseline", "ratio"], ...cells];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  console.log(`\n${name}`);
  for (const row of table)
    console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`);
}
