import type { Manifest } from "../release/index.ts";
import { isOutcome } from "./finish-release.ts";

/** A release that cannot be made again: what it was made from is no longer there, or comes out otherwise. */
export class RebuildError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "RebuildError";
  }
}

type Made = Pick<Manifest, "records" | "digests">;

/**
 * Refuses to make a release again from anything but what it was made from.
 *
 * @throws RebuildError that says how many responses are gone, or names what is not the same
 */
export function refuseOtherInputs(manifest: Manifest, made: Made): void {
  const gone = manifest.records.flatMap(({ wave, read }) => {
    const now = made.records.find((record) => record.wave === wave)?.read ?? 0;
    return now < read ? [{ wave, read, missing: read - now }] : [];
  });
  if (gone.length > 0) throw new RebuildError(sentenceOnGone(manifest.number, gone));
  const others = differing(manifest.digests, made.digests, (name) => !isOutcome(name));
  if (others.length > 0)
    throw new RebuildError(
      `Release ${manifest.number} was made from something else: ${others.join(", ")} ${others.length === 1 ? "is" : "are"} not the same. Answers may have been decided about anew since, or other files were given; the figures that were published stay.`,
    );
}

/** @throws RebuildError when the same answers and plan come to other figures */
export function refuseOtherFigures(manifest: Manifest, digests: Made["digests"]): void {
  const others = differing(manifest.digests, digests, (name) => name.startsWith("release/"));
  if (others.length === 0) return;
  throw new RebuildError(
    `From the same answers and the same plan other figures come out than release ${manifest.number} has: ${others.join(", ")}. It was computed with Tiltas ${manifest.software}; take that version, and if they still differ, report it.`,
  );
}

function sentenceOnGone(
  number: number,
  gone: readonly { readonly wave: string; readonly read: number; readonly missing: number }[],
): string {
  const parts = gone.map(
    ({ wave, read, missing }) =>
      `${missing} of ${read} responses of the wave ${wave} ${missing === 1 ? "is" : "are"} gone`,
  );
  return `Release ${number} cannot be made again: ${parts.join(", and ")}. People took their answers back since, or gave new ones. The figures that were published stay as they are.`;
}

/** Names with another digest, or with one on one side only. */
function differing(
  before: Made["digests"],
  now: Made["digests"],
  counts: (name: string) => boolean,
): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((name) => counts(name) && before[name] !== now[name])
    .toSorted();
}
