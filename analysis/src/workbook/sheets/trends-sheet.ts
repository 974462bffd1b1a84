import { isShown } from "../../release/index.ts";
import type { Book } from "../book.ts";
import { writeChange } from "../change-cells.ts";
import type { ChartData } from "../chart-data.ts";
import { drawGrid, lineAt } from "../draw.ts";
import { counts, formatOf } from "../estimate-cells.ts";
import { domainsOfLife, labelled, shortTitles } from "../naming.ts";
import { Page } from "../page.ts";
import { headlines, isComparable } from "./summary-sheet.ts";

const widths = [24, 52, 10, 8, 8, 8, 10, 8, 8, 8, 12, 24, 40];

/** Every indicator of the country in both waves, as far as the questions allow it, and what the test says. */
export function writeTrends(book: Book): void {
  const { texts, reading } = book;
  const { heads } = texts;
  const page = new Page(book, "trends", widths);
  const previous = reading.release.previous;
  if (!previous) {
    page.open(texts.sheets.trends, texts.noTrends);
    page.close();
    return;
  }
  const [from, to] = shortTitles([book.say(previous.title), book.say(reading.release.wave.title)]);
  page.open(texts.sheets.trends, texts.trendsMessage(from, to));
  const head = page.row;
  const figures = (wave: string) =>
    [heads.estimate, heads.from, heads.to, heads.n].map((word) => `${wave} ${word.toLowerCase()}`);
  const columns = [
    heads.domainOfLife,
    heads.indicator,
    ...figures(from),
    ...figures(to),
    heads.change,
    heads.verdict,
    heads.comparability,
  ];
  page.head(columns, (column) =>
    column > 2 && column < 12 ? { align: "right", look: "quietHead" } : { indent: column === 12 ? 1 : 0 },
  );
  for (const { label, indicators } of domainsOfLife(book))
    for (const indicator of indicators) writeTrend(page, label, indicator);
  page.table("trends", head, columns);
  page.legend();
  page.close({ head: { from: head, to: head }, frozenColumns: 2 });
}

function writeTrend(page: Page, domain: string, indicator: ReturnType<typeof headlines>[number]): void {
  const { reading, before, texts } = page.book;
  const base = { line: "hairline", wrap: true } as const;
  const measure = reading.ownMeasure(indicator.id);
  const earlier =
    before && isComparable(indicator) ? before.cell(before.ownMeasure(indicator.id), [], []) : undefined;
  const label = labelled(page.book, indicator);
  page.put(1, domain, { ...base, look: "quiet" });
  page.put(2, label, { ...base, look: "body" });
  for (const [i, cell] of [earlier, reading.cell(measure, [], [])].entries()) {
    const shown = isShown(cell) ? cell : null;
    const format = (value: number | undefined | null) => formatOf(indicator.unit, value ?? 1);
    const column = 3 + i * 4;
    page.number(column, shown?.value ?? null, format(shown?.value), {
      ...base,
      look: i === 1 ? "strong" : "body",
    });
    page.number(column + 1, shown?.low ?? null, format(shown?.low), { ...base, look: "quiet" });
    page.number(column + 2, shown?.high ?? null, format(shown?.high), { ...base, look: "quiet" });
    page.number(column + 3, shown?.respondents ?? null, counts, { ...base, look: "quiet" });
  }
  writeChange(page, 11, reading.comparison("change", measure, [], []), indicator.unit, base);
  const note = texts.comparability[indicator.comparability];
  page.put(13, note, { ...base, look: "quiet" });
  page.endRow([
    [1, domain, "quiet"],
    [2, label, "body"],
    [13, note, "quiet"],
  ]);
}

/** A line for each headline indicator that may be compared, with its sentence. */
export function writeTrendCharts(book: Book, data: ChartData): void {
  const { texts, reading, before } = book;
  if (!before) return;
  const page = new Page(
    book,
    "trendCharts",
    Array.from({ length: 10 }, () => 14),
  );
  const waves = shortTitles([book.say(before.release.wave.title), book.say(reading.release.wave.title)]);
  page.open(texts.sheets.trendCharts, texts.trendsMessage(...waves));
  const pictures = headlines(book)
    .filter(isComparable)
    .map((indicator) => {
      const measure = reading.ownMeasure(indicator.id);
      const change = reading.comparison("change", measure, [], []);
      const label = book.say(indicator.label);
      const cells = [before.cell(before.ownMeasure(indicator.id), [], []), reading.cell(measure, [], [])];
      const picture = {
        title: change ? texts.trendTitle(label, texts.verdicts[change.verdict], waves[0]) : label,
        labels: [...waves],
        drawn: [{ name: labelled(book, indicator), cells, tone: "green" as const }],
        unit: indicator.unit,
      };
      return (place: Parameters<typeof lineAt>[3]) => lineAt(page, data, picture, place);
    });
  drawGrid(page, 170, pictures);
  page.close();
}
