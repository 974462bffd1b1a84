import { idOf, type Waiting } from "../outbox/index.ts";
import { type DeviceDatabase, deviceDatabase } from "./database.ts";
import type { Device, Ownership } from "./device.ts";
import type { Draft } from "./draft.ts";
import { hourOf, openDrafts, saveDraft } from "./draft-store.ts";
import { forgetParadata, forgetResponse, forgetWave } from "./forgetting.ts";
import { isWaiting, keepDelivered, putWaiting, removeOutlived, waitingIn } from "./outbox-store.ts";
import { paradataDue, paradataOf, putParadata } from "./paradata-store.ts";
import { readDraft } from "./read-draft.ts";
import { selfTest } from "./self-test.ts";
import { dropSetting, keepSetting, settingOf } from "./settings-store.ts";
import { askToPersist, type StorageState } from "./storage-state.ts";
import { type StorageWatch, storageWatch } from "./storage-watch.ts";
import { sealRowsOfVersion1 } from "./version-1.ts";

export interface DeviceOptions {
  readonly ownership?: Ownership;
  readonly now?: () => Date;
  /** Told whenever something changes about keeping things on this device. */
  readonly onState?: (state: StorageState) => void;
}

/** Keeps everything in IndexedDB, sealed. */
export function indexedDevice(options: DeviceOptions = {}): Device {
  const { ownership = "personal", now = () => new Date() } = options;
  const watch: StorageWatch = storageWatch(() => database, options.onState);
  const database = convertingVersion1(deviceDatabase(watch.onDatabaseEvent), now);
  const inMemory = ownership === "kiosk" ? new Map<string, Draft>() : undefined;
  return {
    ownership,
    ...keepingDrafts(database, watch, now, inMemory),
    ...keepingFinished(database, watch, ownership, now, inMemory),
    ...keepingParadata(database, ownership),
    counts: () => counted(database, inMemory?.size ?? 0),
    async removeOutlived() {
      if (await database.exists()) await removeOutlived(database, now());
    },
    setting: (name) => settingOf(database, name),
    keepSetting: (name, value) => watch.writing(() => keepSetting(database, name, value)),
    dropSetting: (name) => dropSetting(database, name),
    async selfTest() {
      const state = await selfTest(database);
      const isPersisted = state.kind !== "ok" || ownership === "personal" || (await askToPersist());
      watch.say(isPersisted ? state : { kind: "not-persisted" });
      return isPersisted ? state : { kind: "not-persisted" };
    },
  };
}

type Drafts = Pick<Device, "draft" | "drafts" | "saveDraft" | "removeDraft" | "forget">;

/** @param inMemory  where drafts are while nothing of them may be on disk: on a kiosk */
function keepingDrafts(
  database: DeviceDatabase,
  watch: StorageWatch,
  now: () => Date,
  inMemory: Map<string, Draft> | undefined,
): Drafts {
  const write = (draft: Draft) => watch.writing(() => saveDraft(database, draft, now()));
  const drafts = async (wave?: string) => {
    const kept = inMemory ? [...inMemory.values()].reverse() : await openDrafts(database, wave);
    const read = kept.map(readDraft).filter((draft) => draft !== undefined);
    if (inMemory === undefined) for (const { responseId } of read) watch.expect("drafts", responseId);
    return read.filter((draft) => wave === undefined || draft.wave === wave);
  };
  return {
    drafts: () => drafts(),
    draft: async (wave) => (await drafts(wave))[0],
    async saveDraft(draft) {
      if (inMemory) return void inMemory.set(draft.responseId, draft);
      await write(draft);
      watch.expect("drafts", draft.responseId, () => write(draft));
    },
    async removeDraft(responseId) {
      if (inMemory) return void inMemory.delete(responseId);
      watch.release(responseId);
      await forgetResponse(database, responseId);
      await forgetParadata(database, responseId);
    },
    async forget(wave) {
      for (const { responseId } of await drafts(wave)) {
        inMemory?.delete(responseId);
        watch.release(responseId);
      }
      for (const { message } of await waitingIn(database, wave)) watch.release(idOf(message));
      await forgetWave(database, wave);
    },
  };
}

type Finished = Pick<Device, "waiting" | "queue" | "holds" | "put" | "release" | "handOver">;

function keepingFinished(
  database: DeviceDatabase,
  watch: StorageWatch,
  ownership: Ownership,
  now: () => Date,
  inMemory: Map<string, Draft> | undefined,
): Finished {
  const write = (waiting: Waiting) => watch.writing(() => putWaiting(database, forOwner(waiting, ownership)));
  const put = async (waiting: Waiting) => {
    await write(waiting);
    watch.release(waiting.message.responseId);
    inMemory?.delete(waiting.message.responseId);
    watch.expect("waiting", idOf(waiting.message), () => write(waiting));
  };
  const queue = async (wave?: string) => {
    const waiting = await waitingIn(database, wave);
    for (const { message } of waiting) watch.expect("waiting", idOf(message));
    return waiting;
  };
  return {
    waiting: async (wave) => (await queue(wave))[0],
    queue: () => queue(),
    holds: (waiting) => isWaiting(database, idOf(waiting.message)),
    put,
    handOver: put,
    async release(waiting, isDelivered) {
      watch.release(idOf(waiting.message));
      if (ownership === "paired" && isDelivered) await keepDelivered(database, waiting, now());
      else await forgetResponse(database, waiting.message.responseId, idOf(waiting.message));
    },
  };
}

type Paradata = Pick<Device, "putParadata" | "paradataDue" | "paradata" | "dropParadata">;

function keepingParadata(database: DeviceDatabase, ownership: Ownership): Paradata {
  return {
    async putParadata(responseId, batch) {
      if (ownership !== "kiosk") await putParadata(database, responseId, batch);
    },
    paradataDue: () => paradataDue(database),
    paradata: (responseId) => paradataOf(database, responseId),
    dropParadata: (responseId) => forgetParadata(database, responseId),
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
