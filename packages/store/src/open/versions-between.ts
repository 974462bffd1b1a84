import { compareVersions, Mapping } from "@tiltas/instrument/versions";
import type { InstrumentRecord, Store } from "../port/index.ts";

/** What its authors say of a version beside the one before: the newest of `mapping/N.json`. */
export function mappingOf({ files }: Pick<InstrumentRecord, "files">): Mapping | undefined {
  const numbers = Object.keys(files).flatMap((path) => /^mapping\/(\d+)\.json$/.exec(path)?.[1] ?? []);
  const newest = Math.max(0, ...numbers.map(Number));
  const text = files[`mapping/${newest}.json`];
  return text === undefined ? undefined : Mapping.parse(JSON.parse(text));
}

/**
 * Digests of published versions that lie on the way between these versions, though no response of theirs may pin them:
 * answers go from version to version, each mapping beginning where the one before it ended.
 *
 * @param digests versions of one instrument, in any order
 * @returns oldest first; none where every mapping begins at one of these versions
 */
export async function versionsBetween(
  reader: Pick<Store, "findInstrument" | "listInstruments">,
  digests: readonly string[],
): Promise<readonly string[]> {
  const published = await reader.listInstruments();
  const known = new Set(digests);
  const given = published.filter(({ digest }) => known.has(digest)).toSorted(byVersion);
  const between: string[] = [];
  const [oldest, ...later] = given;
  for (const version of later.toReversed()) {
    let at = version;
    for (;;) {
      const from = mappingOf((await reader.findInstrument(at.digest)) ?? { files: {} })?.from;
      const before = published.find(({ id, version: own }) => id === at.id && own === from);
      if (!before || known.has(before.digest) || !oldest || byVersion(before, oldest) <= 0) break;
      known.add(before.digest);
      between.push(before.digest);
      at = before;
    }
  }
  return published
    .filter(({ digest }) => between.includes(digest))
    .toSorted(byVersion)
    .map(({ digest }) => digest);
}

function byVersion(a: Pick<InstrumentRecord, "version">, b: Pick<InstrumentRecord, "version">): number {
  return compareVersions(a.version, b.version);
}
