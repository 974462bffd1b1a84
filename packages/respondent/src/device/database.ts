import { deleteDB, type IDBPDatabase, openDB } from "idb";
import { besidesOthers } from "./alone.ts";
import {
  createStores,
  type DeviceSchema,
  databaseName,
  databaseVersion,
  type Stores,
  setAsideVersion1,
  type Transaction,
} from "./schema.ts";
import { isSpareThere, removeSpare, restoreFromSpare, type Spare, spareOf } from "./spare.ts";

/** What the browser did to the database, for whoever tells the person. */
export type DatabaseEvent =
  /** Another tab holds an older version open: it must be closed. */
  | "blocked"
  /** The upgrade that was blocked has been made. */
  | "unblocked"
  /** A newer version of the application has written here: this one must be reloaded. */
  | "newer"
  /** The browser closed the connection or cleared the storage. */
  | "closed";

export interface DeviceDatabase {
  /** True when something was stored here before. Looking creates nothing: before consent nothing is stored. */
  exists(): Promise<boolean>;
  read<T>(stores: Stores[], work: (tx: Transaction<"readonly">) => Promise<T>): Promise<T>;
  /** Resolves when the transaction is complete, with strict durability; rejects when it was aborted, as by a full disk. */
  write<T>(stores: Stores[], work: (tx: Transaction<"readwrite">) => Promise<T>): Promise<T>;
  /** Closes the connection; the next use opens it again. */
  close(): void;
  remove(): Promise<void>;
}

const patienceMilliseconds = 2000;

/** One connection a page. Opened at the first use, and once more when the browser has closed it. */
export function deviceDatabase(onEvent: (event: DatabaseEvent) => void = () => undefined): DeviceDatabase {
  let connection: Promise<IDBPDatabase<DeviceSchema>> | undefined;
  let spare: Promise<Spare | undefined> = Promise.resolve(undefined);

  function opened(): Promise<IDBPDatabase<DeviceSchema>> {
    connection ??= openWhole().catch((error: unknown) => {
      connection = undefined;
      throw error;
    });
    return connection;
  }
  /** A browser that found its files damaged says so once, throws them away and opens an empty one at the next try. */
  async function openWhole(): Promise<IDBPDatabase<DeviceSchema>> {
    const attempt = () =>
      open(onEvent, () => {
        connection = undefined;
      });
    const opening = attempt().catch((error: unknown) => {
      if (!isDamaged(error)) throw error;
      return attempt();
    });
    const [{ database, isNew }, isThere] = await Promise.all([opening, isSpareThere()]);
    const hasCopy = isNew && isThere;
    if (hasCopy) await restoreFromSpare(database).catch(() => undefined);
    // What this visit made itself has no record that a crash broke off: it needs no copy yet.
    if (!isNew || hasCopy) spare = spareOf(database).catch(() => undefined);
    return database;
  }
  function close(): void {
    connection?.then((database) => database.close()).catch(() => undefined);
    connection = undefined;
    closeSpare();
  }
  function closeSpare(): void {
    void spare.then((copy) => copy?.close());
    spare = Promise.resolve(undefined);
  }
  async function inTransaction<T, Mode extends "readonly" | "readwrite">(
    stores: Stores[],
    mode: Mode,
    work: (tx: Transaction<Mode>) => Promise<T>,
  ): Promise<T> {
    const database = await opened();
    if (mode === "readwrite") await repeated(stores, work as (tx: Transaction<"readwrite">) => Promise<T>);
    const tx = database.transaction(stores, mode, { durability: "strict" });
    const [result] = await Promise.all([abortingOnError(tx, work), tx.done]);
    return result;
  }
  async function repeated(
    stores: Stores[],
    work: (tx: Transaction<"readwrite">) => Promise<unknown>,
  ): Promise<void> {
    const copy = await spare;
    await copy?.repeat(stores, work).catch(() => undefined);
  }
  /** Browsers close connections on their own, on telephones above all: opened once more, then it is an error. */
  async function onceMore<T>(attempt: () => Promise<T>): Promise<T> {
    try {
      return await attempt();
    } catch (error) {
      if (!isClosed(error)) throw error;
      close();
      return attempt();
    }
  }
  return {
    exists: async () =>
      connection !== undefined || (await isThere().catch(() => false)) || (await isSpareThere()),
    read: (stores, work) => onceMore(() => inTransaction(stores, "readonly", work)),
    write: (stores, work) => besidesOthers(() => onceMore(() => inTransaction(stores, "readwrite", work))),
    close,
    /** Another tab may still have the empty shell open: it lets go of it soon, and nobody waits for that. */
    async remove() {
      close();
      const deleted = removeSpare()
        .catch(() => undefined)
        .then(() => deleteDB(databaseName));
      await Promise.race([deleted, new Promise((resolve) => setTimeout(resolve, patienceMilliseconds))]);
    },
  };
}

async function abortingOnError<T, Mode extends "readonly" | "readwrite">(
  tx: Transaction<Mode>,
  work: (tx: Transaction<Mode>) => Promise<T>,
): Promise<T> {
  try {
    return await work(tx);
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // Aborted already: that is the error on its way.
    }
    throw error;
  }
}

interface Opened {
  readonly database: IDBPDatabase<DeviceSchema>;
  /** There was nothing before. */
  readonly isNew: boolean;
}

function open(onEvent: (event: DatabaseEvent) => void, onGone: () => void): Promise<Opened> {
  let wasBlocked = false;
  let isNew = false;
  const opening = openDB<DeviceSchema>(databaseName, databaseVersion, {
    upgrade(database, oldVersion, _new, tx) {
      isNew = oldVersion === 0;
      if (oldVersion > 0 && oldVersion < databaseVersion) setAsideVersion1(tx);
      createStores(database);
    },
    blocked() {
      wasBlocked = true;
      onEvent("blocked");
    },
    blocking(_current, blockedVersion, event) {
      (event.target as IDBDatabase | null)?.close();
      onGone();
      if (blockedVersion !== null) onEvent("newer");
    },
    terminated() {
      onGone();
      onEvent("closed");
    },
  });
  return opening.then(
    (database) => {
      if (wasBlocked) onEvent("unblocked");
      return { database, isNew };
    },
    (error: unknown) => {
      if (error instanceof DOMException && error.name === "VersionError") onEvent("newer");
      throw error;
    },
  );
}

function isDamaged(error: unknown): boolean {
  return error instanceof DOMException && error.name === "UnknownError";
}

/** A connection that is gone, or went in the middle of a transaction; a full disk says so with another name. */
function isClosed(error: unknown): boolean {
  return error instanceof DOMException && ["InvalidStateError", "AbortError"].includes(error.name);
}

/** Asked without a list of databases where the browser keeps none: an opening that would create is taken back. */
async function isThere(): Promise<boolean> {
  if (typeof indexedDB.databases === "function")
    return (await indexedDB.databases()).some(({ name }) => name === databaseName);
  return new Promise((resolve) => {
    const request = indexedDB.open(databaseName);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onerror = () => resolve(false);
    request.onsuccess = () => {
      request.result.close();
      resolve(true);
    };
  });
}
