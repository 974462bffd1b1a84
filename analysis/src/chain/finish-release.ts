import { type Manifest, nameOfBeside, type ReleaseBeside, type ReleaseFile } from "../release/index.ts";
import { changesBetween } from "./changes.ts";
import type { Candidate } from "./prepare-release.ts";

/** What people add to computed figures when they release them. */
export interface Signing {
  readonly number: number;
  /** ISO time, given by who releases; never a clock. */
  readonly releasedAt: string;
  readonly signedBy: readonly string[];
  readonly notes: Manifest["notes"];
  /** The release that this one corrects, with its files. */
  readonly corrects: {
    readonly number: number;
    readonly releases: ReadonlyMap<ReleaseFile["policy"], ReleaseFile>;
  } | null;
  readonly beside?: ReleaseBeside | null;
}

/** Says nothing of what the figures were made from. */
export const isOutcome = (name: string): boolean => name.startsWith("release/") || name.startsWith("beside/");

/** Freezes a candidate: everything it was made from by digest, and what a correction changed. */
export function finishRelease(candidate: Candidate, signing: Signing): Manifest {
  const { number, releasedAt, signedBy, notes, corrects, beside } = signing;
  if (Number.isNaN(Date.parse(releasedAt)))
    throw new RangeError(`A release needs the time at which it was released; "${releasedAt}" is none.`);
  return {
    format: "tiltas-manifest/1",
    number,
    corrects: corrects?.number ?? null,
    changed: corrects ? changesBetween(corrects.releases, candidate.releases) : [],
    releasedAt,
    signedBy,
    notes,
    software: candidate.software,
    records: candidate.records,
    digests: {
      ...candidate.digests,
      ...(beside ? { [nameOfBeside(beside)]: beside.manifest } : {}),
    },
  };
}
