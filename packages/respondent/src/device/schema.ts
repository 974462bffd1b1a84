import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from "idb";
import type { Sealed } from "./seal.ts";

export const databaseName = "tiltas";
/** Of IndexedDB. Version 10 was the application's first (plain rows by wave). */
export const databaseVersion = 20;

/** What lies on a device. Nothing here can be read without the device key, which never leaves the browser. */
export interface DeviceSchema extends DBSchema {
  keys: { key: string; value: CryptoKey };
  drafts: { key: string; value: DraftRow; indexes: { wave: string } };
  /** Finished, not yet acknowledged; key "<responseId>/<revision>". */
  outbox: { key: string; value: OutboxRow; indexes: { wave: string } };
  /** Acknowledged, kept sealed for seven more days; on paired tablets only. */
  kept: { key: string; value: KeptRow };
  paradata: { key: number; value: ParadataRow; indexes: { response: string } };
  settings: { key: string; value: Sealed };
  /** Rows of version 10, until they are sealed. */
  "drafts of version 1": { key: string; value: unknown };
  "outbox of version 1": { key: string; value: unknown };
}

export interface DraftRow {
  readonly responseId: string;
  readonly wave: string;
  readonly sealed: Sealed;
  /** Hour of the last change, UTC. */
  readonly changedAt: string;
}

export interface OutboxRow {
  readonly id: string;
  readonly wave: string;
  /** Hour in which the interview ended, UTC. */
  readonly madeAt: string;
  /** A SealedResponse; or, where the wave has no key to seal to, a ResponseUpload under the device key. */
  readonly response: unknown;
  /** Problem code for which the server refused it. */
  readonly setAside?: string;
  /** What the last screen says after delivery, under the device key. */
  readonly afterwards?: Sealed;
}

export interface KeptRow {
  readonly id: string;
  readonly wave: string;
  readonly response: unknown;
  /** Hour of the receipt, UTC. */
  readonly deliveredAt: string;
}

export interface ParadataRow {
  readonly responseId: string;
  readonly sealed: Sealed;
}

export type Stores = StoreNames<DeviceSchema>;
type Upgrade = IDBPTransaction<DeviceSchema, Stores[], "versionchange">;
export type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<DeviceSchema, Stores[], Mode>;

/** Renamed, not copied: whatever the number of rows, the upgrade is made in one step or not at all. */
export function setAsideVersion1(tx: Upgrade): void {
  const names: readonly string[] = [...tx.objectStoreNames];
  if (names.includes("drafts")) renameStore(tx, "drafts", "drafts of version 1");
  if (names.includes("outbox")) renameStore(tx, "outbox", "outbox of version 1");
}

function renameStore(tx: Upgrade, from: Stores, to: Stores): void {
  tx.objectStore(from).name = to;
}

export function createStores(database: IDBPDatabase<DeviceSchema>): void {
  database.createObjectStore("keys");
  database.createObjectStore("drafts", { keyPath: "responseId" }).createIndex("wave", "wave");
  database.createObjectStore("outbox", { keyPath: "id" }).createIndex("wave", "wave");
  database.createObjectStore("kept", { keyPath: "id" });
  database.createObjectStore("paradata", { autoIncrement: true }).createIndex("response", "responseId");
  database.createObjectStore("settings");
  for (const name of ["drafts of version 1", "outbox of version 1"] as const)
    if (!database.objectStoreNames.contains(name)) database.createObjectStore(name, { keyPath: "wave" });
}
