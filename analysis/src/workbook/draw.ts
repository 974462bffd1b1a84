import type { Chart, PlacedChart } from "../charts/index.ts";
import { isShown } from "../release/index.ts";
import type { ChartData, Drawn } from "./chart-data.ts";
import { axisFormatOf, formatOf, type Unit } from "./estimate-cells.ts";
import type { Page } from "./page.ts";

const ink = "1C2321";
const quiet = "5F6764";

interface Picture {
  readonly title: string;
  readonly labels: readonly string[];
  readonly drawn: readonly Drawn[];
  readonly unit: Unit;
}

/** Axes of units that have ends of their own; equal units have equal scales. */
export function scaleOf(unit: Unit): { min?: number; max?: number; step?: number } {
  if (unit === "percent" || unit === "index-0-1") return { min: 0, max: 1, step: 0.2 };
  if (unit === "index-0-100") return { min: 0, max: 100, step: 20 };
  if (unit === "score-0-10") return { min: 0, max: 10, step: 2 };
  return unit === "points" ? { min: -100, max: 100, step: 50 } : { min: 0 };
}

/** The axis of a picture; where the unit has no end, it reaches beyond every interval. */
function axisOf(unit: Unit, drawn: readonly Drawn[]): Chart["axis"] {
  const scale = scaleOf(unit);
  const ends = drawn.flatMap(({ cells }) =>
    cells.flatMap((cell) => (isShown(cell) ? [cell.high ?? cell.value] : [])),
  );
  const step = niceStep(Math.max(...ends, 0) / 4);
  const open = step > 0 ? { max: Math.ceil(Math.max(...ends) / step) * step, step } : {};
  return { ...scale, ...(scale.max === undefined ? open : {}), format: axisFormatOf(unit) };
}

/** 1, 2 or 5 times a power of ten, not below what is asked. */
function niceStep(least: number): number {
  if (!(least > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(least));
  const times = [1, 2, 5, 10].find((one) => one * power >= least) ?? 10;
  return Math.max(1, times * power);
}

/** Bars in rows of their own under what is written so far, over the width of the sheet. */
export function drawBars(page: Page, data: ChartData, picture: Picture): void {
  const height = heightOf(picture);
  page.keepTogether(height + 12);
  const at = { row: page.row, column: 1 };
  page.book.draw(page.key, { ...barsOf(page, data, picture), at, width: Math.min(page.width, 760), height });
  leaveRoom(page, height + 12);
}

/** Many bars are thinner, so that a picture stays on a page. */
function heightOf({ labels, drawn }: Picture): number {
  const bar = drawn.length > 1 ? 28 : 20;
  return 70 + Math.min(labels.length * bar, Math.max(330, labels.length * 8.5));
}

/** Bars at a place of their own on a sheet of charts; lengths in points. */
export function barsAt(
  page: Page,
  data: ChartData,
  picture: Picture,
  place: { left: number; top: number; width: number; height: number },
  fontSize = 8,
): void {
  const { left, top, width, height } = place;
  const small = { ...picture, labels: picture.labels.map(shortened) };
  page.book.draw(page.key, { ...barsOf(page, data, small, fontSize), at: { left, top }, width, height });
}

/** A label on two lines pushes those of its neighbours out of a small picture. */
const shortened = (label: string): string =>
  label.length <= 24 ? label : `${label.slice(0, 23).toWellFormed().trimEnd()}…`;

function barsOf(page: Page, data: ChartData, { title, labels, drawn, unit }: Picture, fontSize = 9) {
  const { texts, interval } = page.book;
  const chart: PlacedChart["chart"] = {
    kind: "bars",
    title,
    description: texts.chartAlt(title, labels.length * drawn.length, interval),
    series: data.block(title, labels, drawn, formatOf(unit)),
    axis: axisOf(unit, drawn),
    fontSize,
    legend: drawn.length > 1,
    ink,
    quiet,
  };
  return { chart };
}

/** A line over waves, at a place of its own. */
export function lineAt(
  page: Page,
  data: ChartData,
  { title, labels, drawn, unit }: Picture,
  place: { left: number; top: number; width: number; height: number },
): void {
  const { left, top, width, height } = place;
  const chart: PlacedChart["chart"] = {
    kind: "lines",
    title,
    description: page.book.texts.lineAlt(title, labels.join(", ")),
    series: data.block(title, labels, drawn, formatOf(unit)),
    axis: axisOf(unit, drawn),
    fontSize: 8,
    legend: false,
    ink,
    quiet,
  };
  page.book.draw(page.key, { chart, at: { left, top }, width, height });
}

const rowHeight = 15;
const gap = 10;

/** Pictures of one height side by side, three in a row, in rows that stay on a page. */
export function drawGrid(
  page: Page,
  height: number,
  pictures: readonly ((place: { left: number; top: number; width: number; height: number }) => void)[],
): void {
  const width = (page.width - 2 * gap) / 3;
  for (let first = 0; first < pictures.length; first += 3) {
    page.keepTogether(height + gap);
    const { top } = page;
    for (const [i, draw] of pictures.slice(first, first + 3).entries())
      draw({ left: i * (width + gap), top, width, height });
    leaveRoom(page, height + gap);
  }
}

/** Empty rows for a picture of so many points. */
function leaveRoom(page: Page, points: number): void {
  for (let left = points; left > 0; left -= rowHeight) page.skip(Math.min(left, rowHeight));
}
