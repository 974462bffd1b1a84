import { type Crossing, outsidePopulation } from "../../lattice/index.ts";
import { isShown, type ReleasedIndicator } from "../../release/index.ts";
import type { Book } from "../book.ts";
import { writeEstimate } from "../estimate-cells.ts";
import { linesOf } from "../lines.ts";
import { codeName, dimensionName, groupsOfPlaces, labelled, rungOf, standsAlone } from "../naming.ts";
import { Page } from "../page.ts";
import { type CellStyle, lineHeight } from "../style.ts";

/** More indicators than this side by side could not be read on a sheet of A4. */
const mostPerSheet = 4;
const cutWidth = 22;
const nameWidth = 31;
/** Estimate, from, to, n, mark. */
const groupWidths = [9.5, 8, 8, 8, 6.5];
const groupSize = groupWidths.length;

/** With few indicators the columns are wider, so that the table fills the page. */
const stretch = (count: number): number => [1, 1.7, 1.3, 1.1][count] ?? 1;

/** A domain of life, or a part of one with many indicators: a sheet. */
export interface DomainPart {
  readonly key: string;
  readonly title: string;
  readonly indicators: readonly ReleasedIndicator[];
}

/** Sheets of a domain of life, with at most four indicators each; those shown of places come first. */
export function partsOf(
  { texts, reading }: Pick<Book, "texts" | "reading">,
  { id, label, indicators }: { id: string; label: string; indicators: readonly ReleasedIndicator[] },
): DomainPart[] {
  const depth = ({ id }: ReleasedIndicator) =>
    reading.release.measures[reading.ownMeasure(id)]?.lowest === "country" ? 0 : 1;
  const ordered = [...indicators].sort((a, b) => depth(b) - depth(a));
  const parts = Math.ceil(indicators.length / mostPerSheet);
  const perSheet = Math.ceil(indicators.length / Math.max(parts, 1));
  return Array.from({ length: parts }, (_, part) => ({
    key: `domain:${id}:${part + 1}`,
    title: parts === 1 ? label : `${label}, ${texts.continued(part + 1, parts)}`,
    indicators: ordered.slice(part * perSheet, (part + 1) * perSheet),
  }));
}

/** Country, groups with their municipalities, then groups of people as rows; for each indicator estimate, interval, n and mark. */
export function writeDomain(book: Book, { key, title, indicators }: DomainPart): void {
  const wide = stretch(indicators.length);
  const widths = [cutWidth, nameWidth, ...indicators.flatMap(() => groupWidths.map((width) => width * wide))];
  const page = new Page(book, key, widths);
  page.open(title, placesMessage(book, indicators));
  const from = page.row;
  writeLabels(page, indicators, wide);
  const head = page.row;
  const columns = columnsOf(book, indicators);
  page.head(columns, (column) =>
    column > 2 ? { look: "quietHead", align: (column - 3) % groupSize === 4 ? "left" : "right" } : {},
  );
  const rows = rowsOf(book).filter((one) => concerns(book, one, indicators));
  const [shown, silent] = [true, false].map((is) =>
    rows.filter((row) => speaks(book, row, indicators) === is),
  );
  for (const row of shown ?? []) writeRow(page, row, indicators);
  page.table(key, head, columns, false);
  page.legend();
  page.notes(silentNotes(book, silent ?? []));
  page.close({ head: { from, to: head }, frozenColumns: 2 });
}

function placesMessage(book: Book, indicators: readonly ReleasedIndicator[]): string {
  const { reading, texts } = book;
  const lowest = indicators.map(({ id }) => reading.release.measures[reading.ownMeasure(id)]?.lowest);
  if (lowest.every((one) => one === "country")) return texts.countryOnly;
  const all = reading.codes("municipality");
  return texts.placesMessage(all.filter(({ code }) => standsAlone(book, code)).length, all.length);
}

/** Words at the head of each column, distinct: the id of the indicator stands before them. */
function columnsOf({ texts }: Book, indicators: readonly ReleasedIndicator[]): string[] {
  const { heads } = texts;
  return [
    heads.cut,
    heads.domain,
    ...indicators.flatMap(({ id }) => [
      `${id} ${heads.estimate.toLowerCase()}`,
      `${id} ${heads.from}`,
      `${id} ${heads.to}`,
      `${id} ${heads.n}`,
      `${id} ${heads.mark}`,
    ]),
  ];
}

/** Label and universe over the columns of each indicator. */
function writeLabels(page: Page, indicators: readonly ReleasedIndicator[], wide: number): void {
  const span = wide * groupWidths.reduce((sum, width) => sum + width, 0);
  const over = (texts: readonly string[], look: "head" | "quietHead") => {
    for (let column = 1; column <= page.lastColumn; column++) page.put(column, "", { look, fill: "sand" });
    for (const [i, text] of texts.entries()) {
      const column = 3 + i * groupSize;
      page.sheet.mergeCells(page.row, column, page.row, column + groupSize - 1);
      page.put(column, text, { look, fill: "sand", wrap: true, vertical: "top", indent: 1 });
    }
    const lines = Math.max(...texts.map((text) => linesOf(text, span - 2, look)));
    page.sheet.getRow(page.row).height = lines * lineHeight(look) + 5;
    page.row++;
  };
  over(
    indicators.map((indicator) => labelled(page.book, indicator)),
    "head",
  );
  over(
    indicators.map(({ universe }) => page.book.say(universe)),
    "quietHead",
  );
}

interface Row {
  readonly cut: string;
  readonly name: string;
  readonly crossing: Crossing;
  readonly domain: readonly string[];
  readonly rank: "country" | "group" | "member" | "people";
  readonly pooled: boolean;
}

/** The country, groups with their municipalities, groups of people. */
function rowsOf(book: Book): Row[] {
  const { countryKind, country } = book.texts;
  return [
    { cut: countryKind, name: country, crossing: [], domain: [], rank: "country", pooled: false },
    ...placeRows(book),
    ...peopleRows(book),
  ];
}

function placeRows(book: Book): Row[] {
  const ofGroup = dimensionName(book, "municipality-group");
  const ofMunicipality = dimensionName(book, "municipality");
  return groupsOfPlaces(book).flatMap(({ group, members }): Row[] => [
    ...(group
      ? [
          {
            cut: ofGroup,
            name: book.say(group.label),
            crossing: ["municipality-group"] as const,
            domain: [group.code],
            rank: "group" as const,
            pooled: false,
          },
        ]
      : []),
    ...members
      .filter(({ code }) => standsAlone(book, code))
      .map(({ code, label }) => ({
        cut: ofMunicipality,
        name: book.say(label),
        crossing: ["municipality"] as const,
        domain: [code],
        rank: "member" as const,
        pooled: rungOf(book, code) === "pooled",
      })),
  ]);
}

const ofPlaces: ReadonlySet<string> = new Set(["municipality", "municipality-group"]);

function peopleRows(book: Book): Row[] {
  return book.reading.release.crossings.flatMap(({ crossing, domains }): Row[] => {
    const [only, second] = crossing;
    if (!only || second || ofPlaces.has(only) || only === outsidePopulation) return [];
    return domains.map((domain) => ({
      cut: dimensionName(book, only),
      name: codeName(book, only, domain[0] ?? ""),
      crossing,
      domain,
      rank: "people",
      pooled: false,
    }));
  });
}

/** Rows at whose level none of the indicators is shown would be empty. */
function concerns(
  { reading }: Book,
  { crossing, domain }: Row,
  indicators: readonly ReleasedIndicator[],
): boolean {
  return indicators.some(({ id }) => {
    const cell = reading.cell(reading.ownMeasure(id), crossing, domain);
    return cell !== undefined && cell.state !== "not-shown-here";
  });
}

/** Rows of which no figure can be shown are named under the table instead. */
const speaks = (
  { reading }: Book,
  { crossing, domain, rank }: Row,
  indicators: readonly ReleasedIndicator[],
): boolean =>
  rank === "country" ||
  indicators.some(({ id }) => isShown(reading.cell(reading.ownMeasure(id), crossing, domain)));

const silentNotes = ({ texts }: Book, rows: readonly Row[]): string[] =>
  [...Map.groupBy(rows, ({ cut }) => cut)].map(([cut, ones]) =>
    texts.silentRows(cut, ones.map(({ name }) => name).join(", ")),
  );

function writeRow(page: Page, row: Row, indicators: readonly ReleasedIndicator[]): void {
  const { reading } = page.book;
  const strong = row.rank === "country" || row.rank === "group";
  const base: Pick<CellStyle, "fill" | "line"> =
    row.rank === "country" ? { line: "hairline", fill: "paleSand" } : { line: "hairline" };
  page.put(1, row.cut, { ...base, look: "quiet", wrap: true });
  page.put(2, row.name, {
    ...base,
    look: strong ? "strong" : "body",
    indent: row.rank === "member" ? 1 : 0,
    wrap: true,
  });
  for (const [i, { id, unit }] of indicators.entries())
    writeEstimate(
      page,
      3 + i * groupSize,
      reading.cell(reading.ownMeasure(id), row.crossing, row.domain),
      unit,
      {
        ...base,
        strong,
        pooled: row.pooled,
      },
    );
  page.endRow([
    [1, row.cut, "quiet"],
    [2, row.rank === "member" ? `  ${row.name}` : row.name, "strong"],
  ]);
}
