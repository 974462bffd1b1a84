import { type MaskCache, releaseEach } from "../disclosure/index.ts";
import type { Manifest, ReleaseFile } from "../release/index.ts";
import { digestsOf, digestsOfReleases } from "./digests.ts";
import type { Both, ChainInput, ChainOptions, ChainStep, ChainWave, DatasetRead } from "./input.ts";
import { compareWaves, estimateWaves, readWaves, weighWaves } from "./links.ts";
import { refuseOtherFigures, refuseOtherInputs } from "./rebuild.ts";
import { type Found, releaseFile } from "./release-file.ts";

/** Computed figures that nobody has released yet: what each circle of readers would see. */
export interface Candidate {
  readonly releases: ReadonlyMap<ReleaseFile["policy"], ReleaseFile>;
  /** SHA-256 by name of everything it was made from, and of the releases themselves. */
  readonly digests: Manifest["digests"];
  readonly records: Manifest["records"];
  /** Version of Tiltas. */
  readonly software: string;
}

/** Where on the way from 0 to 1 each step begins. */
const begins: Readonly<Record<ChainStep, number>> = {
  reading: 0,
  weighting: 0.35,
  estimating: 0.45,
  comparing: 0.75,
  protecting: 0.85,
  writing: 0.95,
};

/**
 * The whole way from responses to what may be shown. Same input, same bytes, whatever the place, the time and the
 * number of threads.
 *
 * @throws MarginsError, WeightingError, IndicatorError in sentences; RebuildError where a release that is to be made again
 *   cannot be; the reason of `signal` when stopped
 */
export async function prepareRelease(input: ChainInput, options: ChainOptions = {}): Promise<Candidate> {
  const next = (step: ChainStep) => {
    options.signal?.throwIfAborted();
    options.onProgress?.(step, begins[step]);
  };
  next("reading");
  const read = await readWaves(input);
  const made = { records: recordsOf(input, read), digests: digestsOf(input, read) };
  if (options.rebuilds) refuseOtherInputs(options.rebuilds, made);
  next("weighting");
  const weighed = weighWaves(input, read);
  next("estimating");
  const estimated = estimateWaves(input, read, weighed);
  next("comparing");
  const worked = compareWaves(input, read, estimated);
  next("protecting");
  const releases = await releaseWave(input, { read, weighed: weighed.wave, worked }, options.masks);
  next("writing");
  const digests = { ...made.digests, ...digestsOfReleases(releases) };
  if (options.rebuilds) refuseOtherFigures(options.rebuilds, digests);
  return { ...made, releases, digests, software: input.software };
}

/** Link four: what each policy lets through. */
export async function releaseWave(
  input: ChainInput,
  found: Found,
  masks?: MaskCache,
): Promise<Candidate["releases"]> {
  const { tables, previous, comparisons } = found.worked;
  const releases = new Map<ReleaseFile["policy"], ReleaseFile>();
  const options = { comparisons, ...(previous ? { previous } : {}), ...(masks ? { cache: masks } : {}) };
  for (const released of await releaseEach(tables, input.plan.policies.values(), options))
    releases.set(released.policy.id, releaseFile(input, found, released));
  return releases;
}

/** How much of each wave was read, for the manifest. */
export function recordsOf({ wave, previous }: ChainInput, read: Both<DatasetRead>): Manifest["records"] {
  const of = ({ wave: { id } }: ChainWave, { dataset, through }: DatasetRead) => {
    const left = Object.values(dataset.exclusions).reduce((sum, count) => sum + count, 0);
    return { wave: id, read: dataset.rows + left, entered: dataset.rows, through };
  };
  return [of(wave, read.wave), ...(previous && read.previous ? [of(previous, read.previous)] : [])];
}
