import { type IDBPDatabase, type IDBPTransaction, wrap } from "idb";
import {
  createStores,
  type DeviceSchema,
  databaseName,
  databaseVersion,
  type Stores,
  type Transaction,
} from "./schema.ts";

/**
 * A second copy of what lies on the device, where the browser has storage buckets.
 *
 * Chromium keeps IndexedDB in a log and goes on writing that log after a crash. A record that the crash broke off is
 * then in its middle; at the start after next it is read as damage, and everything of this origin is thrown away. A
 * bucket has a log of its own, and one crash cannot break off both: what is written goes into the copy first, then
 * into the database, and is called saved after that.
 */
export interface Spare {
  /** Does the same work in the copy. Where that fails nobody is told: the database itself decides what is saved. */
  repeat(stores: Stores[], work: (tx: Transaction<"readwrite">) => Promise<unknown>): Promise<void>;
  close(): void;
}

interface Bucket {
  readonly indexedDB: IDBFactory;
}
interface Buckets {
  keys(): Promise<string[]>;
  open(name: string, options?: { readonly durability?: "strict" }): Promise<Bucket>;
  delete(name: string): Promise<void>;
}
type Database = IDBPDatabase<DeviceSchema>;

const bucketName = "tiltas";
/** What cannot be had again. How long an answer took is not worth writing twice. */
const copied = ["keys", "drafts", "outbox", "kept", "settings"] as const;

function buckets(): Buckets | undefined {
  return (globalThis.navigator as { storageBuckets?: Buckets } | undefined)?.storageBuckets;
}

/** Looking creates nothing. */
export async function isSpareThere(): Promise<boolean> {
  const names = await buckets()
    ?.keys()
    .catch((): string[] => []);
  return names?.includes(bucketName) ?? false;
}

export async function removeSpare(): Promise<void> {
  if (await isSpareThere()) await buckets()?.delete(bucketName);
}

/** Fills a database that is new with what the copy holds: the browser lost the one before. */
export async function restoreFromSpare(database: Database): Promise<void> {
  const copy = await opened();
  if (copy === undefined) return;
  await copyAll(copy, database);
  copy.close();
}

/** @returns the copy with everything in it that the database holds; undefined where the browser can keep none */
export async function spareOf(database: Database): Promise<Spare | undefined> {
  const copy = await opened();
  if (copy === undefined) return undefined;
  if ((await namesIn(copy)) !== (await namesIn(database))) await copyAll(database, copy);
  return {
    async repeat(stores, work) {
      if (!stores.some((name) => name !== "keys" && copied.some((other) => other === name))) return;
      const tx = copy.transaction(stores, "readwrite", { durability: "strict" });
      await Promise.all([work(tx), tx.done]);
    },
    close: () => copy.close(),
  };
}

async function opened(): Promise<Database | undefined> {
  const bucket = await buckets()?.open(bucketName, { durability: "strict" });
  if (bucket === undefined) return undefined;
  const request = bucket.indexedDB.open(databaseName, databaseVersion);
  request.onupgradeneeded = () => {
    for (const name of request.result.objectStoreNames) request.result.deleteObjectStore(name);
    createStores(wrap(request.result) as unknown as Database);
  };
  const copy = (await wrap(request)) as unknown as Database;
  copy.addEventListener("versionchange", () => copy.close());
  return copy;
}

async function namesIn(database: Database): Promise<string> {
  const tx = database.transaction(copied, "readonly");
  return JSON.stringify(await Promise.all(copied.map((name) => tx.objectStore(name).getAllKeys())));
}

async function copyAll(from: Database, to: Database): Promise<void> {
  const reading = from.transaction(copied, "readonly");
  const rows = await Promise.all(copied.map((name) => rowsOf(reading, name)));
  const tx = to.transaction(copied, "readwrite", { durability: "strict" });
  const writing = rows.flatMap((of, at) => {
    const store = tx.objectStore(copied[at] ?? "keys");
    const put = (row: (typeof of)[number]) =>
      store.put(row.value as never, store.keyPath === null ? row.key : undefined);
    return [store.clear(), ...of.map(put)];
  });
  await Promise.all([...writing, tx.done]);
}

async function rowsOf(
  tx: IDBPTransaction<DeviceSchema, typeof copied, "readonly">,
  name: (typeof copied)[number],
): Promise<{ readonly key: string; readonly value: unknown }[]> {
  const store = tx.objectStore(name);
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return keys.map((key, at) => ({ key, value: values[at] }));
}
