import { seeded } from "./random.ts";

/**
 * A fixed property of the invented country, between about -2 and 2: how far this item, place or group leans.
 * It depends on the names only, never on the seed, so that two simulated waves describe the same people.
 */
export function leaning(...names: readonly string[]): number {
  const key = names.join("\u0000");
  return Math.max(-2, Math.min(2, seeded(hash(key), key.length).normal()));
}

/** 32-bit FNV-1a over UTF-16 code units. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
