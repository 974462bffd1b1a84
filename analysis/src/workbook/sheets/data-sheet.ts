import type { Crossing } from "../../lattice/index.ts";
import { isShown, type ReleasedIndicator } from "../../release/index.ts";
import type { Book } from "../book.ts";
import { formatOf } from "../estimate-cells.ts";
import { type LongTable, zeros } from "../long-table.ts";
import { codeName, dimensionName, rungOf } from "../naming.ts";
import { Page } from "../page.ts";

const widths = [9, 22, 40, 26, 24, 18, 34, 11, 11, 11, 11, 9, 11, 9, 11, 11, 22, 14, 18, 14];
const rowHeight = 14;
const firstNumber = 8;
/** Columns of estimate and interval, from 0. */
const estimates = [7, 8, 9];

/** Every figure of the release: a row for each indicator and domain. */
export function writeData(book: Book): void {
  const { texts, reading } = book;
  const page = new Page(book, "data", widths);
  page.open(texts.sheets.data, texts.dataMessage);
  const head = page.row;
  const columns = columnsOf(book);
  page.head(columns, (column) => (column >= firstNumber && column <= 16 ? { align: "right" } : {}));
  const units = [...new Set(reading.release.indicators.map(({ unit }) => unit))];
  const looks = { from: page.row, to: page.row + 2 * Math.max(units.length, 1) - 1 };
  for (const size of [1, 0]) for (const unit of units) lendLook(page, unit, size);
  const rows = dataRows(book, units);
  if (rows.length === 0) {
    page.close();
    return;
  }
  const last = head + rows.length;
  book.longTable({ sheet: page.name, looks, height: rowHeight, rows });
  page.table("data", head, columns, true, last);
  page.close({ head: { from: head, to: head }, frozenColumns: 3, lastRow: last });
}

function columnsOf({ texts }: Book): string[] {
  const { heads } = texts;
  return [
    heads.id,
    heads.part,
    heads.indicator,
    heads.domainOfLife,
    heads.cut,
    heads.code,
    heads.domain,
    heads.estimate,
    heads.from,
    heads.to,
    heads.standardError,
    heads.n,
    heads.effective,
    heads.designEffect,
    heads.nonresponse,
    heads.prorated,
    heads.state,
    heads.unit,
    heads.direction,
    heads.waves,
  ];
}

/** A row that stands there only for its looks: numbers in the format of the unit, of the size of `value`. */
function lendLook(page: Page, unit: ReleasedIndicator["unit"], value: number): void {
  const format = formatOf(unit, value);
  const formats: Readonly<Record<number, string>> = {
    8: format,
    9: format,
    10: format,
    11: unit === "percent" ? "0.00%" : "0.000",
    12: "#,##0",
    13: "#,##0",
    14: "0.00",
    15: "0.0%",
    16: "0.0%",
  };
  for (let column = 1; column <= widths.length; column++) {
    const look = column === 3 || column === 7 || column === 8 ? "body" : "quiet";
    const numeric = formats[column];
    if (numeric) page.number(column, 0, numeric, { look });
    else page.put(column, "–", { look });
  }
  page.endRow();
}

function dataRows(book: Book, units: readonly string[]): LongTable["rows"] {
  const { reading } = book;
  const domains = domainNames(book);
  return reading.release.measures.flatMap((measure, m) => {
    const indicator = reading.indicator(measure.indicator);
    if (!indicator) return [];
    const own = [
      measure.indicator,
      measure.part === null ? "" : book.say(measure.label),
      book.say(indicator.label),
      book.say(indicator.domainLabel),
    ];
    const look = units.indexOf(indicator.unit);
    return domains.flatMap(({ names, waves, crossing, at }) => {
      const cell = reading.release.crossings[crossing]?.cells[m]?.[at];
      if (!cell || cell.state === "not-shown-here" || cell.state === "left-out") return [];
      const shown = isShown(cell) ? cell : null;
      const numbers = [
        shown?.value,
        shown?.low,
        shown?.high,
        shown?.standardError,
        shown?.respondents,
        shown?.effectiveRespondents,
        shown?.designEffect,
        shown?.itemNonresponse,
        shown?.prorated,
      ].map((number) => number ?? null);
      const about = [
        book.texts.states[cell.state],
        book.texts.units[indicator.unit],
        book.texts.directions[indicator.direction],
        waves,
      ];
      const cells = [...own, ...names, ...numbers, ...about];
      return [{ look, cells, others: zeros(cells, estimates, indicator.unit, units.length + look) }];
    });
  });
}

/** Each domain of each crossing with its names: cut, code, words; and the waves its figures rest on. */
function domainNames(book: Book) {
  const { crossings, wave, previous } = book.reading.release;
  const own = book.say(wave.title);
  const both = previous ? `${book.say(previous.title)} + ${own}` : own;
  return crossings.flatMap(({ crossing, domains }, c) =>
    domains.map((domain, at) => ({
      crossing: c,
      at,
      names: [cutName(book, crossing), domain.join(" × "), domainName(book, crossing, domain)],
      waves: crossing[0] === "municipality" && rungOf(book, domain[0] ?? "") === "pooled" ? both : own,
    })),
  );
}

const cutName = (book: Book, crossing: Crossing): string =>
  crossing.length === 0 ? book.texts.countryKind : crossing.map((id) => dimensionName(book, id)).join(" × ");

const domainName = (book: Book, crossing: Crossing, domain: readonly string[]): string =>
  crossing.length === 0
    ? book.texts.country
    : crossing.map((id, i) => codeName(book, id, domain[i] ?? "")).join(" × ");
