import type { Store, StoredResponse, WaveRecord } from "../port/index.ts";

/** A kept response, and whether the intake objected to it: then estimates leave it out until somebody has reviewed it. */
export type SnapshotResponse = StoredResponse & { readonly flagged: boolean };

/** A wave at one moment; what arrives while it is read waits for the next snapshot. */
export interface WaveSnapshot {
  /** ISO time at which the newest response arrived; the wave's first day while there is none. */
  readonly asOf: string;
  /** Read anew at each use, one response at a time: a wave is never held as a whole. */
  readonly responses: AsyncIterable<SnapshotResponse>;
}

/** Finds the moment in one reading, so that a report of the same responses is the same whenever it is made. */
export async function snapshotOf(
  reader: Pick<Store, "responsesOfWave">,
  { id, opens }: Pick<WaveRecord, "id" | "opens">,
): Promise<WaveSnapshot> {
  let [sequence, newest] = [0, 0];
  for await (const stored of reader.responsesOfWave(id)) {
    sequence = Math.max(sequence, stored.sequence);
    newest = Math.max(newest, stored.receivedAt.getTime());
  }
  return {
    asOf: newest === 0 ? `${opens}T00:00:00.000Z` : new Date(newest).toISOString(),
    responses: { [Symbol.asyncIterator]: () => until(sequence, reader.responsesOfWave(id)) },
  };
}

async function* until(
  sequence: number,
  responses: AsyncIterable<StoredResponse>,
): AsyncGenerator<SnapshotResponse> {
  for await (const stored of responses)
    if (stored.sequence <= sequence) yield { ...stored, flagged: stored.findings !== "[]" };
}
