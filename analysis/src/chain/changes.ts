import { canonicalJson } from "@tiltas/instrument/digest";
import { crossingName } from "../lattice/index.ts";
import type { ReleaseFile } from "../release/index.ts";

type Releases = ReadonlyMap<ReleaseFile["policy"], ReleaseFile>;

/**
 * What a correction says that the release before it did not: one sentence for each policy and measure. Cells are
 * named by their place, never by the value they had.
 */
export function changesBetween(before: Releases, after: Releases): string[] {
  return [...after].flatMap(([policy, release]) => {
    const earlier = before.get(policy);
    if (!earlier) return [`${policy}: released for the first time.`];
    const changed = changedCells(earlier, release);
    const sentences = [...changed].map(
      ([measure, places]) => `${policy}: ${measure} changed in ${places.length} cells: ${named(places)}.`,
    );
    return sentences.length === 0 && !same(earlier, release)
      ? [`${policy}: no cell changed, but what is said beside them did.`]
      : sentences;
  });
}

/** How many cells of each policy would say something else. */
export function countChanges(
  before: Releases,
  after: Releases,
): { policy: ReleaseFile["policy"]; cells: number }[] {
  return [...after].map(([policy, release]) => {
    const earlier = before.get(policy);
    const cells = earlier
      ? [...changedCells(earlier, release).values()].flat().length
      : cellsOf(release).size;
    return { policy, cells };
  });
}

/** Places of changed cells by measure. */
function changedCells(before: ReleaseFile, after: ReleaseFile): Map<string, string[]> {
  const [earlier, later] = [cellsOf(before), cellsOf(after)];
  const changed = new Map<string, string[]>();
  for (const key of new Set([...earlier.keys(), ...later.keys()])) {
    if (earlier.get(key) === later.get(key)) continue;
    const [measure = "", place = ""] = JSON.parse(key) as string[];
    changed.set(measure, [...(changed.get(measure) ?? []), place]);
  }
  return changed;
}

/** The text of each cell by [measure, place]. */
function cellsOf({ measures, crossings }: ReleaseFile): Map<string, string> {
  return new Map(
    crossings.flatMap(({ crossing, domains, cells }) =>
      cells.flatMap((row, m) =>
        row.map((cell, d): [string, string] => {
          const codes = domains[d] ?? [];
          const place = crossing.length === 0 ? "country" : `${crossingName(crossing)} ${codes.join(" × ")}`;
          return [JSON.stringify([measures[m]?.id ?? "", place]), canonicalJson(cell)];
        }),
      ),
    ),
  );
}

const most = 12;

function named(places: readonly string[]): string {
  const more = places.length - most;
  return places.slice(0, most).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

const same = (one: ReleaseFile, other: ReleaseFile) => JSON.stringify(one) === JSON.stringify(other);
