import { ReleaseError } from "./read-release.ts";
import type { OtherFigure } from "./release-file.ts";

const columns = [
  "indicator",
  "unit",
  "universe_lt",
  "universe_en",
  "denominator_lt",
  "denominator_en",
  "date",
  "source_lt",
  "source_en",
  "confidence",
] as const;

/** A source that is named the same way in both languages may stand in one column. */
const sources: Readonly<Record<string, string>> = { source_lt: "source", source_en: "source" };

/**
 * Published figures of others, from the parsed rows of `others.csv` (header row as keys).
 *
 * @param lines line of the file of each row, so that a refusal names the right one
 * @throws ReleaseError naming the line
 */
export function readOthers(
  rows: readonly Readonly<Record<string, string>>[],
  lines?: readonly number[],
): OtherFigure[] {
  return rows.map((row, i) => {
    const line = lines?.[i] ?? i + 2;
    const said = (name: (typeof columns)[number]) => row[name] || row[sources[name] ?? name] || "";
    const absent = columns.find((name) => said(name) === "");
    if (absent !== undefined)
      throw new ReleaseError(
        `Line ${line} of others.csv says nothing under "${absent}". Each figure needs it.`,
      );
    const value = Number(row.value);
    if ((row.value ?? "") === "" || !Number.isFinite(value))
      throw new ReleaseError(
        `Line ${line} of others.csv has no number under "value". Write it with a point.`,
      );
    return {
      indicator: said("indicator"),
      value,
      unit: said("unit"),
      universe: { lt: said("universe_lt"), en: said("universe_en") },
      denominator: { lt: said("denominator_lt"), en: said("denominator_en") },
      date: said("date"),
      source: { lt: said("source_lt"), en: said("source_en") },
      confidence: said("confidence"),
    };
  });
}
