import type { PersonRecord } from "@tiltas/store/port";

/** Two-digit code; null: the whole country. */
export type Place = string | null;

/**
 * The one rule of places: who belongs to a municipality works with what belongs to it, and with nothing else, the
 * country included. Whatever lies outside is answered as if it did not exist.
 */
export function worksIn({ municipality }: Pick<PersonRecord, "municipality">, place: Place): boolean {
  return municipality === null || municipality === place;
}
