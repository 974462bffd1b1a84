import type { Book } from "../book.ts";
import { counts } from "../estimate-cells.ts";
import { said } from "../naming.ts";
import { Page } from "../page.ts";
import { writeTable } from "../table.ts";

/** How far weights lie apart, and margins before and after. */
export function writeWeights(book: Book): void {
  const { texts, reading } = book;
  const { weighting, notes } = reading.release;
  if (!weighting) return;
  const page = new Page(book, "weights", [34, 52, 14, 16, 16, 60]);
  page.open(
    texts.sheets.weights,
    texts.weightsMessage(weighting.designEffect, weighting.effectiveRespondents),
  );
  writeQuantiles(page, weighting.quantiles);
  page.skip();
  page.section(texts.marginsMessage);
  const head = writeMargins(page, weighting.margins);
  page.notes(notes.map((note) => book.say(note)));
  page.close({ head });
}

type Margins = NonNullable<Book["reading"]["release"]["weighting"]>["margins"];

function writeMargins(page: Page, margins: Margins): { from: number; to: number } {
  const { book } = page;
  const { heads } = book.texts;
  const rows = margins.flatMap(({ name, cells, date, source, confidence }) =>
    cells.map((cell, i) => [
      book.say(name),
      book.say(cell.label),
      cell.population,
      cell.before,
      cell.after,
      [
        ...(i === 0 ? [`${source}, ${date} (${said(confidence, book.texts)})`] : []),
        ...(cell.note ? [book.say(cell.note)] : []),
      ].join("; "),
    ]),
  );
  const columns = [
    { head: heads.margin, look: "quiet" },
    { head: heads.category },
    { head: heads.population, format: counts },
    { head: heads.weightedBefore, format: counts },
    { head: heads.weightedAfter, format: counts },
    { head: heads.note, look: "quiet" },
  ] as const;
  return writeTable(page, "margins", columns, rows);
}

const percentiles = [0, 5, 25, 50, 75, 95, 100];

function writeQuantiles(page: Page, quantiles: readonly number[]): void {
  const { heads, quantilesMessage } = page.book.texts;
  page.section(quantilesMessage);
  writeTable(
    page,
    "weights",
    [{ head: heads.percentile }, { head: heads.weight, format: "0.00" }],
    quantiles.map((weight, i) => [String(percentiles[i] ?? ""), weight]),
  );
}
