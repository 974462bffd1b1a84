import type { ReleasedCell } from "../../disclosure/released-tables.ts";
import { isShown, type ReleasedIndicator } from "../../release/index.ts";
import type { Book } from "../book.ts";
import { shares, writeEstimate } from "../estimate-cells.ts";
import { domainsOfLife, labelled } from "../naming.ts";
import { Page } from "../page.ts";
import type { Texts } from "../texts/index.ts";

const widths = [24, 8, 50, 36, 10, 8, 8, 8, 4, 11, 26];

/** Item nonresponse above this share is remarked on (rule M1). */
const manyDidNotAnswer = 0.1;

/** Every indicator of the country with its parts, in the order of the domains of life. */
export function writeIndicators(book: Book): void {
  const { texts } = book;
  const { heads } = texts;
  const page = new Page(book, "indicators", widths);
  page.open(texts.sheets.indicators, texts.indicatorsMessage);
  const head = page.row;
  const columns = [
    heads.domainOfLife,
    heads.id,
    heads.indicator,
    heads.universe,
    heads.estimate,
    heads.from,
    heads.to,
    heads.n,
    heads.mark,
    heads.nonresponse,
    heads.note,
  ];
  page.head(columns, (column) =>
    column >= 5 && column <= 10 && column !== 9 ? { align: "right" } : { indent: column === 11 ? 1 : 0 },
  );
  for (const { label, indicators } of domainsOfLife(book))
    for (const indicator of indicators) writeIndicator(page, label, indicator);
  page.table("indicators", head, columns);
  page.legend();
  page.close({ head: { from: head, to: head }, frozenColumns: 3 });
}

function writeIndicator(page: Page, domain: string, indicator: ReleasedIndicator): void {
  const { release } = page.book.reading;
  for (const [measure, { indicator: id, part, label }] of release.measures.entries()) {
    if (id !== indicator.id) continue;
    const name = part === null ? labelled(page.book, indicator) : page.book.say(label);
    writeRow(page, domain, indicator, measure, name, part !== null);
  }
}

function writeRow(
  page: Page,
  domain: string,
  indicator: ReleasedIndicator,
  measure: number,
  name: string,
  isPart: boolean,
): void {
  const { reading, texts } = page.book;
  const cell = reading.cell(measure, [], []);
  const base = { line: "hairline", wrap: true } as const;
  const universe = isPart ? "" : page.book.say(indicator.universe);
  const note = noteOn(cell, texts);
  page.put(1, domain, { ...base, look: "quiet" });
  page.put(2, indicator.id, { ...base, look: "quiet" });
  page.put(3, name, { ...base, look: isPart ? "quiet" : "body", indent: isPart ? 2 : 0 });
  page.put(4, universe, { ...base, look: "quiet" });
  writeEstimate(page, 5, cell, indicator.unit, { line: "hairline" });
  page.number(10, isShown(cell) ? cell.itemNonresponse : null, shares, { ...base, look: "quiet" });
  page.put(11, note, { ...base, look: "quietFew", indent: 1 });
  page.endRow([
    [1, domain, "quiet"],
    [3, isPart ? `      ${name}` : name, "body"],
    [4, universe, "quiet"],
    [11, `  ${note}`, "quiet"],
  ]);
}

/** What a reader should know before using the figure. */
export function noteOn(cell: ReleasedCell | undefined, { notes }: Pick<Texts, "notes">): string {
  if (!cell) return "";
  if (isShown(cell))
    return [
      ...(cell.state === "few-observations" ? [notes.few] : []),
      ...(cell.lowPrecision ? [notes.lowPrecision] : []),
      ...(cell.itemNonresponse > manyDidNotAnswer ? [notes.manyMissing] : []),
    ].join("; ");
  if (cell.state === "not-estimable")
    return cell.reason === "nonresponse" ? notes.nonresponse : notes.noEstimate;
  if (cell.state === "too-few") return notes.tooFew;
  return cell.state === "protected" ? notes.protected : "";
}
