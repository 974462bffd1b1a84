import { join } from "node:path";
import { readMargins } from "@tiltas/analysis/weighting";
import { readCsv, writeCsv } from "@tiltas/formats/tables";
import type { Command } from "commander";
import { writeResult } from "../results/index.ts";
import { CommandError, type Output, readNamedFile, writeNamedFile } from "../terminal/index.ts";
import { type Asked, askedOf, combinations } from "./margins/cells.ts";
import { letterOf } from "./margins/letter.ts";
import { readAnswer } from "./margins/read-answer.ts";

interface RequestOptions {
  readonly date: string;
  readonly out: string;
}

interface ReadOptions extends RequestOptions {
  readonly instrument: string;
  readonly source: string;
  readonly definition: string;
}

/** `tiltas margins request VERSION --date D --out FOLDER`, `tiltas margins read TABLE.csv --instrument VERSION --date D --source S --out margins.csv` */
export function marginsCommand(program: Command, output: Output): void {
  const margins = program
    .command("margins")
    .description("Ask the Migration Department for the counts that weights need, and read its answer.");
  margins
    .command("request")
    .description("Write the letter in Lithuanian and English, and the empty table.")
    .argument("<version>", "folder of the instrument version, such as instruments/tcn-integration/1.1.0")
    .requiredOption("--date <date>", "the one day for which people are counted, such as 2026-07-01")
    .requiredOption("--out <folder>", "where letter and table go")
    .action((version: string, options: RequestOptions) => output.print(request(version, options)));
  margins
    .command("read")
    .description("Check a filled table and turn it into a margins file.")
    .argument("<table>", "the filled table.csv")
    .requiredOption("--instrument <version>", "the same folder as in the request")
    .requiredOption("--date <date>", "the day for which people were counted")
    .requiredOption("--source <text>", "who counted, with number and date of the letter")
    .option("--definition <text>", "which permits and documents were counted", "as answered by the source")
    .requiredOption("--out <file>", "margins file to write")
    .action((table: string, options: ReadOptions) => output.print(read(table, options)));
}

function request(version: string, { date, out }: RequestOptions): string {
  refuseNoDate(date);
  const asked = askedOf(version);
  const roles = [...asked.categories.keys()];
  const cells = combinations(asked);
  const header = [...roles, ...roles.map((role) => `${role}_lt`), "count"];
  const rows = cells.map((cell) =>
    Object.fromEntries([
      ...roles.map((role, at) => [role, cell[at]?.code ?? ""]),
      ...roles.map((role, at) => [`${role}_lt`, cell[at]?.lt ?? ""]),
      ["count", ""],
    ]),
  );
  for (const language of ["lt", "en"] as const)
    writeResult(join(out, `letter-${language}.md`), letterOf(asked, date, language));
  writeResult(join(out, "table.csv"), writeCsv(header, rows));
  return `Wrote the letter (lt, en) and a table of ${cells.length} rows into ${out}. Fill in the brackets of the letter.`;
}

function read(table: string, options: ReadOptions): string {
  refuseNoDate(options.date);
  const asked = askedOf(options.instrument);
  const { total, margins, notes } = readAnswer(readNamedFile(table), asked);
  const file = marginsFile(asked, options, total, margins);
  const checked = readMargins(readCsv(file).rows, {
    population: asked.instrument.manifest.population,
    allowDemonstration: false,
  });
  writeNamedFile(options.out, file);
  return [
    `Wrote ${options.out}: ${total} people in ${margins.size} margins.`,
    ...notes,
    ...checked.notes.map(({ en }) => en),
  ].join("\n");
}

function marginsFile(
  { instrument }: Asked,
  { date, source, definition }: ReadOptions,
  total: number,
  margins: ReturnType<typeof readAnswer>["margins"],
): string {
  const { population } = instrument.manifest;
  if ("unit" in population)
    throw new CommandError("This instrument is about organisations; no register counts people for it.");
  const { minimumAge, euCitizens, residence } = population;
  const common = {
    reference_date: date,
    ages: `${minimumAge}+`,
    eu_citizens: euCitizens,
    residence,
    definition,
    source,
    confidence: "official",
  };
  const row = (margin: string, cell: string, count: number) => ({
    margin,
    cell,
    count: Math.round(count),
    ...common,
  });
  return writeCsv(
    ["margin", "cell", "count", ...Object.keys(common)],
    [
      row("total", "", total),
      ...[...margins].flatMap(([id, cells]) => [...cells].map(([cell, count]) => row(id, cell, count))),
    ],
  );
}

function refuseNoDate(date: string): void {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)))
    throw new CommandError(`"${date}" is no date. Write year, month and day, such as 2026-07-01.`);
}
