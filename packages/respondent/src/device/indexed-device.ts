import { idOf, type Waiting } from "../outbox/index.ts";
import { whenNobodyWrites } from "./alone.ts";
import { type DatabaseEvent, type DeviceDatabase, deviceDatabase } from "./database.ts";
import type { Device, Ownership } from "./device.ts";
import type { Draft } from "./draft.ts";
import { hourOf, openDrafts, saveDraft } from "./draft-store.ts";
import { keepDelivered, outboxRow, removeOutlived, waitingIn } from "./outbox-store.ts";
import { dropParadata, paradataDue, paradataOf, putParadata } from "./paradata-store.ts";
import { readDraft } from "./read-draft.ts";
import { dropSetting, keepSetting, settingOf } from "./settings-store.ts";
import { sealRowsOfVersion1 } from "./version-1.ts";

export interface DeviceOptions {
  readonly ownership?: Ownership;
  readonly now?: () => Date;
  readonly onEvent?: (event: DatabaseEvent) => void;
}

/** Keeps everything in IndexedDB, sealed. */
export function indexedDevice(options: DeviceOptions = {}): Device {
  const { ownership = "personal", now = () => new Date() } = options;
  const database = convertingVersion1(deviceDatabase(options.onEvent), now);
  const inMemory = new Map<string, Draft>();
  const isKiosk = ownership === "kiosk";
  const drafts = async (wave?: string) => {
    const kept = isKiosk ? [...inMemory.values()].reverse() : await openDrafts(database, wave);
    const read = kept.map(readDraft).filter((draft) => draft !== undefined);
    return read.filter((draft) => wave === undefined || draft.wave === wave);
  };
  return {
    ownership,
    drafts: () => drafts(),
    draft: async (wave) => (await drafts(wave))[0],
    async saveDraft(draft) {
      if (isKiosk) inMemory.set(draft.responseId, draft);
      else await saveDraft(database, draft, now());
    },
    async removeDraft(responseId) {
      inMemory.delete(responseId);
      if (isKiosk) return;
      await forgetResponse(database, responseId);
      await forgetParadata(database, responseId);
    },
    waiting: async (wave) => (await waitingIn(database, wave))[0],
    queue: () => waitingIn(database),
    async put(waiting) {
      const row = await outboxRow(database, forOwner(waiting, ownership));
      await database.write(["outbox"], (tx) => tx.objectStore("outbox").put(row));
    },
    async handOver(waiting) {
      const row = await outboxRow(database, forOwner(waiting, ownership));
      await database.write(["outbox", "drafts"], async (tx) => {
        await tx.objectStore("outbox").put(row);
        await tx.objectStore("drafts").delete(waiting.message.responseId);
      });
      inMemory.delete(waiting.message.responseId);
    },
    async release(waiting, isDelivered) {
      if (ownership === "paired" && isDelivered) await keepDelivered(database, waiting, now());
      else await forgetResponse(database, waiting.message.responseId, idOf(waiting.message));
    },
    async forget(wave) {
      for (const { responseId } of await drafts(wave)) inMemory.delete(responseId);
      await forgetWave(database, wave);
    },
    counts: () => counted(database, inMemory.size),
    async removeOutlived() {
      if (await database.exists()) await removeOutlived(database, now());
    },
    async putParadata(responseId, batch) {
      if (!isKiosk) await putParadata(database, responseId, batch);
    },
    paradataDue: () => paradataDue(database),
    paradata: (responseId) => paradataOf(database, responseId),
    dropParadata: (responseId) => forgetParadata(database, responseId),
    setting: (name) => settingOf(database, name),
    keepSetting: (name, value) => keepSetting(database, name, value),
    dropSetting: (name) => dropSetting(database, name),
  };
}

/** What the last screen will say stays only on a device of the person's own. */
function forOwner(waiting: Waiting, ownership: Ownership): Waiting {
  return ownership === "personal" ? waiting : { ...waiting, afterwards: undefined };
}

/** Rows of the application's first version are sealed before anything else is read or written. */
function convertingVersion1(database: DeviceDatabase, now: () => Date): DeviceDatabase {
  let converted: Promise<void> | undefined;
  const ready = () => {
    converted ??= sealRowsOfVersion1(database, hourOf(now())).catch((error: unknown) => {
      converted = undefined;
      throw error;
    });
    return converted;
  };
  return {
    ...database,
    read: (stores, work) => ready().then(() => database.read(stores, work)),
    write: (stores, work) => ready().then(() => database.write(stores, work)),
  };
}

async function forgetResponse(database: DeviceDatabase, responseId: string, waiting?: string): Promise<void> {
  if (!(await database.exists())) return;
  await database.write(["drafts", "outbox"], async (tx) => {
    await tx.objectStore("drafts").delete(responseId);
    if (waiting !== undefined) await tx.objectStore("outbox").delete(waiting);
  });
  await removeWhenEmpty(database);
}

async function forgetParadata(database: DeviceDatabase, responseId: string): Promise<void> {
  if (!(await database.exists())) return;
  await dropParadata(database, responseId);
  await removeWhenEmpty(database);
}

async function forgetWave(database: DeviceDatabase, wave: string): Promise<void> {
  if (!(await database.exists())) return;
  await database.write([...whatMatters], async (tx) => {
    await tx.objectStore("drafts of version 1").delete(wave);
    await tx.objectStore("outbox of version 1").delete(wave);
    const gone = new Set<string>();
    for (const name of ["drafts", "outbox"] as const) {
      const store = tx.objectStore(name);
      for (const key of await store.index("wave").getAllKeys(wave)) {
        gone.add(key.split("/")[0] ?? key);
        await store.delete(key);
      }
    }
    const paradata = tx.objectStore("paradata");
    for (const responseId of gone)
      for (const key of await paradata.index("response").getAllKeys(responseId)) await paradata.delete(key);
  });
  await removeWhenEmpty(database);
}

const whatMatters = [
  ...(["drafts", "outbox", "kept", "paradata", "settings"] as const),
  ...(["drafts of version 1", "outbox of version 1"] as const),
];

/** A key alone is worth nothing: it goes with the last thing it could open. */
async function removeWhenEmpty(database: DeviceDatabase): Promise<void> {
  await whenNobodyWrites(async () => {
    if (await isEmpty(database)) await database.remove();
  });
}

async function isEmpty(database: DeviceDatabase): Promise<boolean> {
  const rows = await database.read([...whatMatters], async (tx) =>
    Promise.all(whatMatters.map((name) => tx.objectStore(name).count())),
  );
  return rows.every((count) => count === 0);
}

async function counted(database: DeviceDatabase, inMemory: number) {
  if (!(await database.exists())) return { open: inMemory, waiting: 0, kept: 0 };
  const [open, waiting, kept] = await database.read(["drafts", "outbox", "kept"], (tx) =>
    Promise.all([
      tx.objectStore("drafts").count(),
      tx.objectStore("outbox").count(),
      tx.objectStore("kept").count(),
    ]),
  );
  return { open: open + inMemory, waiting, kept };
}
