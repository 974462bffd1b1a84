import { isShown, type ReleasedIndicator } from "../../release/index.ts";
import type { Book } from "../book.ts";
import { difference, differenceFormat, formatOf } from "../estimate-cells.ts";
import { labelled } from "../naming.ts";
import { Page } from "../page.ts";
import { type Column, writeTable } from "../table.ts";

/** How far headline indicators would move under other weights: a column for each of those tried. */
export function writeSensitivity(book: Book): void {
  const { texts, reading } = book;
  const { sensitivity, measures } = reading.release;
  const page = new Page(book, "sensitivity", [56, 12, ...sensitivity.map(() => 20)]);
  page.open(texts.sheets.sensitivity, texts.sensitivityMessage);
  const moved = new Set(sensitivity.flatMap(({ shifts }) => shifts.map(({ measure }) => measure)));
  const rows = [...moved].flatMap((measure) => {
    const indicator = reading.indicator(measures[measure]?.indicator ?? "");
    return indicator ? [{ measure, indicator }] : [];
  });
  const columns = [estimates(book, rows), ...shifts(book, rows)];
  const head = writeTable(
    page,
    "sensitivity",
    [{ head: texts.heads.indicator }, ...columns],
    rows.map(({ indicator }, r) => [
      labelled(book, indicator),
      ...columns.map(({ values }) => values[r] ?? null),
    ]),
  );
  page.close({ head, frozenColumns: 1 });
}

interface Row {
  readonly measure: number;
  readonly indicator: ReleasedIndicator;
}

interface Numbers extends Column {
  readonly values: readonly (number | null)[];
}

function estimates({ texts, reading }: Book, rows: readonly Row[]): Numbers {
  const values = rows.map(({ measure }) => {
    const cell = reading.cell(measure, [], []);
    return isShown(cell) ? cell.value : null;
  });
  const formats = rows.map(({ indicator }, r) => formatOf(indicator.unit, values[r] ?? 1));
  return { head: texts.heads.estimate, format: "0.0", formats, values };
}

function shifts(book: Book, rows: readonly Row[]): Numbers[] {
  const { sensitivity } = book.reading.release;
  const names = sensitivity.map(({ name }) => book.say(name));
  return sensitivity.map(({ shifts }, i) => {
    const by = new Map(shifts.map(({ measure, shift }) => [measure, shift]));
    const values = rows.map(({ measure, indicator }) => shiftOf(by.get(measure), indicator));
    const formats = rows.map(({ indicator }, r) =>
      differenceFormat(indicator.unit, book.texts, values[r] ?? 1),
    );
    return { head: distinct(names[i] ?? "", i, names), format: "0.0", formats, look: "quiet", values };
  });
}

const shiftOf = (shift: number | undefined, { unit }: ReleasedIndicator): number | null =>
  shift === undefined ? null : difference(shift, unit);

/** Names of columns must differ. */
const distinct = (name: string, place: number, names: readonly string[]): string =>
  names.indexOf(name) === place ? name : `${name} (${place + 1})`;
