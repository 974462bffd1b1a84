/** Cells of one column of a sheet, rows and columns counted from 1. */
export interface CellRange {
  readonly sheet: string;
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** Words a chart takes from cells, with the copy that viewers without a calculator show. */
export interface TextCells {
  readonly range: CellRange;
  readonly texts: readonly string[];
}

/** Numbers a chart takes from cells. null: the cell is empty. */
export interface NumberCells {
  readonly range: CellRange;
  readonly numbers: readonly (number | null)[];
  /** Number format in its locale-free form, such as `0%`. */
  readonly format: string;
}

/** A row of bars or a line. `below` and `above` are distances from the value to its limits, not the limits. */
export interface Series {
  readonly name: TextCells;
  readonly categories: TextCells;
  readonly values: NumberCells;
  readonly interval?: { readonly below: NumberCells; readonly above: NumberCells };
  /** RGB, such as `9ECAE1`. Light enough that the lower whisker can be seen on a bar. */
  readonly colour: string;
  /** RGB of whiskers, and of the line itself in a chart of lines. */
  readonly dark: string;
}

/** A native chart: people restyle it, and it follows its cells. */
export interface Chart {
  /** Horizontal bars with categories from top to bottom, or lines over time. */
  readonly kind: "bars" | "lines";
  /** A sentence. */
  readonly title: string;
  /** What the picture shows, for those who cannot see it. */
  readonly description: string;
  readonly series: readonly Series[];
  readonly axis: {
    readonly min?: number;
    readonly max?: number;
    readonly step?: number;
    readonly format: string;
  };
  /** Points of labels and axes; the title is larger by two. */
  readonly fontSize: number;
  readonly legend: boolean;
  readonly ink: string;
  readonly quiet: string;
}

/** Where a chart stands: at a cell with a size, or anywhere on a sheet of its own. Lengths in points. */
export interface PlacedChart {
  readonly chart: Chart;
  readonly at:
    | { readonly row: number; readonly column: number }
    | { readonly left: number; readonly top: number };
  readonly width: number;
  readonly height: number;
}

/** `'Sheet name'!$B$3:$B$9`, as chart parts and defined names write it. */
export function rangeFormula({ sheet, column, from, to }: CellRange): string {
  const corner = (row: number) => `$${columnLetters(column)}$${row}`;
  const cells = from === to ? corner(from) : `${corner(from)}:${corner(to)}`;
  return `'${sheet.replaceAll("'", "''")}'!${cells}`;
}

/** 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? columnLetters(before) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}
