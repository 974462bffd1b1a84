import type { Cell, Fill, Font } from "exceljs";
import type { CellTone } from "./workbook-sheet.ts";

const colour = {
  ink: "FF1C2321",
  quiet: "FF5F6764",
  paper: "FFFBFAF7",
  green: "FF1F5D50",
  sand: "FFE9E2D0",
  paleSand: "FFF5F1E6",
  hairline: "FFD8D1BE",
  amber: "FFB45F06",
  paleAmber: "FFFBEFDF",
} as const;

/** Each font has a name and a size, or LibreOffice falls back to a serif face. */
const calibri = { name: "Calibri", family: 2, size: 10, color: { argb: colour.ink } } as const;

const tones: Record<CellTone, { font: Partial<Font>; fill?: string }> = {
  attention: { font: { ...calibri, color: { argb: colour.amber } }, fill: colour.paleAmber },
  quiet: { font: { ...calibri, size: 9, color: { argb: colour.quiet } } },
  strong: { font: { ...calibri, bold: true } },
  heading: { font: { ...calibri, size: 12, bold: true, color: { argb: colour.green } } },
};

/** A cell of the header row: white on bridge green. */
export function dressHeader(cell: Cell): void {
  cell.font = { ...calibri, bold: true, color: { argb: colour.paper } };
  cell.fill = solid(colour.green);
  cell.alignment = { vertical: "middle", horizontal: "left", indent: 1, wrapText: true };
  cell.protection = { locked: true };
}

/** A cell of the table; what is not to be edited lies on sand. */
export function dressCell(
  cell: Cell,
  {
    locked,
    wrap,
    rightToLeft,
    isText,
    tone,
  }: { locked: boolean; wrap: boolean; rightToLeft: boolean; isText: boolean; tone?: CellTone | undefined },
): void {
  const look = tone ? tones[tone] : undefined;
  const fill = look?.fill ?? (locked ? colour.paleSand : undefined);
  cell.font = look?.font ?? calibri;
  if (fill !== undefined) cell.fill = solid(fill);
  cell.border = { bottom: { style: "thin", color: { argb: colour.hairline } } };
  cell.alignment = {
    vertical: "top",
    wrapText: wrap,
    ...(isText ? { horizontal: rightToLeft ? "right" : "left", indent: 1 } : {}),
    ...(rightToLeft ? { readingOrder: "rtl" as const } : {}),
  };
  cell.protection = { locked };
}

const solid = (argb: string): Fill => ({
  type: "pattern",
  pattern: "solid",
  fgColor: { argb },
  bgColor: { argb },
});
