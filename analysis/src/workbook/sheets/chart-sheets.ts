import { isShown, type ReleasedIndicator } from "../../release/index.ts";
import type { Book } from "../book.ts";
import type { ChartData } from "../chart-data.ts";
import { barsAt, drawBars, drawGrid } from "../draw.ts";
import { groupsOfPlaces, labelled, standsAlone } from "../naming.ts";
import { Page } from "../page.ts";
import { headlines } from "./summary-sheet.ts";

/** Small pictures side by side: each headline indicator by group of municipalities. */
export function writeGroupCharts(book: Book, data: ChartData): void {
  const { texts, reading } = book;
  const page = new Page(
    book,
    "groupCharts",
    Array.from({ length: 10 }, () => 14),
  );
  page.open(texts.sheets.groupCharts, texts.groupChartsMessage);
  const codes = reading.codes("municipality-group");
  const picked = headlines(book).filter((one) => isSomewhere(book, one, codes.length));
  const pictures = picked.map((indicator) => {
    const measure = reading.ownMeasure(indicator.id);
    const cells = [
      reading.cell(measure, [], []),
      ...codes.map(({ code }) => reading.cell(measure, ["municipality-group"], [code])),
    ];
    const picture = {
      title: labelled(book, indicator),
      labels: [texts.country, ...codes.map(({ label }) => book.say(label))],
      drawn: [{ name: book.say(reading.release.wave.title), cells, tone: "green" as const }],
      unit: indicator.unit,
    };
    return (place: Parameters<typeof barsAt>[3]) => barsAt(page, data, picture, place, 7);
  });
  drawGrid(page, 60 + 14 * (codes.length + 1), pictures);
  page.close();
}

function isSomewhere({ reading }: Book, { id }: ReleasedIndicator, groups: number): boolean {
  const measure = reading.ownMeasure(id);
  return (
    groups > 0 &&
    reading
      .codes("municipality-group")
      .some(({ code }) => isShown(reading.cell(measure, ["municipality-group"], [code])))
  );
}

/** Each headline indicator by municipality, those with figures of their own; one picture under the other. */
export function writeMunicipalityCharts(book: Book, data: ChartData): void {
  const { texts, reading } = book;
  const page = new Page(
    book,
    "municipalityCharts",
    Array.from({ length: 10 }, () => 14),
  );
  page.open(texts.sheets.municipalityCharts, texts.municipalityChartsMessage);
  const places = groupsOfPlaces(book)
    .flatMap(({ members }) => members)
    .filter(({ code }) => standsAlone(book, code));
  for (const indicator of headlines(book)) {
    const measure = reading.ownMeasure(indicator.id);
    const shown = places.filter(({ code }) => isShown(reading.cell(measure, ["municipality"], [code])));
    if (shown.length < 2) continue;
    drawBars(page, data, {
      title: labelled(book, indicator),
      labels: [texts.country, ...shown.map(({ label }) => book.say(label))],
      drawn: [
        {
          name: book.say(reading.release.wave.title),
          cells: [
            reading.cell(measure, [], []),
            ...shown.map(({ code }) => reading.cell(measure, ["municipality"], [code])),
          ],
          tone: "green",
        },
      ],
      unit: indicator.unit,
    });
  }
  page.close();
}
