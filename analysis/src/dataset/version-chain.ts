import type { Instrument } from "@tiltas/instrument/definition";
import {
  compareVersions,
  difference,
  type Mapping,
  renamesIn,
  type VersionStep,
} from "@tiltas/instrument/versions";

/** Versions cannot be brought into one dataset; the message says what to do. */
export class VersionsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "VersionsError";
  }
}

/** The versions of one instrument up to the one in whose terms a dataset is told. */
export class VersionChain {
  /** Oldest first; the own version is the last. */
  readonly versions: readonly Instrument[];
  readonly own: Instrument;
  /** From each version to the next. */
  readonly steps: readonly VersionStep[];

  constructor(versions: readonly Instrument[], own: Instrument, steps: readonly VersionStep[]) {
    this.versions = versions;
    this.own = own;
    this.steps = steps;
  }

  /** What the authors say on the way from one version to the own one. */
  mappingsFrom(place: number): Mapping[] {
    return this.steps.slice(place).flatMap(({ mapping }) => mapping ?? []);
  }

  /** Numbers among the codes of which they speak. */
  numbersFrom(place: number): number[] {
    return this.mappingsFrom(place)
      .flatMap(({ entries }) => entries.flatMap((entry) => ("codes" in entry ? (entry.codes ?? []) : [])))
      .flatMap(({ before, after }) => [before, after].filter((code) => typeof code === "number"));
  }
}

/**
 * @param instruments the own version first, the others in any order, each once or more often
 * @param mappings by digest of the version that they lead to
 * @throws VersionsError for a version of another questionnaire, one that is newer than the own one, or one that is missing
 *   between two others
 */
export function chainOf(
  instruments: readonly Instrument[],
  mappings: ReadonlyMap<string, Mapping>,
): VersionChain {
  const [own] = instruments;
  if (own === undefined) throw new VersionsError("A dataset needs at least one version of an instrument.");
  const other = instruments.find(({ manifest }) => manifest.id !== own.manifest.id);
  if (other)
    throw new VersionsError(
      `Responses to the questionnaire "${other.manifest.id}" cannot be told in the terms of "${own.manifest.id}". Choose a wave before that asked the same questionnaire, or none.`,
    );
  const distinct = [...new Map(instruments.map((each) => [each.digest, each])).values()];
  const versions = distinct.toSorted((a, b) => compareVersions(a.manifest.version, b.manifest.version));
  const newest = versions.at(-1);
  if (newest !== own && newest !== undefined && newest.digest !== own.digest)
    throw new VersionsError(
      `Responses of ${newest.manifest.version} cannot be told in the terms of the earlier version ${own.manifest.version}. Give the newest version first.`,
    );
  const steps = versions.slice(1).map((after, i) => stepTo(after, versions[i] ?? own, mappings));
  return new VersionChain(versions, own, steps);
}

function stepTo(after: Instrument, before: Instrument, mappings: ReadonlyMap<string, Mapping>): VersionStep {
  const [from, to] = [before.manifest.version, after.manifest.version];
  const mapping = mappings.get(after.digest);
  if (mapping !== undefined && mapping.from !== from)
    throw new VersionsError(
      `The mapping of ${to} begins at ${mapping.from}, and ${from} was given instead. Give ${mapping.from} as well: answers go from version to version.`,
    );
  const changes = difference(comparedOf(before), comparedOf(after), renamesIn(mapping));
  return { from, to, changes, mapping };
}

function comparedOf({ questionnaire, items, manifest }: Instrument) {
  return {
    questionnaire,
    manifest,
    measures: { items: Object.fromEntries(items.map(({ name, measure }) => [name, measure])) },
  };
}
