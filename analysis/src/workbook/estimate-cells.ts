import type { ReleasedCell } from "../disclosure/released-tables.ts";
import { isShown, type ReleasedIndicator } from "../release/index.ts";
import type { Page } from "./page.ts";
import type { CellStyle } from "./style.ts";
import type { Texts } from "./texts/index.ts";

export type Unit = ReleasedIndicator["unit"];

/** Number formats in locale-free form: the reader's Excel chooses comma or point. */
export const counts = "#,##0";
export const shares = "0.0%";

export function formatOf(unit: Unit): string {
  if (unit === "percent") return "0.0%";
  if (unit === "index-0-1") return "0.00";
  return unit === "points" ? '+0.0;"−"0.0;0.0' : "0.0";
}

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

export function differenceFormat(unit: Unit, { points }: Pick<Texts, "points">): string {
  const digits = unit === "index-0-1" ? "0.00" : "0.0";
  const end = unit === "percent" ? `" ${points}"` : "";
  return `+${digits}${end};"−"${digits}${end};${digits}${end}`;
}

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
  const format = formatOf(unit);
  page.number(column, cell.value, format, estimate);
  page.number(column + 1, cell.low, format, beside, ":");
  page.number(column + 2, cell.high, format, beside, ":");
  page.number(column + 3, cell.respondents, counts, beside);
  page.put(column + 4, cautionMarks(cell, pooled), { ...beside, align: "left" });
}
