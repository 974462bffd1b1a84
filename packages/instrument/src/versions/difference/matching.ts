import type { Part, Parts } from "./parts.ts";
import type { Renames } from "./renames.ts";
import type { Languages } from "./wording.ts";

/** Everything a comparison of one part needs to know of the whole. */
export interface Comparison {
  readonly before: Parts;
  readonly after: Parts;
  readonly languages: Languages;
  readonly renames: Renames;
}

/** The same part in both versions. */
export interface PartPair {
  /** Address in the later version. */
  readonly item: string;
  readonly before: Part;
  readonly after: Part;
  /** Where it stands among all parts of the later version. */
  readonly place: number;
}

export interface Matching {
  readonly pairs: readonly PartPair[];
  /** In one version only, without what is inside another such part. */
  readonly removed: readonly Part[];
  readonly added: readonly Part[];
}

/** Parts of both versions by address, as far as nothing was renamed. */
export function matchParts({ before, after, renames }: Omit<Comparison, "languages">): Matching {
  const laterOf = new Map<string, Part>();
  const taken = new Set<string>();
  for (const part of before.parts.values()) {
    const later = after.parts.get(renames.of(part.item));
    if (later === undefined || taken.has(later.item)) continue;
    laterOf.set(part.item, later);
    taken.add(later.item);
  }
  const places = new Map([...after.parts.values()].map((part, i) => [part, i]));
  const pairs = [...before.parts.values()].flatMap((part) => {
    const later = laterOf.get(part.item);
    if (later === undefined) return [];
    return [{ item: later.item, before: part, after: later, place: places.get(later) ?? 0 }];
  });
  const removed = [...before.parts.values()].filter(
    ({ item, of }) => !laterOf.has(item) && (of === "" || laterOf.has(of)),
  );
  const added = [...after.parts.values()].filter(
    ({ item, of }) => !taken.has(item) && (of === "" || taken.has(of)),
  );
  return { pairs, removed, added };
}
