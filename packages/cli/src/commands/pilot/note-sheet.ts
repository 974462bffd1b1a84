import type { InterviewNote } from "@tiltas/analysis/pilot";
import type { WorkbookSheet } from "@tiltas/formats/tables";
import { sheetOf } from "./sheet.ts";
import type { PilotWords } from "./words.ts";

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
