import type { Instrument, Localized } from "@tiltas/instrument/definition";
import type { Mapping } from "@tiltas/instrument/versions";
import type { ResponseForAnalysis } from "../dataset/index.ts";
import type { IndicatorSet } from "../indicators/index.ts";
import type { Lattice } from "../lattice/index.ts";
import type { OtherFigure, ReleaseFile } from "../release/index.ts";

/** A response with its place in server order, so that a rebuild knows where the release stopped reading. */
export interface ChainResponse extends ResponseForAnalysis {
  readonly sequence: number;
}

/** A wave as it was fielded: all that the chain reads of it, from files or from a store. */
export interface ChainWave {
  readonly study: { readonly id: string; readonly title: Localized; readonly synthetic: boolean };
  readonly wave: Pick<ReleaseFile["wave"], "id" | "opens" | "closes" | "sample"> & {
    readonly title: Localized;
  };
  /** Every version that its responses may pin, the wave's own first. */
  readonly instruments: readonly Instrument[];
  /** What the authors say of versions, by the digest of the version that a mapping leads to. */
  readonly mappings: ReadonlyMap<string, Mapping>;
  readonly indicators: { readonly set: IndicatorSet; readonly digest: string };
  /** Rows of the margins file (header row as keys) with the lines they stand in; null: everybody counts once. */
  readonly margins: {
    readonly rows: readonly Readonly<Record<string, string>>[];
    readonly lines?: readonly number[];
    readonly digest: string;
  } | null;
  /** Newest revision of each, in server order; read once. */
  readonly responses: AsyncIterable<ChainResponse> | Iterable<ChainResponse>;
}

/** What was settled before the wave; frozen with the release. */
export interface AnalysisPlan {
  readonly lattice: Lattice;
  /** Published figures of others that stand beside ours. */
  readonly others: readonly OtherFigure[];
}

/** Everything figures are made from: nothing else is read, no clock, no locale, no chance. */
export interface ChainInput {
  readonly wave: ChainWave;
  /** The wave that changes are measured from. */
  readonly previous: ChainWave | null;
  readonly plan: AnalysisPlan;
  /** Version of Tiltas. */
  readonly software: string;
}

export type ChainStep = "reading" | "weighting" | "estimating" | "comparing" | "protecting" | "writing";

export interface ChainOptions {
  /** `progress`: 0 to 1 over the whole chain. */
  readonly onProgress?: (step: ChainStep, progress: number) => void;
  /** Stops between two steps. */
  readonly signal?: AbortSignal;
  /** Threads that compute; the bytes are the same with any number. */
  readonly threads?: number;
}

/** How much of a wave was read. */
export interface RecordsRead {
  readonly wave: string;
  /** Responses read, and those of them that entered. */
  readonly read: number;
  readonly entered: number;
  /** Place in server order of the last one; 0 for a wave without responses. */
  readonly through: number;
}
