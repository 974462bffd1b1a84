import type { ReleasedCell } from "../disclosure/index.ts";
import type { IndicatorDefinition } from "../indicators/index.ts";
import { writeNumber } from "./cell.ts";
import type { Page } from "./page.ts";
import type { CellStyle } from "./style.ts";

type Unit = IndicatorDefinition["unit"];

/** Number formats in locale-free form: the reader's Excel chooses comma or point. */
export const counts = "#,##0";
export const shares = "0.0%";

export function formatOf(unit: Unit, decimals: 0 | 1): string {
  if (unit === "index-0-1") return decimals === 0 ? "0.0" : "0.00";
  const digits = decimals === 0 ? "0" : "0.0";
  if (unit === "percent") return `${digits}%`;
  return unit === "points" ? `+${digits};"−"${digits};${digits}` : digits;
}

/** Marks for what is not shown, explained in the legend of every sheet. */
export const marks = { hidden: "··", "not-estimable": "·", "left-out": "–", few: "*" } as const;

/**
 * Writes estimate, interval and respondents of one released cell into four neighbouring columns.
 *
 * @param base  look shared by the row, such as the fill of the country's row
 */
export function writeEstimate(
  page: Page,
  column: number,
  cell: ReleasedCell,
  format: string,
  base: Pick<CellStyle, "fill" | "line"> & { strong?: boolean },
): void {
  const { strong = false, ...rest } = base;
  const few = cell.state === "few-observations";
  const estimate: CellStyle = { ...rest, align: "right", look: few ? "few" : strong ? "strong" : "body" };
  const beside: CellStyle = { ...rest, align: "right", look: few ? "quietFew" : "quiet" };
  if (cell.state !== "published" && cell.state !== "few-observations") {
    page.put(column, marks[cell.state], estimate);
    for (const next of [1, 2, 3]) page.put(column + next, "", beside);
    return;
  }
  const number = (offset: number, value: number | null, style: CellStyle, numberFormat: string) => {
    page.put(column + offset, value === null ? marks["not-estimable"] : "", style);
    if (value !== null) writeNumber(page.sheet.getCell(page.row, column + offset), value, numberFormat);
  };
  number(0, cell.value, estimate, format);
  number(1, cell.low, beside, format);
  number(2, cell.high, beside, format);
  number(3, cell.respondents, beside, counts);
}
