import type { Instrument, Localized } from "@tiltas/instrument/definition";
import type { Mapping } from "@tiltas/instrument/versions";
import type { HarmonisedDataset } from "../dataset/index.ts";
import type { MaskCache, Policy } from "../disclosure/index.ts";
import type { IndicatorSet } from "../indicators/index.ts";
import type { Lattice } from "../lattice/index.ts";
import type { Manifest, OtherFigure, ReleaseFile } from "../release/index.ts";
import type { MarginsFile, WeightingPlan } from "../weighting/index.ts";

/** A wave as it was fielded: all that the chain reads of it, from files or from a store. */
export interface ChainWave {
  readonly wave: Pick<ReleaseFile["wave"], "id" | "opens" | "closes" | "sample"> & {
    readonly title: Localized;
  };
  /**
   * The version in whose terms the figures are told, then every version that responses of this wave may pin. A wave
   * before is told in the terms of the wave after it, so both begin with the same version.
   */
  readonly instruments: readonly Instrument[];
  /** What the authors say of versions, by the digest of the version that a mapping leads to. */
  readonly mappings: ReadonlyMap<string, Mapping>;
  /** Rows of the margins file (header row as keys) with the lines they stand in; null: everybody counts once. */
  readonly margins: (MarginsFile & { readonly digest: string }) | null;
  /** Its responses as columns, built from files, or kept from an earlier look. */
  readonly data: () => Promise<DatasetRead>;
}

/** Columns, and how far in server order they were read. */
export interface DatasetRead {
  readonly dataset: HarmonisedDataset;
  /** Place in server order of the last response that was read; 0 for a wave without any. */
  readonly through: number;
}

/** What was settled before the wave; frozen with the release. */
export interface AnalysisPlan {
  readonly lattice: Lattice;
  readonly weighting: WeightingPlan;
  readonly policies: ReadonlyMap<Policy["id"], Policy>;
  /** Margins of other sources, by the name under which alternatives of the weighting plan ask for them. */
  readonly otherMargins: Readonly<Record<string, MarginsFile>>;
  /** Published figures of others that stand beside ours. */
  readonly others: readonly OtherFigure[];
}

/** Everything figures are made from: nothing else is read, no clock, no locale, no chance. */
export interface ChainInput {
  readonly study: { readonly id: string; readonly title: Localized; readonly synthetic: boolean };
  readonly indicators: { readonly set: IndicatorSet; readonly digest: string };
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
  /** The release that is made again: anything that is not as it was is refused. */
  readonly rebuilds?: Manifest;
  /** What is hidden where, found earlier for the same numbers. */
  readonly masks?: MaskCache;
}

/** Something of the wave, and the same of the wave before it. */
export interface Both<One> {
  readonly wave: One;
  readonly previous: One | null;
}
