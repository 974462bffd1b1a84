import type {
  ArmFigures,
  Figure,
  InterviewerFigures,
  PilotReport,
  RespondentFlag,
  ThresholdName,
} from "@tiltas/analysis/pilot";
import { defaultThresholds } from "@tiltas/analysis/pilot";
import type { CellValue, WorkbookSheet } from "@tiltas/formats/tables";
import { cellOf, percentCell, rounded, sayP } from "./say.ts";
import { sheetOf } from "./sheet.ts";
import type { PilotWords } from "./words.ts";

/** Where people leave, and how long each page takes. */
export function pageSheet({ figures }: PilotReport, words: PilotWords): WorkbookSheet {
  const { heads } = words;
  return sheetOf(words.sheets.pages, words, figures.pages, [
    { header: heads.page, width: 30, cell: ({ page }) => page },
    { header: heads.items, width: 12, cell: ({ units }) => units },
    { header: heads.reached, width: 11, cell: ({ reached }) => reached },
    { header: heads.left, width: 11, cell: ({ left }) => left },
    {
      header: heads.hazard,
      width: 14,
      cell: ({ hazard }) => percentCell(hazard, words),
      tone: ({ isBeyond, hazard }) => (isBeyond ? "attention" : hazard.known ? undefined : "quiet"),
    },
    { header: heads.pValue, width: 13, cell: ({ pValue }) => sayP(pValue, words) },
    { header: heads.seconds, width: 14, cell: ({ seconds }) => cellOf(seconds, words, 1) },
    { header: heads.flag, width: 12, cell: ({ isBeyond }) => (isBeyond ? words.yes : null) },
  ]);
}

/** How long the questionnaire takes, by language and mode. */
export function burdenSheet({ figures, thresholds }: PilotReport, words: PilotWords): WorkbookSheet {
  const { heads } = words;
  return sheetOf(words.topics.burden, words, figures.burden, [
    { header: heads.language, width: 30, cell: ({ language }) => language },
    { header: heads.mode, width: 14, cell: ({ mode }) => mode },
    { header: heads.respondents, width: 12, cell: ({ respondents }) => respondents },
    { header: heads.brokeOff, width: 14, cell: ({ brokeOff }) => percentCell(brokeOff, words) },
    {
      header: heads.minutes,
      width: 16,
      cell: ({ minutes }) => cellOf(minutes, words, 1),
      tone: ({ isBeyond }) => (isBeyond ? "attention" : undefined),
    },
    { header: heads.threshold, width: 12, cell: ({ limit }) => thresholds[limit] },
  ]);
}

export function interviewerSheet({ figures }: PilotReport, words: PilotWords): WorkbookSheet {
  const { heads } = words;
  const isOut = ({ stands }: InterviewerFigures) => stands === "out";
  return sheetOf(words.sheets.interviewers, words, figures.interviewers.people, [
    { header: heads.interviewer, width: 30, cell: ({ interviewer }) => interviewer },
    { header: heads.interviews, width: 12, cell: ({ interviews }) => interviews },
    {
      header: heads.similarity,
      width: 19,
      cell: ({ similarity }) => percentCell(similarity, words),
      tone: (row) => (isOut(row) ? "attention" : undefined),
    },
    { header: heads.usual, width: 15, cell: ({ usualSimilarity }) => percentCell(usualSimilarity, words) },
    { header: heads.pValue, width: 13, cell: ({ pValue }) => sayP(pValue, words) },
    { header: heads.duplicates, width: 14, cell: ({ duplicates }) => percentCell(duplicates, words) },
    { header: heads.minutes, width: 14, cell: ({ minutes }) => cellOf(minutes, words, 1) },
    { header: heads.flag, width: 12, cell: (row) => (isOut(row) ? words.yes : null) },
  ]);
}

export function armSheet({ figures, thresholds }: PilotReport, words: PilotWords): WorkbookSheet {
  const { heads } = words;
  const cell = (figure: Figure, { measure }: ArmFigures): CellValue =>
    measure === "mean" ? cellOf(figure, words) : percentCell(figure, words);
  const limit = (end: "low" | "high", { difference, measure }: ArmFigures): number | null => {
    const value = difference.known ? difference[end] : undefined;
    return value === undefined
      ? null
      : rounded(measure === "mean" ? value : 100 * value, measure === "mean" ? 2 : 1);
  };
  return sheetOf(words.sheets.arms, words, figures.arms, [
    { header: heads.item, width: 30, cell: ({ unit }) => unit },
    {
      header: heads.measure,
      width: 34,
      cell: ({ measure, first, second }) => `${words.measures[measure]}; ${first} → ${second}`,
    },
    { header: heads.first, width: 14, cell: (row) => cell(row.inFirst, row) },
    { header: heads.second, width: 14, cell: (row) => cell(row.inSecond, row) },
    {
      header: heads.difference,
      width: 12,
      cell: (row) => cell(row.difference, row),
      tone: ({ pValue }) => (pValue !== null && pValue < thresholds.falseDiscovery ? "attention" : undefined),
    },
    { header: `${heads.interval} ≥`, width: 12, cell: (row) => limit("low", row) },
    { header: `${heads.interval} ≤`, width: 12, cell: (row) => limit("high", row) },
    { header: heads.pValue, width: 13, cell: ({ pValue }) => sayP(pValue, words) },
    { header: heads.n, width: 9, cell: ({ difference }) => difference.n },
  ]);
}

export function retestSheet({ figures, thresholds }: PilotReport, words: PilotWords): WorkbookSheet {
  const { heads } = words;
  return sheetOf(words.sheets.retest, words, figures.retest, [
    { header: heads.item, width: 30, cell: ({ name }) => name },
    { header: heads.statistic, width: 26, cell: ({ statistic }) => words.statistics[statistic] },
    {
      header: heads.value,
      width: 18,
      cell: ({ figure }) => cellOf(figure, words),
      tone: ({ figure, statistic }) => {
        if (!figure.known) return "quiet";
        const limit = statistic === "icc" ? thresholds.retestCorrelation : thresholds.retestKappa;
        return (figure.high ?? figure.value) < limit ? "attention" : undefined;
      },
    },
    {
      header: `${heads.interval} ≥`,
      width: 12,
      cell: ({ figure }) => (figure.known && figure.low !== undefined ? rounded(figure.low, 2) : null),
    },
    {
      header: `${heads.interval} ≤`,
      width: 12,
      cell: ({ figure }) => (figure.known && figure.high !== undefined ? rounded(figure.high, 2) : null),
    },
    {
      header: heads.adjusted,
      width: 11,
      cell: ({ adjustedForPrevalence: value }) => (value === undefined ? null : rounded(value, 2)),
    },
    { header: heads.n, width: 9, cell: ({ figure }) => figure.n },
  ]);
}

/** Responses with flags, those with most of them first; by their identifier alone. */
export function respondentSheet({ figures, thresholds }: PilotReport, words: PilotWords): WorkbookSheet {
  const { heads } = words;
  const counts = Map.groupBy(figures.respondents.flags, ({ response }) => response);
  const many = ({ response }: RespondentFlag) => counts.get(response)?.length ?? 0;
  const rows = figures.respondents.flags.toSorted(
    (a, b) => many(b) - many(a) || (a.response < b.response ? -1 : a.response > b.response ? 1 : 0),
  );
  return sheetOf(words.sheets.respondents, words, rows, [
    {
      header: heads.response,
      width: 40,
      cell: ({ response }) => response,
      tone: (row) => (many(row) > 1 ? "strong" : undefined),
    },
    { header: heads.language, width: 10, cell: ({ language }) => language },
    { header: heads.flag, width: 52, wrap: true, cell: ({ rule }) => words.respondentRules[rule] },
    { header: heads.value, width: 10, cell: ({ value }) => rounded(value, 2) },
    { header: heads.threshold, width: 10, cell: ({ threshold }) => rounded(thresholds[threshold], 2) },
    { header: heads.other, width: 40, cell: ({ other }) => other ?? null },
  ]);
}

export function thresholdSheet({ thresholds }: PilotReport, words: PilotWords): WorkbookSheet {
  const { heads } = words;
  const names = Object.keys(defaultThresholds) as ThresholdName[];
  const differs = (name: ThresholdName) => thresholds[name] !== defaultThresholds[name];
  return sheetOf(words.sheets.thresholds, words, names, [
    { header: heads.threshold, width: 66, cell: (name) => words.thresholds[name] },
    {
      header: heads.value,
      width: 12,
      cell: (name) => rounded(thresholds[name], 4),
      tone: (name) => (differs(name) ? "attention" : undefined),
    },
    { header: heads.default, width: 12, cell: (name) => rounded(defaultThresholds[name], 4) },
    { header: "JSON", width: 28, cell: (name) => name, tone: () => "quiet" },
  ]);
}
