import type { Instrument } from "../definition/index.ts";
import { difference, type Mapping, renamesIn, trendOf, type VersionStep } from "../versions/index.ts";
import type { AskedIn } from "./codebook.ts";

/** One version of an instrument, with its newest mapping from the version before. */
export interface VersionOfCodebook {
  readonly instrument: Instrument;
  readonly mapping?: Mapping;
}

/** From each version to the next; a mapping counts where it speaks of the version before it in the list. */
export function stepsBetween(versions: readonly VersionOfCodebook[]): VersionStep[] {
  return versions.slice(1).map(({ instrument, mapping }, i) => {
    const before = versions[i]?.instrument ?? instrument;
    const from = before.manifest.version;
    const spoken = mapping?.from === from ? mapping : undefined;
    const changes = difference(comparedOf(before), comparedOf(instrument), renamesIn(spoken));
    return { from, to: instrument.manifest.version, changes, mapping: spoken };
  });
}

function comparedOf({ questionnaire, items, manifest }: Instrument) {
  return {
    questionnaire,
    manifest,
    measures: { items: Object.fromEntries(items.map(({ name, measure }) => [name, measure])) },
  };
}

/** The versions that asked an item of the last one, with what each answer is worth beside today's. */
export function askedIn(steps: readonly VersionStep[], item: string, version: string): AskedIn[] {
  if (steps.length === 0) return [{ version, standing: "comparable", notes: [] }];
  return trendOf(steps, item)
    .filter(({ items }) => items.length > 0)
    .map(({ version: asked, items, standing, notes }) => ({
      version: asked,
      standing,
      ...(items.length === 1 && items[0] === item ? {} : { called: items.join(", ") }),
      notes,
    }));
}
