import { ResponseUpload } from "@tiltas/contract/responses";
import { idOf } from "../outbox/index.ts";
import type { DeviceDatabase } from "./database.ts";
import { writeSealed } from "./device-key.ts";
import { readDraft } from "./read-draft.ts";
import type { DraftRow, OutboxRow } from "./schema.ts";
import { sealUnder } from "./seal.ts";

const drafts = "drafts of version 1";
const outbox = "outbox of version 1";

/**
 * Seals the plain rows that the application's first version left, and moves them to their new places in one
 * transaction. What cannot be read stays where it is: nothing is thrown away because it is old.
 */
export async function sealRowsOfVersion1(database: DeviceDatabase, hour: string): Promise<void> {
  if (!(await database.exists())) return;
  const [oldDrafts, oldOutbox] = await database.read([drafts, outbox], (tx) =>
    Promise.all([tx.objectStore(drafts).getAll(), tx.objectStore(outbox).getAll()]),
  );
  if (oldDrafts.length + oldOutbox.length === 0) return;
  const seal = async (key: CryptoKey) => ({
    newDrafts: await Promise.all(oldDrafts.map((row) => sealedDraft(key, row, hour))),
    newOutbox: await Promise.all(oldOutbox.map((row) => sealedUpload(key, row, hour))),
  });
  await writeSealed(database, ["drafts", "outbox", drafts, outbox], seal, async (tx, sealed) => {
    for (const row of sealed.newDrafts.filter((draft) => draft !== undefined)) {
      await tx.objectStore("drafts").put(row);
      await tx.objectStore(drafts).delete(row.wave);
    }
    for (const row of sealed.newOutbox.filter((waiting) => waiting !== undefined)) {
      await tx.objectStore("outbox").put(row);
      await tx.objectStore(outbox).delete(row.wave);
    }
  });
}

async function sealedDraft(key: CryptoKey, row: unknown, hour: string): Promise<DraftRow | undefined> {
  const draft = readDraft(row);
  if (draft === undefined) return undefined;
  const { responseId, wave } = draft;
  return { responseId, wave, sealed: await sealUnder(key, draft, `draft ${responseId}`), changedAt: hour };
}

async function sealedUpload(key: CryptoKey, row: unknown, hour: string): Promise<OutboxRow | undefined> {
  const { upload, setAside } = row as { readonly upload?: unknown; readonly setAside?: string };
  const { data } = ResponseUpload.safeParse(upload);
  if (data === undefined) return undefined;
  const id = idOf(data);
  const response = await sealUnder(key, data, id);
  return { id, wave: data.wave, madeAt: hour, response, ...(setAside === undefined ? {} : { setAside }) };
}
