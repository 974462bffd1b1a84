import type { Book } from "../book.ts";
import { counts, difference, differenceFormat } from "../estimate-cells.ts";
import { labelled } from "../naming.ts";
import { Page } from "../page.ts";
import { writeTable } from "../table.ts";

/** Margins before and after, the spread of the weights, and what other margins would have said. */
export function writeWeights(book: Book): void {
  const { texts, reading } = book;
  const { weighting, notes } = reading.release;
  if (!weighting) return;
  const page = new Page(book, "weights", [34, 52, 14, 16, 16, 60]);
  page.open(
    texts.sheets.weights,
    texts.weightsMessage(weighting.designEffect, weighting.effectiveRespondents),
  );
  const head = writeMargins(page, weighting.margins);
  writeQuantiles(page, weighting.quantiles);
  writeSensitivity(page);
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
        ...(i === 0 ? [`${source}, ${date} (${confidence})`] : []),
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

function writeSensitivity(page: Page): void {
  const { book } = page;
  const { texts, reading } = book;
  const { heads } = texts;
  const { sensitivity, measures } = reading.release;
  page.section(texts.sensitivityMessage);
  const shifts = sensitivity.flatMap(({ name, shifts }) =>
    shifts.flatMap(({ measure, shift }) => {
      const indicator = reading.indicator(measures[measure]?.indicator ?? "");
      return indicator ? [{ name, indicator, shift }] : [];
    }),
  );
  if (shifts.length === 0) {
    page.line(texts.noSensitivity, { look: "quiet" });
    return;
  }
  const formats = shifts.map(({ indicator, shift }) =>
    differenceFormat(indicator.unit, texts, difference(shift, indicator.unit)),
  );
  writeTable(
    page,
    "sensitivity",
    [
      { head: heads.margin, look: "quiet" },
      { head: heads.indicator },
      { head: heads.shift, format: "0.0", formats },
    ],
    shifts.map(({ name, indicator, shift }) => [
      book.say(name),
      labelled(book, indicator),
      difference(shift, indicator.unit),
    ]),
  );
}
