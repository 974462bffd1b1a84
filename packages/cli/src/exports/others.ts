import type { OtherFigure } from "@tiltas/analysis/release";
import { readCsv } from "@tiltas/formats/tables";
import { CommandError } from "../terminal/index.ts";

const columns = ["indicator", "unit", "universe", "denominator", "date", "source", "confidence"] as const;

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
    const [indicator, unit, universe, denominator, date, source, confidence] = columns.map(
      (name) => row[name] ?? "",
    ) as [string, string, string, string, string, string, string];
    return { indicator, value, unit, universe, denominator, date, source, confidence };
  });
}
