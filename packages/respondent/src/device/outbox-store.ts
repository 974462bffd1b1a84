import { ResponseUpload } from "@tiltas/contract/responses";
import { SealedResponse } from "@tiltas/contract/sealing";
import { type Afterwards, idOf, isProblemCode, type Message, type Waiting } from "../outbox/index.ts";
import type { DeviceDatabase } from "./database.ts";
import { knownDeviceKey, writeSealed } from "./device-key.ts";
import { hourOf } from "./draft-store.ts";
import type { KeptRow, OutboxRow, Transaction } from "./schema.ts";
import { openUnder, type Sealed, sealUnder } from "./seal.ts";

export const daysKept = 7;

/**
 * The response goes into the outbox and its draft goes away, both or neither. A message that is not sealed to the study
 * lies under the device key.
 */
export async function putWaiting(database: DeviceDatabase, waiting: Waiting): Promise<void> {
  const { message, madeAt, setAside, afterwards } = waiting;
  const id = idOf(message);
  const plainly: OutboxRow = {
    ...{ id, wave: message.wave, madeAt, response: message },
    ...(setAside === undefined ? {} : { setAside }),
  };
  const put = async (tx: Transaction<"readwrite">, row: OutboxRow) => {
    await tx.objectStore("outbox").put(row);
    await tx.objectStore("drafts").delete(message.responseId);
  };
  if ("sealed" in message && afterwards === undefined)
    return database.write(["outbox", "drafts"], (tx) => put(tx, plainly));
  const seal = async (key: CryptoKey): Promise<OutboxRow> => ({
    ...plainly,
    ...("sealed" in message ? {} : { response: await sealUnder(key, message, id) }),
    ...(afterwards === undefined ? {} : { afterwards: await sealUnder(key, afterwards, `after ${id}`) }),
  });
  await writeSealed(database, ["outbox", "drafts"], seal, put);
}

/** What waits, oldest first; creates nothing. */
export async function waitingIn(database: DeviceDatabase, wave?: string): Promise<Waiting[]> {
  if (!(await database.exists())) return [];
  const rows = await database.read(["outbox"], (tx) => {
    const outbox = tx.objectStore("outbox");
    return wave === undefined ? outbox.getAll() : outbox.index("wave").getAll(wave);
  });
  const key = await knownDeviceKey(database);
  const read = await Promise.all(rows.map((row) => readRow(row, key)));
  return read.filter((waiting) => waiting !== undefined).sort((a, b) => (a.madeAt < b.madeAt ? -1 : 1));
}

/** @param id  "<responseId>/<revision>" */
export async function isWaiting(database: DeviceDatabase, id: string): Promise<boolean> {
  if (!(await database.exists())) return false;
  return (await database.read(["outbox"], (tx) => tx.objectStore("outbox").count(id))) > 0;
}

async function readRow(row: OutboxRow, key: CryptoKey | undefined): Promise<Waiting | undefined> {
  const message = await messageOf(row, key);
  if (message === undefined) return undefined;
  const { madeAt, setAside, afterwards } = row;
  const after = afterwards && key && (await openUnder(key, afterwards, `after ${row.id}`));
  return {
    message,
    madeAt,
    ...(setAside !== undefined && isProblemCode(setAside) ? { setAside } : {}),
    ...(after === undefined ? {} : { afterwards: after as Afterwards }),
  };
}

async function messageOf(row: OutboxRow, key: CryptoKey | undefined): Promise<Message | undefined> {
  const { data: sealed } = SealedResponse.safeParse(row.response);
  if (sealed !== undefined || key === undefined) return sealed;
  return ResponseUpload.safeParse(await openUnder(key, row.response as Sealed, row.id)).data;
}

/** After the receipt, on a paired tablet: the row leaves the outbox and stays sealed for seven days. */
export async function keepDelivered(
  database: DeviceDatabase,
  { message }: Waiting,
  now: Date,
): Promise<void> {
  const id = idOf(message);
  await database.write(["outbox", "kept"], async (tx) => {
    const row = await tx.objectStore("outbox").get(id);
    if (row === undefined) return;
    const kept: KeptRow = { id, wave: row.wave, response: row.response, deliveredAt: hourOf(now) };
    await tx.objectStore("kept").put(kept);
    await tx.objectStore("outbox").delete(id);
  });
}

/** Removes what was kept for its seven days. @returns how many rows went */
export async function removeOutlived(database: DeviceDatabase, now: Date): Promise<number> {
  const until = hourOf(new Date(now.getTime() - daysKept * 24 * 3_600_000));
  return database.write(["kept"], async (tx) => {
    const rows = await tx.objectStore("kept").getAll();
    const outlived = rows.filter(({ deliveredAt }) => deliveredAt <= until);
    for (const { id } of outlived) await tx.objectStore("kept").delete(id);
    return outlived.length;
  });
}
