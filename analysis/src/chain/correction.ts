import { type Policy, wouldExposeChanges } from "../disclosure/index.ts";
import type { Manifest } from "../release/index.ts";
import type { Candidate } from "./prepare-release.ts";

/** A correction that would say, laid beside the release before it, what single people answered. */
export class CorrectionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "CorrectionError";
  }
}

type Digests = Manifest["digests"];

/**
 * Whether two computations read exactly the same answers. A wave before is compared where both have one: that another
 * one is named is a change of the plan.
 */
export function isSameData(before: Digests, now: Digests): boolean {
  const same = (name: string) => before[name] === now[name];
  const samePrevious = ["previous/dataset", "previous/exclusions"].every(
    (name) => same(name) || before[name] === undefined || now[name] === undefined,
  );
  return same("dataset") && same("exclusions") && samePrevious;
}

/**
 * Refuses a correction that touches few people, where only files tell how many: those who entered more or less than
 * before. Where as many came as went the files cannot tell, so it counts as few.
 *
 * @throws CorrectionError saying what to do
 */
export function refuseExposingChange(
  before: Pick<Manifest, "number" | "digests" | "records">,
  { digests, records }: Pick<Candidate, "digests" | "records">,
  policies: Iterable<Policy>,
): void {
  if (isSameData(before.digests, digests)) return;
  const entered = (all: Manifest["records"], wave: string) =>
    all.find((record) => record.wave === wave)?.entered ?? 0;
  const people = records.reduce(
    (sum, { wave }) => sum + Math.abs(entered(records, wave) - entered(before.records, wave)),
    0,
  );
  for (const policy of policies)
    if (wouldExposeChanges(Math.max(1, people), policy))
      throw new CorrectionError(
        `Beside release ${before.number} this correction would speak of single people: the answers are other, and too few entered or left. Correct it from the same answers, or wait until at least ${policy.republish.changedRecords} changed.`,
      );
}
