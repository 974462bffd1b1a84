import type { ReleasedComparison } from "../../disclosure/released-tables.ts";
import type { ReleasedIndicator } from "../../release/index.ts";
import type { Book } from "../book.ts";
import { verdictLook, verdictText } from "../change-cells.ts";
import { difference, differenceFormat, pFormat } from "../estimate-cells.ts";
import { type LongTable, zeros } from "../long-table.ts";
import { codeName, labelled } from "../naming.ts";
import { Page } from "../page.ts";

const widths = [30, 34, 60, 11, 10, 10, 9, 13, 12, 24];
const rowHeight = 14;

/** Every difference that was tested, with its interval, and what the test says. */
export function writeComparisons(book: Book): void {
  const { texts, reading } = book;
  const compared = reading.release.comparisons;
  const page = new Page(book, "comparisons", widths);
  page.open(texts.sheets.comparisons, messageOf(book));
  const head = page.row;
  const columns = columnsOf(book);
  page.head(columns, (column) =>
    column >= 4 && column <= 9 ? { align: "right" } : { indent: column === 10 ? 1 : 0 },
  );
  const units = [...new Set(reading.release.indicators.map(({ unit }) => unit))];
  const looks = { from: page.row, to: page.row + units.length * (verdictLooks.length + 1) - 1 };
  for (const unit of units) for (const look of verdictLooks) lendLook(page, unit, look);
  for (const unit of units) lendLook(page, unit, "quiet", 0);
  const rows = compared.flatMap((comparison) => rowOf(book, comparison, units));
  const last = head + rows.length;
  book.longTable({ sheet: page.name, looks, height: rowHeight, rows });
  page.table("comparisons", head, columns, true, last);
  page.close({ head: { from: head, to: head }, frozenColumns: 3, lastRow: last });
}

function columnsOf({ texts: { heads } }: Book): string[] {
  return [
    heads.kind,
    heads.domain,
    heads.indicator,
    heads.difference,
    heads.from,
    heads.to,
    heads.adjustedP,
    heads.composition,
    heads.detectable,
    heads.verdict,
  ];
}

/** How many differences of those tested are larger than chance, and that no list ranks. */
function messageOf({ texts, reading }: Book): string {
  const tested = reading.release.comparisons.filter(({ verdict }) => verdict !== "tests-off");
  const apart = tested.filter(({ verdict }) => verdict !== "cannot-be-told-apart");
  return tested.length === 0
    ? texts.untestedMessage
    : `${texts.toldApart(apart.length, tested.length)} ${texts.comparisonsMessage}`;
}

/** Columns that hold differences, from 0. */
const differences = [3, 4, 5, 7, 8];

const verdictLooks = ["quiet", "better", "worse"] as const;

/** A row that stands there only for its looks: differences in the unit, of the size of `by`; the verdict in its colour. */
function lendLook(
  page: Page,
  unit: ReleasedIndicator["unit"],
  look: (typeof verdictLooks)[number],
  by = 1,
): void {
  const format = differenceFormat(unit, page.book.texts, by);
  page.put(1, "–", { look: "quiet" });
  page.put(2, "–", { look: "body" });
  page.put(3, "–", { look: "body" });
  for (const column of [4, 5, 6, 8, 9])
    page.number(column, 0, format, { look: column === 4 ? "body" : "quiet" });
  page.number(7, 0, pFormat(page.book.texts), { look: "quiet" });
  page.put(10, "–", { look, indent: 1 });
  page.endRow();
}

function rowOf(book: Book, comparison: ReleasedComparison, units: readonly string[]): LongTable["rows"] {
  const { reading, texts } = book;
  const measure = reading.release.measures[comparison.measure];
  const indicator = measure && reading.indicator(measure.indicator);
  if (!measure || !indicator) return [];
  const { crossing, domain } = comparison;
  const by = (value: number | null) => (value === null ? null : difference(value, indicator.unit));
  const look = verdictLooks.indexOf(verdictLook(comparison));
  const cells = [
    texts.kinds[comparison.kind],
    crossing.length === 0
      ? texts.country
      : crossing.map((id, i) => codeName(book, id, domain[i] ?? "")).join(" × "),
    measure.part === null ? labelled(book, indicator) : book.say(measure.label),
    by(comparison.difference),
    by(comparison.low),
    by(comparison.high),
    comparison.adjustedP,
    by(comparison.compositionAdjusted),
    by(comparison.detectable),
    verdictText(comparison, texts),
  ];
  const unit = units.indexOf(indicator.unit);
  return [
    {
      look: unit * verdictLooks.length + Math.max(0, look),
      cells,
      others: zeros(cells, differences, indicator.unit, units.length * verdictLooks.length + unit),
    },
  ];
}
