import type {
  Figure,
  InterviewNote,
  ItemFigures,
  PilotReport,
  PilotUnit,
  UnitVerdict,
} from "@tiltas/analysis/pilot";
import { inLanguage } from "@tiltas/analysis/pilot";
import type { CellTone, CellValue, WorkbookSheet } from "@tiltas/formats/tables";
import { cellOf, percentCell, sayEvidence, sayUnexamined, sayVerdict } from "./say.ts";
import { sheetOf } from "./sheet.ts";
import type { PilotWords } from "./words.ts";

/** One row an item: its verdict as a whole, in each language, and why. */
export function verdictSheet(report: PilotReport, words: PilotWords): WorkbookSheet {
  const byUnit = Map.groupBy(report.verdicts, ({ unit }) => unit);
  const of = (unit: PilotUnit, language?: string) =>
    byUnit.get(unit.name)?.find((verdict) => verdict.language === language);
  const column = (header: string, language?: string) => ({
    header,
    width: language === undefined ? 19 : 14,
    wrap: true,
    cell: (unit: PilotUnit) => sayVerdict(of(unit, language), words),
    tone: (unit: PilotUnit) => toneOf(of(unit, language)),
  });
  return sheetOf(words.sheets.verdicts, words, report.units, [
    { header: words.heads.item, width: 30, cell: ({ name }) => name },
    {
      header: words.heads.question,
      width: 38,
      wrap: true,
      cell: ({ labels }) => inLanguage(labels, words.language),
    },
    { header: words.heads.n, width: 9, cell: (unit) => of(unit)?.respondents ?? 0 },
    column(words.heads.verdict),
    ...report.languages.map(({ language }) => column(language, language)),
    {
      header: words.heads.evidence,
      width: 66,
      wrap: true,
      cell: (unit) =>
        of(unit)
          ?.evidence.map((evidence) => sayEvidence(evidence, words))
          .join("\n") || null,
    },
    {
      header: words.heads.unexamined,
      width: 30,
      wrap: true,
      cell: (unit) =>
        of(unit)
          ?.unexamined.map((one) => sayUnexamined(one, words))
          .join("\n") || null,
      tone: () => "quiet" as const,
    },
  ]);
}

function toneOf(verdict: UnitVerdict | undefined): CellTone | undefined {
  if (!verdict || verdict.verdict === "not-estimable") return "quiet";
  return verdict.verdict === "keep" ? undefined : "attention";
}

/** Every figure of every item and language. */
export function itemSheet(report: PilotReport, words: PilotWords): WorkbookSheet {
  const { figures, thresholds } = report;
  const { heads } = words;
  const unitOf = new Map(report.units.map((unit) => [unit.name, unit]));
  const find = (unit: string, language: string | undefined) => ({
    rest: figures.scales
      .find((scale) => scale.language === language && scale.itemRest.has(unit))
      ?.itemRest.get(unit),
    note: figures.notes.find((note) => note.unit === unit && note.language === language),
  });
  const whole =
    (cell: (unit: string) => Figure | undefined) =>
    (row: ItemFigures): CellValue => {
      const figure = row.language === undefined ? cell(row.unit) : undefined;
      return figure ? cellOf(figure, words) : null;
    };
  const beyond = (
    figure: Figure | undefined,
    limit: number,
    side: "above" | "below",
  ): CellTone | undefined => {
    if (!figure?.known) return figure ? "quiet" : undefined;
    return (side === "above" ? (figure.low ?? figure.value) > limit : (figure.high ?? figure.value) < limit)
      ? "attention"
      : undefined;
  };
  const share = (header: string, of: (row: ItemFigures) => Figure, limit?: (row: ItemFigures) => number) => ({
    header,
    width: 12,
    cell: (row: ItemFigures) => percentCell(of(row), words),
    tone: (row: ItemFigures) => beyond(of(row), limit?.(row) ?? 2, "above"),
  });
  return sheetOf(
    words.sheets.items,
    words,
    figures.items,
    [
      {
        header: heads.item,
        width: 30,
        cell: ({ unit }) => unit,
        tone: ({ language }) => (language ? "quiet" : "strong"),
      },
      { header: heads.language, width: 10, cell: ({ language }) => language ?? words.all },
      { header: heads.eligible, width: 11, cell: ({ eligible }) => eligible },
      share(
        heads.nonresponse,
        ({ nonresponse }) => nonresponse,
        ({ unit }) =>
          unitOf.get(unit)?.sensitive ? thresholds.nonresponseSensitive : thresholds.nonresponse,
      ),
      share(heads.dontKnow, ({ dontKnow }) => dontKnow),
      share(heads.refused, ({ refused }) => refused),
      share(heads.empty, ({ empty }) => empty),
      share(
        heads.largest,
        ({ largestOption }) => largestOption,
        () => thresholds.oneOption,
      ),
      { header: heads.seconds, width: 11, cell: ({ seconds }) => cellOf(seconds, words, 1) },
      {
        header: heads.timeOfExpected,
        width: 11,
        cell: ({ timeOfExpected }) => cellOf(timeOfExpected, words, 2),
        tone: ({ timeOfExpected }) => beyond(timeOfExpected, thresholds.timeTimesExpected, "above"),
      },
      {
        header: heads.itemRest,
        width: 12,
        cell: ({ unit, language }) => orEmpty(find(unit, language).rest, words),
        tone: ({ unit, language }) => beyond(find(unit, language).rest, thresholds.itemRest, "below"),
      },
      {
        header: heads.problemRate,
        width: 13,
        cell: ({ unit, language }) => {
          const note = find(unit, language).note;
          return note ? percentCell(note.problemRate, words) : null;
        },
      },
      {
        header: heads.relevance,
        width: 11,
        cell: whole((unit) => figures.ratings.find((one) => one.unit === unit)?.relevance),
      },
      {
        header: heads.ratio,
        width: 11,
        cell: whole((unit) => figures.ratings.find((one) => one.unit === unit)?.ratio),
      },
      {
        header: heads.retest,
        width: 11,
        cell: whole((unit) => figures.retest.find(({ name }) => name === unit)?.figure),
      },
      {
        header: heads.rho,
        width: 11,
        cell: whole((unit) => figures.interviewers.effects.find((one) => one.unit === unit)?.rho),
      },
    ],
    2,
  );
}

function orEmpty(figure: Figure | undefined, words: PilotWords): CellValue {
  return figure ? cellOf(figure, words) : null;
}

/** The only place where words of cognitive interviews stand. */
export function noteSheet(notes: readonly InterviewNote[], words: PilotWords): WorkbookSheet {
  const { heads } = words;
  return sheetOf(words.sheets.notes, words, notes, [
    { header: heads.item, width: 30, cell: ({ item }) => item },
    { header: heads.language, width: 10, cell: ({ language }) => language },
    { header: heads.respondent, width: 14, cell: ({ respondent }) => respondent },
    { header: heads.probe, width: 32, wrap: true, cell: ({ probe }) => probe },
    { header: heads.summary, width: 54, wrap: true, cell: ({ summary }) => summary },
    { header: heads.code, width: 18, cell: ({ code }) => code },
    { header: heads.secondCode, width: 18, cell: ({ secondCode }) => secondCode ?? null },
    {
      header: heads.severity,
      width: 10,
      cell: ({ severity }) => severity,
      tone: ({ severity }) => (severity >= 2 ? "attention" : undefined),
    },
    { header: heads.fix, width: 36, wrap: true, cell: ({ fix }) => fix },
    {
      header: heads.decision,
      width: 16,
      cell: ({ decision }) => (decision ? words.verdicts[decision] : null),
    },
  ]);
}
