import type { ReleasedCell } from "../disclosure/released-tables.ts";
import { isShown, type ReleasedIndicator } from "../release/index.ts";
import type { Page } from "./page.ts";
import type { CellStyle } from "./style.ts";
import type { Texts } from "./texts/index.ts";

export type Unit = ReleasedIndicator["unit"];

/** Number formats in locale-free form: the reader's Excel chooses comma or point. */
export const counts = "#,##0";
export const shares = "0.0%";

/** @param value  the figure it is for: one that is written as zero has no sign */
export function formatOf(unit: Unit, value = 1): string {
  if (unit === "percent") return "0.0%";
  if (unit === "index-0-1") return "0.00";
  if (unit !== "points") return "0.0";
  return isWrittenAsZero(value, unit) ? "0.0;0.0" : '+0.0;"−"0.0;0.0';
}

const digitsOf = (unit: Unit): number => (unit === "index-0-1" ? 2 : 1);

/** @param value  in the unit; a difference of shares in percentage points */
export const isWrittenAsZero = (value: number, unit: Unit): boolean =>
  Math.abs(value) < 0.5 / 10 ** digitsOf(unit);

/** Of axes: as few digits as say it. */
export function axisFormatOf(unit: Unit): string {
  if (unit === "percent") return "0%";
  if (unit === "index-0-1") return "0.0";
  return unit === "points" ? '+0;"−"0;0' : "0";
}

/** A difference in the unit of the measure; that of two shares is in percentage points. */
export function difference(value: number, unit: Unit): number {
  return unit === "percent" ? Math.round(value * 1e6) / 1e4 : value;
}

/** @param value  the difference it is for: one that is written as zero has no sign */
export function differenceFormat(unit: Unit, { points }: Pick<Texts, "points">, value = 1): string {
  const end = unit === "percent" ? `" ${points}"` : "";
  const plain = `${(0).toFixed(digitsOf(unit))}${end}`;
  return isWrittenAsZero(value, unit) ? `${plain};${plain}` : `+${plain};"−"${plain};${plain}`;
}

/** Of p values: very small ones are not said to be zero. */
export const pFormat = ({ number }: Pick<Texts, "number">): string => `[<0.0005]"<${number(0.001, 3)}";0.000`;

/** Marks for what is not shown and for what is shown with a caution; the legend explains them. */
const marks = { few: "*", lowPrecision: "≈", pooled: "‡" } as const;

/** Marks of a figure to be read with care. */
export function cautionMarks(cell: ReleasedCell | undefined, pooled = false): string {
  if (!isShown(cell)) return "";
  const few = cell.state === "few-observations" ? marks.few : "";
  return few + (cell.lowPrecision ? marks.lowPrecision : "") + (pooled ? marks.pooled : "");
}

const stateMarks: Readonly<Record<ReleasedCell["state"], string>> = {
  published: "",
  "few-observations": "",
  "too-few": "·",
  protected: "··",
  "left-out": "–",
  "not-shown-here": "",
  "not-estimable": ":",
};
export const stateMark = (cell: ReleasedCell | undefined): string => (cell ? stateMarks[cell.state] : "");

interface Row extends Pick<CellStyle, "fill" | "line"> {
  readonly strong?: boolean;
  /** The figure rests on two waves together. */
  readonly pooled?: boolean;
}

/** Writes estimate, interval, respondents and mark of one cell into five neighbouring columns. */
export function writeEstimate(
  page: Page,
  column: number,
  cell: ReleasedCell | undefined,
  unit: Unit,
  { strong = false, pooled = false, ...base }: Row,
): void {
  const few = cell?.state === "few-observations";
  const estimate: CellStyle = { ...base, align: "right", look: few ? "few" : strong ? "strong" : "body" };
  const beside: CellStyle = { ...base, align: "right", look: few ? "quietFew" : "quiet" };
  if (!isShown(cell)) {
    page.put(column, stateMark(cell), estimate);
    for (const next of [1, 2, 3, 4]) page.put(column + next, "", beside);
    return;
  }
  page.number(column, cell.value, formatOf(unit, cell.value), estimate);
  page.number(column + 1, cell.low, formatOf(unit, cell.low ?? 1), beside, ":");
  page.number(column + 2, cell.high, formatOf(unit, cell.high ?? 1), beside, ":");
  page.number(column + 3, cell.respondents, counts, beside);
  page.put(column + 4, cautionMarks(cell, pooled), { ...beside, align: "left" });
}
