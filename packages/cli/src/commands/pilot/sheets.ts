import type { InterviewNote, PilotReport } from "@tiltas/analysis/pilot";
import type { WorkbookSheet } from "@tiltas/formats/tables";
import {
  armSheet,
  burdenSheet,
  interviewerSheet,
  pageSheet,
  respondentSheet,
  retestSheet,
  thresholdSheet,
} from "./field-sheets.ts";
import { itemSheet } from "./item-sheet.ts";
import { noteSheet } from "./note-sheet.ts";
import { comparisonSheet, scaleSheet } from "./scale-sheets.ts";
import { sheetOf } from "./sheet.ts";
import { type SummaryLine, summaryOf } from "./summary.ts";
import { verdictSheet } from "./verdict-sheet.ts";
import type { MethodFacts, PilotWords } from "./words.ts";

/** What a report is written from, beside its numbers. */
export interface ReportFacts extends Omit<MethodFacts, "seed" | "digest"> {
  readonly synthetic: boolean;
  readonly notes: readonly InterviewNote[];
}

/** The whole report as sheets, in the order people read it; files that were not given have no sheet. */
export function reportSheets(report: PilotReport, facts: ReportFacts, words: PilotWords): WorkbookSheet[] {
  const has = (source: PilotReport["sources"][number]) => report.sources.includes(source);
  return [
    linesSheet(words.sheets.summary, words.heads.says, summaryOf(report, words, facts.synthetic), words),
    verdictSheet(report, words),
    itemSheet(report, words),
    ...(report.scales.length > 0 ? [scaleSheet(report, words)] : []),
    ...(report.figures.dif.length > 0 ? [comparisonSheet(report, words)] : []),
    pageSheet(report, words),
    burdenSheet(report, words),
    ...(has("interviewers") ? [interviewerSheet(report, words)] : []),
    ...(has("arms") ? [armSheet(report, words)] : []),
    ...(has("retest") ? [retestSheet(report, words)] : []),
    ...(has("notes") ? [noteSheet(facts.notes, words)] : []),
    respondentSheet(report, words),
    thresholdSheet(report, words),
    linesSheet(
      words.sheets.method,
      words.heads.done,
      words.method({ ...facts, seed: report.seed, digest: report.instrument.digest }),
      words,
    ),
  ];
}

function linesSheet(
  name: string,
  header: string,
  lines: readonly SummaryLine[],
  words: PilotWords,
): WorkbookSheet {
  return sheetOf(name, words, lines, [
    {
      header: words.heads.topic,
      width: 34,
      wrap: true,
      cell: ([topic]) => topic || null,
      tone: () => "strong",
    },
    { header, width: 110, wrap: true, cell: ([, says]) => says },
  ]);
}
