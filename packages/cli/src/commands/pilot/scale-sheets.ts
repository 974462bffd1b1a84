import type { Figure, LanguageDif, PilotReport, ScaleFigures } from "@tiltas/analysis/pilot";
import type { WorkbookSheet } from "@tiltas/formats/tables";
import { cellOf, percentCell, sayP } from "./say.ts";
import { type ReportColumn, sheetOf } from "./sheet.ts";
import { beyondInScale } from "./summary.ts";
import type { PilotWords } from "./words.ts";

/** Reliability, structure and ends of every scale, by language. */
export function scaleSheet(report: PilotReport, words: PilotWords): WorkbookSheet {
  const { heads } = words;
  const number = numberColumn(report, words);
  return sheetOf(
    words.sheets.scales,
    words,
    report.figures.scales,
    [
      {
        header: heads.scale,
        width: 30,
        cell: ({ scale }) => scale,
        tone: ({ language }) => (language ? "quiet" : "strong"),
      },
      { header: heads.language, width: 10, cell: ({ language }) => language ?? words.all },
      { header: heads.items, width: 12, cell: ({ items }) => items.length },
      { header: heads.respondents, width: 12, cell: ({ respondents }) => respondents },
      number(heads.alpha, "alpha"),
      number(heads.ordinalAlpha, "ordinalAlpha"),
      number(heads.omega, "omega"),
      number(heads.kmo, "samplingAdequacy"),
      {
        header: heads.bartlett,
        width: 12,
        cell: ({ sphericity }) =>
          sphericity.known ? sayP(sphericity.value, words) : cellOf(sphericity, words),
        tone: ({ sphericity }) => (sphericity.known ? undefined : "quiet"),
      },
      number(heads.cfi, "cfi"),
      number(heads.rmsea, "rmsea"),
      number(heads.srmr, "srmr"),
      number(heads.floor, "floor", true),
      number(heads.ceiling, "ceiling", true),
    ],
    2,
  );
}

/** Makes columns of one figure; beyond its threshold it asks for attention. */
function numberColumn(report: PilotReport, words: PilotWords) {
  return (header: string, key: keyof ScaleFigures, percent = false): ReportColumn<ScaleFigures> => ({
    header,
    width: 12,
    cell: (row) => (percent ? percentCell(row[key] as Figure, words) : cellOf(row[key] as Figure, words, 3)),
    tone: (row) => {
      if (!(row[key] as Figure).known) return "quiet";
      return beyondInScale(row, report).includes(key) ? "attention" : undefined;
    },
  });
}

/** DIF of every item of a scale against the most frequent language. */
export function comparisonSheet(report: PilotReport, words: PilotWords): WorkbookSheet {
  const { heads } = words;
  const { difModerate, falseDiscovery } = report.thresholds;
  const isBeyond = ({ effect, pValue }: LanguageDif) =>
    effect.known && effect.value >= difModerate && (pValue ?? 1) < falseDiscovery;
  return sheetOf(words.sheets.comparison, words, report.figures.dif, [
    { header: heads.item, width: 30, cell: ({ unit }) => unit },
    { header: heads.scale, width: 20, cell: ({ scale }) => scale },
    { header: heads.language, width: 10, cell: ({ language }) => language },
    { header: heads.reference, width: 14, cell: ({ reference }) => reference },
    { header: heads.n, width: 9, cell: ({ effect }) => effect.n },
    {
      header: heads.effect,
      width: 22,
      cell: ({ effect }) => cellOf(effect, words, 3),
      tone: (row) => (isBeyond(row) ? "attention" : row.effect.known ? undefined : "quiet"),
    },
    { header: heads.pValue, width: 13, cell: ({ pValue }) => sayP(pValue, words) },
  ]);
}
