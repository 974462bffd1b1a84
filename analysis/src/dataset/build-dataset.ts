import type { Instrument } from "@tiltas/instrument/definition";
import type { Mapping } from "@tiltas/instrument/versions";
import type { Dataset, HarmonisedDataset, ResponseForAnalysis } from "./dataset.ts";
import { DatasetDraft } from "./draft.ts";
import type { Harmony } from "./harmony.ts";
import { harmonyByMapping } from "./harmony-by-mapping.ts";
import { harmonyByName } from "./harmony-by-name.ts";
import { type ResponseReader, readerInto, VersionRows } from "./version-rows.ts";

export type Responses = Iterable<ResponseForAnalysis> | AsyncIterable<ResponseForAnalysis>;

export interface BuildOptions {
  /** Told now and then how many responses were read. */
  readonly onProgress?: (read: number) => void;
}

/**
 * Turns responses into columns, one pass, holding no answers: each response is read, its cells are kept, and
 * the text is let go. Give the newest revision of each response only, in server order. Versions stand side by side: what
 * bears the same name is the same variable; `harmonisedDataset` goes by the mappings instead.
 *
 * Left out and counted in `exclusions`: responses that review or staff leave out (by that reason), those that pin an
 * "unknown-instrument", and people "screened-out" because they do not belong to those the study is about.
 */
export async function buildDataset(
  instruments: readonly Instrument[],
  responses: Responses,
  options: BuildOptions = {},
): Promise<Dataset> {
  return readDataset(harmonyByName(instruments), instruments, responses, options);
}

export interface HarmonisedInput extends BuildOptions {
  /** The version in whose terms the dataset is told, then the others from which responses come, and those between. */
  readonly instruments: readonly Instrument[];
  /** What the authors say of versions, by digest of the version that a mapping leads to. */
  readonly mappings: ReadonlyMap<string, Mapping>;
  readonly responses: Responses;
}

/**
 * The same over several versions of an instrument, in the terms of the first: answers go the way the mappings say, and
 * what has no certain counterpart is "not-in-version", as what a version did not ask.
 *
 * @throws VersionsError for versions that are no chain
 */
export async function harmonisedDataset({
  instruments,
  mappings,
  responses,
  ...options
}: HarmonisedInput): Promise<HarmonisedDataset> {
  const harmony = harmonyByMapping(instruments, mappings);
  const dataset = await readDataset(harmony, instruments, responses, options);
  return { ...dataset, comparability: harmony.comparability };
}

/** Reads responses into the columns of a harmony. */
export async function readDataset(
  harmony: Harmony,
  instruments: readonly Instrument[],
  responses: Responses,
  { onProgress }: BuildOptions,
): Promise<Dataset> {
  const kept = new Map([...harmony.versions].map(([digest, { known }]) => [digest, new VersionRows(known)]));
  const readers = new Map(instruments.map((instrument) => readerFor(instrument, kept)));
  const draft = new DatasetDraft(harmony, instruments);
  let read = 0;
  for await (const response of responses) {
    if (++read % progressEvery === 0) onProgress?.(read);
    const reader = response.leftOut === null ? readers.get(response.instrument) : undefined;
    const slot = reader === undefined ? -1 : reader(response.answers);
    if (slot >= 0) draft.enter(response, slot);
    else draft.leaveOut(response.leftOut ?? (reader === undefined ? "unknown-instrument" : "screened-out"));
  }
  onProgress?.(read);
  return draft.finished(kept);
}

const progressEvery = 2_000;

function readerFor(instrument: Instrument, kept: ReadonlyMap<string, VersionRows>): [string, ResponseReader] {
  const rows = kept.get(instrument.digest);
  if (rows === undefined) throw new RangeError(`No room was made for the version ${instrument.digest}.`);
  return [instrument.digest, readerInto(rows, instrument)];
}
