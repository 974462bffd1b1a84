import { inLanguage, type PilotReport, type PilotUnit, type UnitVerdict } from "@tiltas/analysis/pilot";
import type { CellTone, WorkbookSheet } from "@tiltas/formats/tables";
import { sayEvidence, sayUnexamined, sayVerdict } from "./say.ts";
import { type ReportColumn, sheetOf } from "./sheet.ts";
import type { PilotWords } from "./words.ts";

/** One row an item: its verdict as a whole, in each language, and why. */
export function verdictSheet(report: PilotReport, words: PilotWords): WorkbookSheet {
  const { heads } = words;
  const byUnit = Map.groupBy(report.verdicts, ({ unit }) => unit);
  const of = (unit: PilotUnit, language?: string) =>
    byUnit.get(unit.name)?.find((verdict) => verdict.language === language);
  const verdict = (header: string, language?: string): ReportColumn<PilotUnit> => ({
    header,
    width: language === undefined ? 19 : 14,
    wrap: true,
    cell: (unit) => sayVerdict(of(unit, language), words),
    tone: (unit) => toneOf(of(unit, language)),
  });
  const lines = (header: string, width: number, say: (verdict: UnitVerdict) => readonly string[]) => ({
    header,
    width,
    wrap: true,
    cell: (unit: PilotUnit) => {
      const whole = of(unit);
      return whole ? say(whole).join("\n") || null : null;
    },
  });
  return sheetOf(words.sheets.verdicts, words, report.units, [
    { header: heads.item, width: 30, cell: ({ name }) => name },
    {
      header: heads.question,
      width: 38,
      wrap: true,
      cell: ({ labels }) => inLanguage(labels, words.language),
    },
    { header: heads.n, width: 9, cell: (unit) => of(unit)?.respondents ?? 0 },
    verdict(heads.verdict),
    ...report.languages.map(({ language }) => verdict(language, language)),
    lines(heads.evidence, 66, ({ evidence }) => evidence.map((one) => sayEvidence(one, words))),
    lines(heads.unexamined, 30, ({ unexamined }) => unexamined.map((one) => sayUnexamined(one, words))),
  ]);
}

function toneOf(verdict: UnitVerdict | undefined): CellTone | undefined {
  if (!verdict || verdict.verdict === "not-estimable") return "quiet";
  return verdict.verdict === "keep" ? undefined : "attention";
}
