import type { OtherFigure } from "@tiltas/analysis/release";
import { readCsv } from "@tiltas/formats/tables";
import { CommandError } from "../terminal/index.ts";

const columns = [
  "indicator",
  "unit",
  "universe_lt",
  "universe_en",
  "denominator_lt",
  "denominator_en",
  "date",
  "source",
  "confidence",
] as const;

/** Published figures of others: `others.csv` with a row for each. @throws CommandError naming the line */
export function readOthers(csv: string): OtherFigure[] {
  const { rows, lines } = readCsv(csv);
  return rows.map((row, i) => {
    const value = Number(row.value);
    const absent = columns.find((name) => row[name] === undefined);
    if (absent !== undefined)
      throw new CommandError(`others.csv has no column "${absent}". Each figure needs it.`);
    if (row.value === "" || !Number.isFinite(value))
      throw new CommandError(
        `Line ${lines[i]} of others.csv has no number in "value". Write it with a point.`,
      );
    const of = (name: (typeof columns)[number]): string => row[name] ?? "";
    return {
      indicator: of("indicator"),
      value,
      unit: of("unit"),
      universe: { lt: of("universe_lt"), en: of("universe_en") },
      denominator: { lt: of("denominator_lt"), en: of("denominator_en") },
      date: of("date"),
      source: of("source"),
      confidence: of("confidence"),
    };
  });
}
