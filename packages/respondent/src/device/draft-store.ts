import type { DeviceDatabase } from "./database.ts";
import { knownDeviceKey, writeSealed } from "./device-key.ts";
import type { Draft } from "./draft.ts";
import type { DraftRow } from "./schema.ts";
import { openUnder, type Sealed, sealUnder } from "./seal.ts";

const about = (responseId: string) => `draft ${responseId}`;

/** Seals the draft and writes it. Resolves when it is on disk, not before. */
export async function saveDraft(database: DeviceDatabase, draft: Draft, now: Date): Promise<void> {
  await writeSealed(
    database,
    ["drafts"],
    (key) => sealUnder(key, draft, about(draft.responseId)),
    (tx, sealed) => tx.objectStore("drafts").put(rowOf(draft, sealed, now)),
  );
}

function rowOf({ responseId, wave }: Draft, sealed: Sealed, now: Date): DraftRow {
  return { responseId, wave, sealed, changedAt: hourOf(now) };
}

/** What lies on the device under the names of drafts, opened but not checked, in no order; creates nothing. */
export async function openDrafts(database: DeviceDatabase, wave?: string): Promise<unknown[]> {
  if (!(await database.exists())) return [];
  const key = await knownDeviceKey(database);
  if (key === undefined) return [];
  const rows = await database.read(["drafts"], (tx) => {
    const drafts = tx.objectStore("drafts");
    return wave === undefined ? drafts.getAll() : drafts.index("wave").getAll(wave);
  });
  const newestFirst = rows.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
  return Promise.all(newestFirst.map(({ responseId, sealed }) => openUnder(key, sealed, about(responseId))));
}

/** Whole hour, UTC: `2026-11-22T10:00:00Z`. */
export function hourOf(time: Date): string {
  return `${time.toISOString().slice(0, 13)}:00:00Z`;
}
