import type { givenWords, Instrument, Localized } from "@tiltas/instrument/definition";
import type { ResponseForAnalysis } from "../dataset/dataset.ts";
import type { IndicatorSet } from "../indicators/definition.ts";

/** How the people asked were found. Only a register gives everybody a known chance; clients came to a desk. */
export type Sample = (typeof givenWords.sample)[number];

/** Everything a wave's workbook is made from. Same input, same bytes: nothing else is read, no clock, no locale. */
export interface WaveReportInput {
  readonly study: { readonly title: Localized };
  readonly wave: {
    readonly id: string;
    readonly title: Localized;
    readonly synthetic: boolean;
    readonly sample: Sample;
    readonly opens: string;
    readonly closes: string;
  };
  /** Every version that responses of the wave may pin; the first is the wave's own. */
  readonly instruments: readonly Instrument[];
  readonly responses: AsyncIterable<ResponseForAnalysis> | Iterable<ResponseForAnalysis>;
  readonly indicators: { readonly set: IndicatorSet; readonly digest: string };
  /** Parsed rows of the margins CSV (header row as keys) with the digest of the file; null: no weighting, said on every sheet. */
  readonly margins: {
    readonly rows: readonly Readonly<Record<string, string>>[];
    /** Line of the file of each row, so that a refusal names the right one. */
    readonly lines?: readonly number[];
    readonly digest: string;
  } | null;
  /** ISO time up to which responses were read (when the newest of them arrived), printed in the provenance. */
  readonly asOf: string;
  /** Version of Tiltas. */
  readonly software: string;
  readonly language: "lt" | "en";
  /** Demonstration margins are refused unless the study is synthetic. */
  readonly onProgress?: (
    step: "reading" | "weighting" | "estimating" | "releasing" | "writing",
    progress: number,
  ) => void;
}

export interface WaveReport {
  readonly workbook: Uint8Array;
  readonly respondents: number;
  /** Sentences for the person who asked: gaps between margins, convergence, design effect. */
  readonly notes: readonly string[];
}
