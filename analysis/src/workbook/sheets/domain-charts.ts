import type { Crossing } from "../../lattice/index.ts";
import { isShown, type ReleasedIndicator } from "../../release/index.ts";
import type { Book } from "../book.ts";
import type { ChartData } from "../chart-data.ts";
import { barsAt, drawGrid } from "../draw.ts";
import { labelled } from "../naming.ts";
import { Page } from "../page.ts";

/** A domain of life in pictures: a sheet. */
export interface DrawnDomain {
  readonly key: string;
  readonly title: string;
  readonly indicators: readonly ReleasedIndicator[];
}

/** The indicators of a domain that can be drawn by anything; null where none can. */
export function drawnDomain(
  book: Book,
  { id, label, indicators }: { id: string; label: string; indicators: readonly ReleasedIndicator[] },
): DrawnDomain | null {
  const drawn = indicators.filter((one) => cutOf(book, one) !== null);
  return drawn.length === 0
    ? null
    : { key: `domain-charts:${id}`, title: `${label}, ${book.texts.charts}`, indicators: drawn };
}

/** Each indicator of a domain, by the cut that has most to show: groups of municipalities where they are shown. */
export function writeDomainCharts(
  book: Book,
  { key, title, indicators }: DrawnDomain,
  data: ChartData,
): void {
  const { texts, reading } = book;
  const page = new Page(
    book,
    key,
    Array.from({ length: 10 }, () => 14),
  );
  page.open(title, texts.domainChartsMessage);
  const cuts = indicators.map((indicator) => ({ indicator, cut: cutOf(book, indicator) }));
  const most = Math.max(...cuts.map(({ cut }) => cut?.codes.length ?? 0));
  const pictures = cuts.flatMap(({ indicator, cut }) => {
    if (!cut) return [];
    const measure = reading.ownMeasure(indicator.id);
    const cells = [
      reading.cell(measure, [], []),
      ...cut.codes.map((code) => reading.cell(measure, cut.crossing, [code])),
    ];
    const picture = {
      title: labelled(book, indicator),
      labels: [texts.country, ...cut.labels],
      drawn: [{ name: book.say(reading.release.wave.title), cells, tone: "green" as const }],
      unit: indicator.unit,
    };
    return [(place: Parameters<typeof barsAt>[3]) => barsAt(page, data, picture, place, 7)];
  });
  drawGrid(page, 60 + 14 * (most + 1), pictures);
  page.close();
}

interface Cut {
  readonly crossing: Crossing;
  readonly codes: readonly string[];
  readonly labels: readonly string[];
}

/** By which an indicator is drawn, in this order; citizenship first where figures of places are not shown. */
const cuts = ["municipality-group", "citizenship-group", "ground", "sex", "age"] as const;

function cutOf(book: Book, { id }: ReleasedIndicator): Cut | null {
  const { reading } = book;
  const measure = reading.ownMeasure(id);
  for (const dimension of cuts) {
    const shown = reading
      .codes(dimension)
      .filter(({ code }) => isShown(reading.cell(measure, [dimension], [code])));
    if (shown.length >= 2)
      return {
        crossing: [dimension],
        codes: shown.map(({ code }) => code),
        labels: shown.map(({ label }) => book.say(label)),
      };
  }
  return null;
}
