import { isShown } from "../../release/index.ts";
import type { Book } from "../book.ts";
import { formatOf, type Unit } from "../estimate-cells.ts";
import { labelled, said } from "../naming.ts";
import { Page } from "../page.ts";
import { writeTable } from "../table.ts";

/** Published figures of others beside ours, with whom, when and out of whom. */
export function writeOthers(book: Book): void {
  const { texts, reading } = book;
  const { others } = reading.release;
  const page = new Page(book, "others", [40, 12, 12, 36, 32, 14, 32, 16]);
  page.open(texts.sheets.others, others.length > 0 ? texts.othersMessage : texts.noOthers);
  page.close(others.length > 0 ? { head: writeFigures(page) } : {});
}

function writeFigures(page: Page): { from: number; to: number } {
  const { book } = page;
  const { reading, texts } = book;
  const { heads } = texts;
  const { others } = reading.release;
  const formats = others.map(({ unit, indicator, value }) => formatOf(unitOf(book, unit, indicator), value));
  const columns = [
    { head: heads.indicator },
    { head: heads.ours, format: "0.0", formats },
    { head: heads.value, format: "0.0", formats },
    ...[heads.universe, heads.denominator, heads.date, heads.source, heads.confidence].map((head) => ({
      head,
      look: "quiet" as const,
    })),
  ];
  const rows = others.map((one) => {
    const indicator = reading.indicator(one.indicator);
    const own = reading.cell(reading.ownMeasure(one.indicator), [], []);
    return [
      indicator ? labelled(book, indicator) : one.indicator,
      isShown(own) ? own.value : ":",
      one.value,
      book.say(one.universe),
      book.say(one.denominator),
      said(one.date, texts),
      book.say(one.source),
      said(one.confidence, texts),
    ];
  });
  return writeTable(page, "others", columns, rows, { filter: true });
}

const units: ReadonlySet<string> = new Set([
  "percent",
  "score-0-10",
  "index-0-1",
  "index-0-100",
  "points",
  "number",
  "days",
]);
const unitOf = ({ reading }: Book, unit: string, indicator: string): Unit =>
  units.has(unit) ? (unit as Unit) : (reading.indicator(indicator)?.unit ?? "number");
