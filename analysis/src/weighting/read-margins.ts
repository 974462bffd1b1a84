import { percent, plain, unconfirmedGap } from "./agreed-total.ts";
import { type MarginRow, type ReadMarginsOptions, readMarginRow } from "./margin-row.ts";
import { cellName, type Margin, type Margins, MarginsError } from "./margins.ts";

export type { ReadMarginsOptions } from "./margin-row.ts";

/**
 * Reads the rows of a margins file (long CSV, header row as keys) and scales every margin to the one declared total;
 * what was scaled away is said in `notes`. Without a row "total" the first margin declares it. A margin more than 10 %
 * from the total is refused unless one of its rows has "yes" in the column `gap_confirmed`.
 *
 * @throws MarginsError naming the line and the remedy
 */
export function readMargins(
  rows: readonly Readonly<Record<string, string>>[],
  options: ReadMarginsOptions,
): Margins {
  const checked = rows.map((fields, i) => readMarginRow(fields, options.lines?.[i] ?? i + 2, options));
  const grouped = Map.groupBy(
    checked.filter(({ margin }) => margin !== "total"),
    ({ margin }) => margin,
  );
  if (grouped.size === 0)
    throw new MarginsError("The margins file counts nobody. Add at least one margin, such as municipality.");
  const read = [...grouped.values()].map(readMargin);
  refuseRepeatedDimensions(read);
  const declared = declaredTotal(checked);
  const total = declared ?? read[0]!.givenTotal;
  refuseUnconfirmedGaps(read, total, checked);
  return {
    total,
    margins: read.map((margin) => scaleTo(total, margin)),
    demonstration: checked.some(({ confidence }) => confidence === "memory" || confidence === "invented"),
    notes: notesOn(read, total, declared !== undefined, checked),
  };
}

function declaredTotal(rows: readonly MarginRow[]): number | undefined {
  const [total, second] = rows.filter(({ margin }) => margin === "total");
  if (second)
    throw new MarginsError(
      `Line ${second.line} of the margins declares a second total; line ${total?.line} has the first. Keep one.`,
    );
  return total && total.count * total.factor;
}

function readMargin(rows: readonly MarginRow[]): Margin {
  const [first] = rows;
  if (!first) throw new RangeError("a margin has at least one row");
  const order = first.cell.map(({ dimension }) => dimension).toSorted();
  const seen = new Map<string, number>();
  const cells = rows.map((row) => {
    refuseOtherShape(row, first, order);
    const codes = order.map((dimension) => row.cell.find((pair) => pair.dimension === dimension)?.code ?? "");
    const name = cellName({ dimensions: order }, codes);
    const earlier = seen.get(name);
    if (earlier !== undefined)
      throw new MarginsError(
        `Line ${row.line} of the margins counts ${name} again; line ${earlier} has it already. Keep one of the two.`,
      );
    seen.set(name, row.line);
    return { codes, count: row.count * row.factor, line: row.line };
  });
  return {
    id: first.margin,
    dimensions: order,
    cells,
    referenceDate: first.referenceDate,
    confidences: [...new Set(rows.map(({ confidence }) => confidence))],
    sources: [...new Set(rows.map(({ source }) => source))],
    givenTotal: cells.reduce((sum, { count }) => sum + count, 0),
    gap: 0,
    factors: [...new Set(rows.map(({ factor }) => factor))].filter((factor) => factor !== 1),
  };
}

function refuseOtherShape(row: MarginRow, first: MarginRow, order: readonly string[]): void {
  const shape = row.cell.map(({ dimension }) => dimension).toSorted();
  if (shape.join() !== order.join())
    throw new MarginsError(
      `Line ${row.line} of the margins crosses ${shape.join(" and ")}, but line ${first.line} of the same margin "${first.margin}" crosses ${order.join(" and ")}. Give every row of a margin the same dimensions, or another margin name.`,
    );
  if (row.referenceDate !== first.referenceDate)
    throw new MarginsError(
      `Line ${row.line} of the margins is of ${row.referenceDate}, but line ${first.line} of the same margin "${first.margin}" is of ${first.referenceDate}. Take all counts of a margin from one day.`,
    );
}

function refuseRepeatedDimensions(margins: readonly Margin[]): void {
  const seen = new Map<string, Margin>();
  for (const margin of margins) {
    const key = margin.dimensions.join();
    const earlier = seen.get(key);
    if (earlier)
      throw new MarginsError(
        `The margins "${earlier.id}" (line ${earlier.cells[0]?.line}) and "${margin.id}" (line ${margin.cells[0]?.line}) count the same categories. Remove one of the two.`,
      );
    seen.set(key, margin);
  }
}

function refuseUnconfirmedGaps(margins: readonly Margin[], total: number, rows: readonly MarginRow[]): void {
  for (const { id, givenTotal, cells } of margins) {
    const gap = givenTotal / total - 1;
    const confirmed = rows.some(({ margin, gapConfirmed }) => margin === id && gapConfirmed);
    if (Math.abs(gap) > unconfirmedGap && !confirmed)
      throw new MarginsError(
        `The margin "${id}" (from line ${cells[0]?.line}) counts ${plain(givenTotal)} people, ${percent(gap)} from the total of ${plain(total)}. Margins may differ by at most 10 %: correct it, or write yes in a column gap_confirmed if it is to be scaled all the same.`,
      );
  }
}

function scaleTo(total: number, margin: Margin): Margin {
  const factor = total / margin.givenTotal;
  return {
    ...margin,
    cells: margin.cells.map((cell) => ({ ...cell, count: cell.count * factor })),
    gap: margin.givenTotal / total - 1,
  };
}

function notesOn(
  margins: readonly Margin[],
  total: number,
  declared: boolean,
  rows: readonly MarginRow[],
): string[] {
  const notes: string[] = [];
  if (!declared)
    notes.push(`No total is declared; the margin "${margins[0]?.id}" (${total} people) stands for it.`);
  for (const { id, givenTotal } of margins)
    if (Math.abs(givenTotal - total) > 0.5)
      notes.push(
        `The margin "${id}" counts ${plain(givenTotal)} people, ${percent(givenTotal / total - 1)} from the total of ${plain(total)}; it was scaled to the total.`,
      );
  for (const [factor, converted] of Map.groupBy(
    rows.filter((row) => row.factor !== 1),
    (row) => row.factor,
  ))
    notes.push(
      `Counts of another universe were multiplied by ${factor} (lines ${converted.map(({ line }) => line).join(", ")}).`,
    );
  const dates = new Set(margins.map(({ referenceDate }) => referenceDate));
  if (dates.size > 1) notes.push(`The margins are of different days: ${[...dates].toSorted().join(", ")}.`);
  return notes;
}
