import { hash } from "../drawing/index.ts";
import { seeded } from "./random.ts";

/**
 * A fixed property of the invented country, between about -2 and 2: how far this item, place or group leans.
 * It depends on the names only, never on the seed, so that two simulated waves describe the same people.
 */
export function leaning(...names: readonly string[]): number {
  const key = names.join("\u0000");
  return Math.max(-2, Math.min(2, seeded(hash(key), key.length).normal()));
}
