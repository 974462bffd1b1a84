import type { Figure, ItemFigures, PilotReport } from "@tiltas/analysis/pilot";
import type { CellTone, WorkbookSheet } from "@tiltas/formats/tables";
import { cellOf, percentCell } from "./say.ts";
import { type ReportColumn, sheetOf } from "./sheet.ts";
import type { PilotWords } from "./words.ts";

type ItemColumn = ReportColumn<ItemFigures>;

/** Every figure of every item and language. */
export function itemSheet(report: PilotReport, words: PilotWords): WorkbookSheet {
  const { heads } = words;
  const columns: ItemColumn[] = [
    {
      header: heads.item,
      width: 30,
      cell: ({ unit }) => unit,
      tone: ({ language }) => (language ? "quiet" : "strong"),
    },
    { header: heads.language, width: 10, cell: ({ language }) => language ?? words.all },
    { header: heads.eligible, width: 11, cell: ({ eligible }) => eligible },
    ...answerColumns(report, words),
    ...timeColumns(report, words),
    ...scaleColumns(report, words),
    ...otherColumns(report, words),
  ];
  return sheetOf(words.sheets.items, words, report.figures.items, columns, 2);
}

function answerColumns({ units, thresholds }: PilotReport, words: PilotWords): ItemColumn[] {
  const { heads } = words;
  const sensitive = new Set(units.filter((unit) => unit.sensitive).map(({ name }) => name));
  const share = (
    header: string,
    of: (row: ItemFigures) => Figure,
    limit: (row: ItemFigures) => number = () => 2,
  ): ItemColumn => ({
    header,
    width: 12,
    cell: (row) => percentCell(of(row), words),
    tone: (row) => toneOf(of(row), limit(row), "above"),
  });
  const most = ({ unit }: ItemFigures) =>
    sensitive.has(unit) ? thresholds.nonresponseSensitive : thresholds.nonresponse;
  return [
    share(heads.nonresponse, ({ nonresponse }) => nonresponse, most),
    share(heads.dontKnow, ({ dontKnow }) => dontKnow),
    share(heads.refused, ({ refused }) => refused),
    share(heads.empty, ({ empty }) => empty),
    share(
      heads.largest,
      (row) => row.largestOption,
      () => thresholds.oneOption,
    ),
  ];
}

function timeColumns({ thresholds }: PilotReport, words: PilotWords): ItemColumn[] {
  return [
    { header: words.heads.seconds, width: 11, cell: ({ seconds }) => cellOf(seconds, words, 1) },
    {
      header: words.heads.timeOfExpected,
      width: 11,
      cell: ({ timeOfExpected }) => cellOf(timeOfExpected, words, 2),
      tone: ({ timeOfExpected }) => toneOf(timeOfExpected, thresholds.timeTimesExpected, "above"),
    },
  ];
}

function scaleColumns({ figures, thresholds }: PilotReport, words: PilotWords): ItemColumn[] {
  const rest = ({ unit, language }: ItemFigures) =>
    figures.scales
      .find((scale) => scale.language === language && scale.itemRest.has(unit))
      ?.itemRest.get(unit);
  return [
    {
      header: words.heads.itemRest,
      width: 12,
      cell: (row) => maybe(rest(row), (figure) => cellOf(figure, words)),
      tone: (row) => toneOf(rest(row), thresholds.itemRest, "below"),
    },
  ];
}

/** What interviews, experts, a second time and interviewers say; all but interviews about the item as a whole. */
function otherColumns({ figures }: PilotReport, words: PilotWords): ItemColumn[] {
  const { heads } = words;
  const whole = (header: string, of: (unit: string) => Figure | undefined): ItemColumn => ({
    header,
    width: 11,
    cell: ({ unit, language }) =>
      maybe(language === undefined ? of(unit) : undefined, (figure) => cellOf(figure, words)),
  });
  const rated = (unit: string) => figures.ratings.find((one) => one.unit === unit);
  return [
    {
      header: heads.problemRate,
      width: 13,
      cell: ({ unit, language }) =>
        maybe(
          figures.notes.find((note) => note.unit === unit && note.language === language)?.problemRate,
          (figure) => percentCell(figure, words),
        ),
    },
    whole(heads.relevance, (unit) => rated(unit)?.relevance),
    whole(heads.ratio, (unit) => rated(unit)?.ratio),
    whole(heads.retest, (unit) => figures.retest.find(({ name }) => name === unit)?.figure),
    whole(heads.rho, (unit) => figures.interviewers.effects.find((one) => one.unit === unit)?.rho),
  ];
}

function maybe<Value, Result>(value: Value | undefined, then: (value: Value) => Result): Result | null {
  return value === undefined ? null : then(value);
}

function toneOf(figure: Figure | undefined, limit: number, side: "above" | "below"): CellTone | undefined {
  if (!figure?.known) return figure ? "quiet" : undefined;
  const { value, low = value, high = value } = figure;
  return (side === "above" ? low > limit : high < limit) ? "attention" : undefined;
}
