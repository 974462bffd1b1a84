import { isShown, type ReleasedIndicator } from "../../release/index.ts";
import type { Book } from "../book.ts";
import { writeChange } from "../change-cells.ts";
import type { ChartData, Drawn } from "../chart-data.ts";
import { drawBars } from "../draw.ts";
import { formatOf, writeEstimate } from "../estimate-cells.ts";
import { labelled, shortTitles } from "../naming.ts";
import { Page } from "../page.ts";

const figures = [10, 8, 8, 8, 4];
const development = [11, 11, 22];

/** Headline indicators of the country, what has changed, and a picture of them. */
export function writeSummary(book: Book, data: ChartData): void {
  const { texts, reading } = book;
  const since = reading.release.previous !== null;
  const page = new Page(book, "summary", [
    50,
    // A narrow sheet would be printed large, on more pages.
    since ? 34 : 70,
    ...figures,
    ...(since ? development : []),
    19,
  ]);
  page.open(texts.sheets.summary, summaryMessage(book));
  const head = page.row;
  const { heads } = texts;
  const columns = [
    heads.indicator,
    heads.universe,
    heads.estimate,
    heads.from,
    heads.to,
    heads.n,
    heads.mark,
    ...(since ? [heads.before, heads.change, heads.verdict] : []),
    heads.direction,
  ];
  const numbers = since ? 9 : 6;
  page.head(columns, (column) =>
    column >= 3 && column <= numbers ? { align: "right" } : { indent: column > numbers ? 1 : 0 },
  );
  for (const indicator of headlines(book)) writeHeadline(page, indicator);
  page.table("summary", head, columns, false);
  page.legend();
  page.turn();
  drawHeadlines(page, data, "percent");
  drawHeadlines(page, data, "index-0-100");
  page.close({ head: { from: head, to: head } });
}

/** Headline indicators of one unit, this wave beside the one before where they may be compared. */
function drawHeadlines(page: Page, data: ChartData, unit: "percent" | "index-0-100"): void {
  const { book } = page;
  const { texts, reading, before } = book;
  const shown = headlines(book).filter(
    (one) => one.unit === unit && isShown(reading.cell(reading.ownMeasure(one.id), [], [])),
  );
  if (shown.length === 0) return;
  const cells = (from: Book["reading"]) => shown.map(({ id }) => from.cell(from.ownMeasure(id), [], []));
  const [earlier, now] = waveNames(book);
  const drawn: Drawn[] = [{ name: now, cells: cells(reading), tone: "green" }];
  if (before) {
    const comparable = cells(before).map((cell, i) => (isComparable(shown[i]) ? cell : undefined));
    drawn.push({ name: earlier, cells: comparable, tone: "slate" });
  }
  const labels = shown.map(({ label }) => book.say(label));
  drawBars(page, data, { title: texts.headlineTitle(texts.units[unit]), labels, drawn, unit });
}

/** The wave before (empty where there is none) and this one, as charts name them. */
function waveNames(book: Book): readonly [string, string] {
  const now = book.say(book.reading.release.wave.title);
  return book.before ? shortTitles([book.say(book.before.release.wave.title), now]) : ["", now];
}

export const headlines = ({ reading }: Book): ReleasedIndicator[] =>
  reading.release.indicators.filter(({ headline, id }) => headline && reading.ownMeasure(id) >= 0);

export const isComparable = (indicator: ReleasedIndicator | undefined): boolean =>
  indicator?.comparability === "same" || indicator?.comparability === "limited";

function summaryMessage(book: Book): string {
  const { reading, texts, before } = book;
  const tests = reading.release.indicators.flatMap(({ headline, id }) => {
    const change = headline ? reading.comparison("change", reading.ownMeasure(id), [], []) : undefined;
    return change && change.verdict !== "tests-off" ? [change.verdict] : [];
  });
  const count = (verdict: string) => tests.filter((one) => one === verdict).length;
  const wave = reading.release.previous ?? before?.release.wave;
  return texts.summaryMessage(
    tests.length,
    count("better"),
    count("worse"),
    wave ? shortTitles([book.say(wave.title), book.say(reading.release.wave.title)])[0] : "",
  );
}

function writeHeadline(page: Page, indicator: ReleasedIndicator): void {
  const { reading, texts } = page.book;
  const label = labelled(page.book, indicator);
  const universe = page.book.say(indicator.universe);
  const measure = reading.ownMeasure(indicator.id);
  page.put(1, label, { ...base, look: "strong", wrap: true });
  page.put(2, universe, { ...base, look: "quiet", wrap: true });
  writeEstimate(page, 3, reading.cell(measure, [], []), indicator.unit, { ...base, strong: true });
  if (reading.release.previous) writeSince(page, indicator);
  page.put(page.lastColumn, texts.directions[indicator.direction], {
    ...base,
    look: "quiet",
    wrap: true,
    indent: 1,
  });
  page.endRow([
    [1, label, "strong"],
    [2, universe, "quiet"],
  ]);
}

const base = { line: "hairline" } as const;

/** The figure of the wave before, and what has changed since. */
function writeSince(page: Page, indicator: ReleasedIndicator): void {
  const { reading, before } = page.book;
  const { id, unit } = indicator;
  const earlier = isComparable(indicator) ? before?.cell(before.ownMeasure(id), [], []) : undefined;
  const was = isShown(earlier) ? earlier.value : null;
  page.number(8, was, formatOf(unit, was ?? 1), { ...base, look: "quiet" });
  writeChange(page, 9, reading.comparison("change", reading.ownMeasure(id), [], []), unit, base);
}
