import type { DeviceDatabase } from "./database.ts";
import { knownDeviceKey, writeSealed } from "./device-key.ts";
import { openUnder, sealUnder } from "./seal.ts";

/** A batch as it lies on the device, with the number under which it is dropped after delivery. */
export interface KeptBatch {
  readonly number: number;
  readonly responseId: string;
  readonly batch: unknown;
}

export async function putParadata(
  database: DeviceDatabase,
  responseId: string,
  batch: unknown,
): Promise<void> {
  await writeSealed(
    database,
    ["paradata"],
    (key) => sealUnder(key, batch, `paradata ${responseId}`),
    (tx, sealed) => tx.objectStore("paradata").add({ responseId, sealed }),
  );
}

/** The batches of one response, oldest first; creates nothing. */
export async function paradataOf(database: DeviceDatabase, responseId: string): Promise<KeptBatch[]> {
  if (!(await database.exists())) return [];
  const key = await knownDeviceKey(database);
  if (key === undefined) return [];
  const [numbers, rows] = await database.read(["paradata"], (tx) => {
    const index = tx.objectStore("paradata").index("response");
    return Promise.all([index.getAllKeys(responseId), index.getAll(responseId)]);
  });
  const batches = await Promise.all(
    rows.map(async ({ sealed }, at) => ({
      number: numbers[at] ?? 0,
      responseId,
      batch: await openUnder(key, sealed, `paradata ${responseId}`),
    })),
  );
  return batches.filter(({ batch }) => batch !== undefined);
}

export async function dropParadata(database: DeviceDatabase, responseId: string): Promise<void> {
  await database.write(["paradata"], async (tx) => {
    const store = tx.objectStore("paradata");
    for (const number of await store.index("response").getAllKeys(responseId)) await store.delete(number);
  });
}

/** Responses that are neither open nor waiting any more. */
export async function paradataDue(database: DeviceDatabase): Promise<string[]> {
  if (!(await database.exists())) return [];
  return database.read(["paradata", "drafts", "outbox"], async (tx) => {
    const [rows, drafts, outbox] = await Promise.all([
      tx.objectStore("paradata").getAll(),
      tx.objectStore("drafts").getAllKeys(),
      tx.objectStore("outbox").getAllKeys(),
    ]);
    const here = new Set([...drafts, ...outbox.map((id) => id.split("/")[0])]);
    return [...new Set(rows.map(({ responseId }) => responseId))].filter((id) => !here.has(id));
  });
}
