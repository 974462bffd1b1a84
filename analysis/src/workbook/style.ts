import type { Borders, Cell, Fill, Font, Style } from "exceljs";

/** Colours of Tiltas as ARGB. */
export const colour = {
  ink: "FF1C2321",
  quiet: "FF5F6764",
  green: "FF1F5D50",
  sand: "FFE9E2D0",
  paleSand: "FFF5F1E6",
  hairline: "FFD8D1BE",
  amber: "FFB45F06",
  paleAmber: "FFFBEFDF",
  brick: "FFA33B2B",
  slate: "FF35608F",
} as const;

/** Named looks of cells; each font has a name and a size, or LibreOffice falls back to a serif face. */
const fonts = {
  title: { size: 16, bold: true, color: { argb: colour.ink } },
  message: { size: 11, color: { argb: colour.ink } },
  banner: { size: 10, bold: true, color: { argb: colour.amber } },
  section: { size: 12, bold: true, color: { argb: colour.green } },
  head: { size: 10, bold: true, color: { argb: colour.ink } },
  quietHead: { size: 9, color: { argb: colour.quiet } },
  body: { size: 10, color: { argb: colour.ink } },
  strong: { size: 10, bold: true, color: { argb: colour.ink } },
  few: { size: 10, italic: true, color: { argb: colour.ink } },
  quiet: { size: 9, color: { argb: colour.quiet } },
  quietFew: { size: 9, italic: true, color: { argb: colour.quiet } },
  note: { size: 9, color: { argb: colour.quiet } },
  cover: { size: 26, bold: true, color: { argb: colour.ink } },
  coverNext: { size: 14, color: { argb: colour.green } },
  link: { size: 10, underline: true, color: { argb: colour.green } },
  better: { size: 10, color: { argb: colour.green } },
  worse: { size: 10, color: { argb: colour.brick } },
} satisfies Record<string, Partial<Font>>;

export type Look = keyof typeof fonts;

/** Points a line of this look needs, and how many characters fit a column-width unit. */
export const lineHeight = (look: Look): number => Math.ceil(fonts[look].size * 1.42);
export const fontSize = (look: Look): number => fonts[look].size;

export interface CellStyle {
  readonly look: Look;
  readonly align?: "left" | "right" | "center";
  /** Where the text stands in a row higher than itself; "middle" when left out. */
  readonly vertical?: "top" | "middle" | "bottom";
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly fill?: keyof typeof colour;
  readonly line?: "hairline" | "rule" | "none";
}

/**
 * Dresses a cell. Cells of one look share one object, which exceljs then knows again: it describes a style once, not a
 * thousand times. So nobody may change a property of a dressed cell.
 *
 * @param format  number format in its locale-free form, such as `0.0%`
 */
export function dress(cell: Cell, style: CellStyle, format = ""): void {
  const { look, align = "", vertical = "", wrap = "", indent = "", fill = "", line = "" } = style;
  const key = `${look} ${align} ${vertical} ${wrap} ${indent} ${fill} ${line} ${format}`;
  const known = styles.get(key);
  const shared = known ?? styleOf(style, format);
  if (!known) styles.set(key, shared);
  cell.style = shared;
}

const styles = new Map<string, Partial<Style>>();

function styleOf({ look, align, vertical, wrap, indent, fill, line }: CellStyle, format: string) {
  const border = borders[line ?? "none"];
  const style: Partial<Style> = {
    font: { name: "Calibri", family: 2, ...fonts[look] },
    alignment: {
      horizontal: align ?? "left",
      vertical: vertical ?? "middle",
      wrapText: wrap ?? false,
      ...(indent ? { indent } : {}),
    },
    ...(fill ? { fill: solid(colour[fill]) } : {}),
    ...(border ? { border } : {}),
    ...(format === "" ? {} : { numFmt: format }),
  };
  return Object.freeze(style);
}

const solid = (argb: string): Fill => ({
  type: "pattern",
  pattern: "solid",
  fgColor: { argb },
  bgColor: { argb },
});

const borders: Record<"hairline" | "rule" | "none", Partial<Borders> | null> = {
  none: null,
  hairline: { bottom: { style: "thin", color: { argb: colour.hairline } } },
  rule: { bottom: { style: "medium", color: { argb: colour.green } } },
};
