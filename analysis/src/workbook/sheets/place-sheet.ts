import type { ReleasedCell } from "../../disclosure/released-tables.ts";
import { type Crossing, type DimensionCode, outsidePopulation } from "../../lattice/index.ts";
import { isShown, type ReleasedIndicator } from "../../release/index.ts";
import type { Book } from "../book.ts";
import { verdictLook, verdictText, writeChange } from "../change-cells.ts";
import type { ChartData, Drawn } from "../chart-data.ts";
import { drawBars } from "../draw.ts";
import { formatOf, writeEstimate } from "../estimate-cells.ts";
import { groupsOfPlaces, labelled, rungOf, standsAlone } from "../naming.ts";
import { Page } from "../page.ts";
import { isComparable } from "./summary-sheet.ts";

/** Who has a sheet of their own: a group of municipalities, a municipality, or people outside the population. */
export interface Place {
  readonly key: string;
  readonly code: string;
  readonly label: string;
  readonly crossing: Crossing;
  /** The group of a municipality; null for all others. */
  readonly group: DimensionCode | null;
}

const widths = { figures: [50, 10, 8, 8, 8, 4], beside: 10, since: [11, 12, 20], rest: 20 };

/**
 * Groups in the lattice's order, then municipalities that stand alone in that of the alphabet, group by group; last, who
 * is outside the population.
 */
export function placesOf(book: Book): Place[] {
  const grouped = groupsOfPlaces(book);
  const groups = grouped.flatMap(({ group }): Place[] =>
    group ? [placeOf(book, group, "municipality-group", null)] : [],
  );
  const municipalities = grouped.flatMap(({ group, members }) =>
    members
      .filter(({ code }) => standsAlone(book, code))
      // A group of one says nothing beside its only member.
      .map((member) => placeOf(book, member, "municipality", members.length > 1 ? group : null)),
  );
  const outside = book.reading
    .codes(outsidePopulation)
    .map((code) => placeOf(book, code, outsidePopulation, null));
  return [...groups, ...municipalities, ...outside].filter((place) =>
    indicatorsOf(book, place).some((one) => one.shown),
  );
}

const placeOf = (
  book: Book,
  { code, label }: DimensionCode,
  dimension: "municipality" | "municipality-group" | typeof outsidePopulation,
  group: DimensionCode | null,
): Place => ({ key: `${dimension}:${code}`, code, label: book.say(label), crossing: [dimension], group });

export const isOutside = ({ crossing }: Pick<Place, "crossing">): boolean =>
  crossing[0] === outsidePopulation;

/** One place: indices and means first, beside its group, the country and the wave before. */
export function writePlace(book: Book, place: Place, data: ChartData): void {
  const { texts } = book;
  const { heads } = texts;
  const page = new Page(book, place.key, [
    ...widths.figures,
    ...(place.group ? [widths.beside] : []),
    widths.beside,
    ...(isSince(book, place) ? widths.since : []),
    ...(isOutside(place) ? [] : [widths.rest]),
  ]);
  const rows = indicatorsOf(book, place);
  page.open(place.label, messageOf(book, place, rows));
  if (place.crossing[0] === "municipality" && rungOf(book, place.code) === "pooled")
    page.line(texts.pooledMessage, { look: "note" });
  drawPlace(page, place, rows, data);
  const head = page.row;
  const columns = columnsOf(book, place);
  const words = [heads.verdict, heads.rest].filter((word) => columns.includes(word)).length;
  page.head(columns, (column) =>
    column > 1 && column <= columns.length - words ? { align: "right" } : { indent: column > 1 ? 1 : 0 },
  );
  const silent = isOutside(place) ? rows.filter(({ shown }) => !shown) : [];
  for (const row of rows) if (!silent.includes(row)) writeIndicator(page, place, row.indicator);
  page.table(place.key, head, columns, false);
  page.legend();
  if (silent.length > 0)
    page.notes([texts.silentIndicators(silent.map(({ indicator }) => book.say(indicator.label)).join("; "))]);
  page.close({ head: { from: head, to: head } });
}

/** Change is told where there is a wave before, of people of the population. */
const isSince = ({ reading }: Book, place: Place): boolean =>
  reading.release.previous !== null && !isOutside(place);

function columnsOf(book: Book, place: Place): string[] {
  const { heads } = book.texts;
  return [
    heads.indicator,
    heads.estimate,
    heads.from,
    heads.to,
    heads.n,
    heads.mark,
    ...(place.group ? [heads.group] : []),
    heads.country,
    ...(isSince(book, place) ? [heads.before, heads.change, heads.verdict] : []),
    ...(isOutside(place) ? [] : [heads.rest]),
  ];
}

function messageOf(book: Book, place: Place, rows: readonly { shown: boolean }[]): string {
  if (place.crossing[0] === "municipality")
    return book.texts.municipalityMessage(
      rows.filter(({ shown }) => shown).length,
      rows.length,
      place.group ? book.say(place.group.label) : null,
    );
  if (isOutside(place)) return book.texts.outsideMessage;
  const members = groupsOfPlaces(book).find(({ group }) => group?.code === place.code)?.members ?? [];
  const named = (ones: readonly DimensionCode[]) => ones.map(({ label }) => book.say(label)).join(", ");
  const silent = members.filter(({ code }) => !standsAlone(book, code));
  return `${book.texts.groupMessage(named(members))} ${book.texts.groupAlone(named(silent))}`;
}

const measuredFirst: ReadonlySet<ReleasedIndicator["unit"]> = new Set([
  "index-0-100",
  "index-0-1",
  "score-0-10",
  "number",
]);

/** Indicators shown at this level: indices and means first, then shares; each in the order of the release. */
function indicatorsOf({ reading }: Book, { crossing, code }: Place) {
  const all = reading.release.indicators.flatMap((indicator) => {
    const cell = reading.cell(reading.ownMeasure(indicator.id), crossing, [code]);
    return !cell || cell.state === "not-shown-here" || cell.state === "left-out"
      ? []
      : [{ indicator, shown: isShown(cell) }];
  });
  const first = all.filter(({ indicator }) => measuredFirst.has(indicator.unit));
  return [...first, ...all.filter(({ indicator }) => !measuredFirst.has(indicator.unit))];
}

/** Up to eight indicators in one unit: indices if there are three, otherwise headline shares. */
function drawPlace(
  page: Page,
  place: Place,
  rows: readonly { indicator: ReleasedIndicator; shown: boolean }[],
  data: ChartData,
): void {
  const { reading, texts } = page.book;
  const shown = rows.filter((row) => row.shown).map(({ indicator }) => indicator);
  const indices = shown.filter(({ unit }) => unit === "index-0-100");
  const percents = shown.filter(({ unit, headline }) => unit === "percent" && headline);
  const picked = (indices.length >= 3 ? indices : percents.length > 0 ? percents : indices).slice(0, 8);
  const [first] = picked;
  if (!first) return;
  const cells = (crossing: Crossing, domain: readonly string[]) =>
    picked.map(({ id }) => reading.cell(reading.ownMeasure(id), crossing, domain));
  const drawn: Drawn[] = [
    { name: place.label, cells: cells(place.crossing, [place.code]), tone: "green" },
    ...(place.group
      ? [
          {
            name: page.book.say(place.group.label),
            cells: cells(["municipality-group"], [place.group.code]),
            tone: "slate" as const,
          },
        ]
      : []),
    { name: texts.country, cells: cells([], []), tone: "sand" },
  ];
  drawBars(page, data, {
    title: place.group ? texts.municipalityChart(place.label) : texts.groupChart(place.label),
    labels: picked.map(({ label }) => page.book.say(label)),
    drawn,
    unit: first.unit,
  });
}

function writeIndicator(page: Page, place: Place, indicator: ReleasedIndicator): void {
  const { reading } = page.book;
  const { crossing, code, group } = place;
  const { unit } = indicator;
  const label = labelled(page.book, indicator);
  const measure = reading.ownMeasure(indicator.id);
  const pooled = crossing[0] === "municipality" && rungOf(page.book, code) === "pooled";
  page.put(1, label, { ...underlined, look: "body", wrap: true });
  writeEstimate(page, 2, reading.cell(measure, crossing, [code]), unit, { ...underlined, pooled });
  let column = 7;
  if (group) writeBeside(page, column++, reading.cell(measure, ["municipality-group"], [group.code]), unit);
  writeBeside(page, column++, reading.cell(measure, [], []), unit);
  if (!isOutside(place)) writeDevelopment(page, column, place, indicator);
  page.endRow([[1, label, "body"]]);
}

const underlined = { line: "hairline" } as const;

/** The figure of the wave before, what has changed since, and how the place stands against the rest. */
function writeDevelopment(page: Page, column: number, place: Place, indicator: ReleasedIndicator): void {
  const { reading, before, texts } = page.book;
  const { id, unit } = indicator;
  const { crossing, code } = place;
  const measure = reading.ownMeasure(id);
  if (isSince(page.book, place)) {
    const earlier =
      before && isComparable(indicator) ? before.cell(before.ownMeasure(id), crossing, [code]) : undefined;
    writeBeside(page, column, earlier, unit);
    writeChange(page, column + 1, reading.comparison("change", measure, crossing, [code]), unit, underlined);
  }
  const rest = reading.comparison("rest", measure, crossing, [code]);
  page.put(page.lastColumn, rest ? verdictText(rest, texts) : "", {
    ...underlined,
    look: rest ? verdictLook(rest) : "quiet",
    indent: 1,
  });
}

/** A figure to compare with: the value alone. */
function writeBeside(
  page: Page,
  column: number,
  cell: ReleasedCell | undefined,
  unit: ReleasedIndicator["unit"],
): void {
  const value = isShown(cell) ? cell.value : null;
  page.number(column, value, formatOf(unit, value ?? 1), { ...underlined, look: "quiet" });
}
