import type { Change } from "../change.ts";
import { type Mapping, MappingIndex } from "../mapping/mapping.ts";
import { type Judged, weigh } from "./answers.ts";
import type { Bump } from "./verdict.ts";

/** The number a version must have at least, with everything that speaks for it. */
export interface RequiredVersion {
  /** "none" where nothing differs. */
  readonly bump: Bump | "none";
  readonly version: string;
  /** Every change with its weight, heaviest first. */
  readonly reasons: readonly Judged[];
  /** Breaks that the mapping does not answer: publishing waits for them. */
  readonly unanswered: readonly Judged[];
}

const weights: Readonly<Record<Bump | "none", number>> = { none: 0, patch: 1, minor: 2, major: 3 };

/**
 * The version number that changes ask for.
 *
 * @param before version they start from, such as "1.2.0"
 * @throws  RangeError where `before` is no such number
 */
export function requiredVersion(
  changes: readonly Change[],
  mapping: Mapping | undefined,
  before: string,
): RequiredVersion {
  const entries = new MappingIndex(mapping);
  const reasons = changes
    .map((change) => weigh(change, entries))
    .sort((a, b) => weights[b.bump] - weights[a.bump]);
  const bump = reasons[0]?.bump ?? "none";
  const unanswered = reasons.filter(({ isBreak, answer }) => isBreak && answer === undefined);
  return { bump, version: raise(before, bump), reasons, unanswered };
}

function raise(before: string, bump: Bump | "none"): string {
  const [major, minor, patch] = numbersOf(before);
  if (bump === "major") return `${major + 1}.0.0`;
  if (bump === "minor") return `${major}.${minor + 1}.0`;
  return bump === "patch" ? `${major}.${minor}.${patch + 1}` : before;
}

/** Below zero: `one` is the earlier number. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [numbersOf(one), numbersOf(other)];
  for (const [i, number] of left.entries()) if (number !== right[i]) return number - (right[i] ?? 0);
  return 0;
}

function numbersOf(version: string): [number, number, number] {
  const [, major, minor, patch] = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})$/.exec(version) ?? [];
  if (patch === undefined) throw new RangeError(`${version} is no version number such as 1.2.0.`);
  return [Number(major), Number(minor), Number(patch)];
}
