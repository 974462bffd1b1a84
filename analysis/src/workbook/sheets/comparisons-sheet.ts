import type { ReleasedComparison } from "../../disclosure/released-tables.ts";
import type { Book } from "../book.ts";
import { verdictLook, verdictText } from "../change-cells.ts";
import { difference, differenceFormat } from "../estimate-cells.ts";
import { codeName, labelled } from "../naming.ts";
import { Page } from "../page.ts";

const widths = [30, 30, 50, 11, 10, 10, 9, 13, 12, 24];

/** Every difference that was tested, with its interval, and what the test says. */
export function writeComparisons(book: Book): void {
  const { texts, reading } = book;
  const { heads } = texts;
  const page = new Page(book, "comparisons", widths);
  page.open(texts.sheets.comparisons, texts.comparisonsMessage);
  const head = page.row;
  const columns = [
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
  page.head(columns, (column) =>
    column >= 4 && column <= 9 ? { align: "right" } : { indent: column === 10 ? 1 : 0 },
  );
  const compared = reading.release.comparisons;
  for (const comparison of compared) writeComparison(page, comparison);
  page.table("comparisons", head, columns);
  page.legend();
  page.close({ head: { from: head, to: head }, frozenColumns: 3 });
}

function writeComparison(page: Page, comparison: ReleasedComparison): void {
  const { book } = page;
  const { reading, texts } = book;
  const measure = reading.release.measures[comparison.measure];
  const indicator = measure && reading.indicator(measure.indicator);
  if (!measure || !indicator) return;
  const base = { line: "hairline", wrap: true } as const;
  const { crossing, domain } = comparison;
  const place =
    crossing.length === 0
      ? texts.country
      : crossing.map((id, i) => codeName(book, id, domain[i] ?? "")).join(" × ");
  const label = measure.part === null ? labelled(book, indicator) : book.say(measure.label);
  page.put(1, texts.kinds[comparison.kind], { ...base, look: "quiet" });
  page.put(2, place, { ...base, look: "body" });
  page.put(3, label, { ...base, look: "body" });
  const format = differenceFormat(indicator.unit, texts);
  const by = (column: number, value: number | null, look: "body" | "quiet") =>
    page.number(column, value === null ? null : difference(value, indicator.unit), format, { ...base, look });
  by(4, comparison.difference, "body");
  by(5, comparison.low, "quiet");
  by(6, comparison.high, "quiet");
  page.number(7, comparison.adjustedP, "0.000", { ...base, look: "quiet" });
  by(8, comparison.compositionAdjusted, "quiet");
  by(9, comparison.detectable, "quiet");
  page.put(10, verdictText(comparison, texts), { ...base, look: verdictLook(comparison), indent: 1 });
  page.endRow([
    [1, texts.kinds[comparison.kind], "quiet"],
    [2, place, "body"],
    [3, label, "body"],
  ]);
}
