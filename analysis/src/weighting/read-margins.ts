import { percent, plain, unconfirmedGap } from "./agreed-total.ts";
import { type MarginRow, type ReadMarginsOptions, readMarginRows } from "./margin-row.ts";
import { cellName, type Margin, type Margins } from "./margins.ts";
import { MarginsError, type MarginsProblem, type Sentence } from "./margins-problem.ts";
import * as words from "./margins-words.ts";

export type { ReadMarginsOptions } from "./margin-row.ts";

/**
 * Reads the rows of a margins file (long CSV, header row as keys) and scales every margin to the one declared total;
 * what was scaled away is said in `notes`. Without a row "total" the first margin declares it. A margin more than 10 %
 * from the total is refused unless one of its rows has "yes" in the column `gap_confirmed`.
 *
 * @throws MarginsError naming everything that is to be put right, each with its line and the remedy; gaps between
 *   margins only once every row can be read
 */
export function readMargins(
  rows: readonly Readonly<Record<string, string>>[],
  options: ReadMarginsOptions,
): Margins {
  const problems: MarginsProblem[] = [];
  const checked = readMarginRows(rows, options, problems);
  const grouped = Map.groupBy(
    checked.filter(({ margin }) => margin !== "total"),
    ({ margin }) => margin,
  );
  if (grouped.size === 0 && problems.length === 0)
    problems.push({ line: null, sentence: words.countsNobody });
  const read = [...grouped.values()].map((group) => readMargin(group, problems));
  problems.push(...repeatedDimensions(read));
  const declared = declaredTotal(checked, problems);
  const total = declared ?? read[0]?.givenTotal ?? 0;
  if (problems.length === 0) problems.push(...unconfirmedGaps(read, total, checked));
  if (problems.length > 0)
    throw new MarginsError(problems.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)));
  return {
    total,
    margins: read.map((margin) => scaleTo(total, margin)),
    demonstration: checked.some(({ confidence }) => confidence === "memory" || confidence === "invented"),
    notes: notesOn(read, total, declared !== undefined, checked),
  };
}

function declaredTotal(rows: readonly MarginRow[], problems: MarginsProblem[]): number | undefined {
  const [total, ...more] = rows.filter(({ margin }) => margin === "total");
  for (const { line } of more) problems.push({ line, sentence: words.secondTotal(total?.line ?? 0) });
  return total && total.count * total.factor;
}

function readMargin(rows: readonly MarginRow[], problems: MarginsProblem[]): Margin {
  const [first] = rows;
  if (!first) throw new RangeError("a margin has at least one row");
  const order = first.cell.map(({ dimension }) => dimension).toSorted();
  const seen = new Map<string, number>();
  const cells = rows.map((row) => {
    const { line } = row;
    problems.push(...otherThanFirst(row, first, order).map((sentence) => ({ line, sentence })));
    const codes = order.map((dimension) => row.cell.find((pair) => pair.dimension === dimension)?.code ?? "");
    const name = cellName({ dimensions: order }, codes);
    const earlier = seen.get(name);
    if (earlier !== undefined) problems.push({ line, sentence: words.countedAgain(name, earlier) });
    else seen.set(name, line);
    return { codes, count: row.count * row.factor, line };
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

/** What a row of a margin has otherwise than the first of its rows. */
function otherThanFirst(row: MarginRow, first: MarginRow, order: readonly string[]): Sentence[] {
  const shape = row.cell.map(({ dimension }) => dimension).toSorted();
  return [
    ...(shape.join() === order.join() ? [] : [words.otherShape(shape, first, order)]),
    ...(row.referenceDate === first.referenceDate
      ? []
      : [words.otherDay(row.referenceDate, first, first.referenceDate)]),
  ];
}

function repeatedDimensions(margins: readonly Margin[]): MarginsProblem[] {
  const place = ({ id, cells }: Margin) => ({ margin: id, line: cells[0]?.line ?? 0 });
  const groups = Map.groupBy(margins, ({ dimensions }) => dimensions.join());
  return [...groups.values()].flatMap(([first, ...more]) =>
    more.map((margin) => {
      const { line } = place(margin);
      return { line, sentence: words.sameCategories(place(first!), place(margin)) };
    }),
  );
}

function unconfirmedGaps(
  margins: readonly Margin[],
  total: number,
  rows: readonly MarginRow[],
): MarginsProblem[] {
  const confirmed = new Set(rows.flatMap(({ margin, gapConfirmed }) => (gapConfirmed ? [margin] : [])));
  return margins
    .filter(({ id, givenTotal }) => Math.abs(givenTotal / total - 1) > unconfirmedGap && !confirmed.has(id))
    .map((margin) => {
      const line = margin.cells[0]?.line ?? null;
      return { line, sentence: words.tooFarApart(apartFrom(total, margin)) };
    });
}

const apartFrom = (total: number, { id, givenTotal }: Margin): words.Apart => ({
  margin: id,
  people: plain(givenTotal),
  gap: percent(givenTotal / total - 1),
  total: plain(total),
});

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
): Sentence[] {
  const scaled = margins.filter(({ givenTotal }) => Math.abs(givenTotal - total) > 0.5);
  const converted = Map.groupBy(
    rows.filter(({ factor }) => factor !== 1),
    ({ factor }) => factor,
  );
  const days = [...new Set(margins.map(({ referenceDate }) => referenceDate))].toSorted();
  const [first] = margins;
  return [
    ...(declared || !first ? [] : [words.noTotal(first.id, plain(total))]),
    ...scaled.map((margin) => words.scaledToTotal(apartFrom(total, margin))),
    ...[...converted].map(([factor, of]) =>
      words.multiplied(
        factor,
        of.map(({ line }) => line),
      ),
    ),
    ...(days.length > 1 ? [words.differentDays(days)] : []),
  ];
}
