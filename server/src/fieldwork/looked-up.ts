import { isDeepStrictEqual } from "node:util";

/** How long something may be served as it was, milliseconds; another server on the same database may change it. */
const freshFor = 5_000;

/**
 * Looks up by name what is asked for at every visit, at most once in five seconds. What is found unchanged stays the same
 * object: whatever was made of it (a page, its compressed bytes) is still good.
 */
export function lookedUp<Found extends object>(
  clock: () => Date,
): (name: string, find: () => Promise<Found | undefined>) => Promise<Found | undefined> {
  const kept = new Map<string, { found: Found; until: number }>();
  return async (name, find) => {
    const now = clock().getTime();
    const known = kept.get(name);
    if (known && now < known.until && now >= known.until - freshFor) return known.found;
    const fresh = await find();
    if (fresh === undefined) {
      kept.delete(name);
      return undefined;
    }
    const found = isDeepStrictEqual(fresh, known?.found) ? (known?.found ?? fresh) : fresh;
    kept.set(name, { found, until: now + freshFor });
    return found;
  };
}
