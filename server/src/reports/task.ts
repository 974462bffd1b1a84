import type { ReportStep } from "@tiltas/contract/reports";
import type { Place } from "@tiltas/store/open";

/** What a worker needs to make one workbook. */
export interface ReportTask {
  readonly place: Place;
  readonly wave: string;
  readonly language: "lt" | "en";
  /** Where the finished workbook goes. */
  readonly file: string;
  /** Version of Tiltas, for the provenance sheet. */
  readonly software: string;
}

export type ReportOutcome =
  | { readonly state: "finished"; readonly respondents: number }
  /** One sentence for the person who asked. */
  | { readonly state: "failed"; readonly failure: string };

export interface ReportProgress {
  readonly step: ReportStep;
  /** 0 to 1. */
  readonly progress: number;
}

/** Makes a workbook elsewhere than on the thread that serves; rejects if that place breaks down or is stopped. */
export type RunReport = (
  task: ReportTask,
  signal: AbortSignal,
  onProgress: (progress: ReportProgress) => void,
) => Promise<ReportOutcome>;
