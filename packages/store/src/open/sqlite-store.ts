import { setImmediate } from "node:timers/promises";
import { contextOf, openForReading, runNow } from "../dialects/index.ts";
import { holdFolder } from "../lock/index.ts";
import type { Store } from "../port/index.ts";
import { sqliteData } from "../tables/index.ts";
import { dataFile, startWriter } from "../writer/index.ts";
import { makeReader, makeStore, type Read, type Reader } from "./store.ts";

export async function openSqliteStore(
  folder: string,
): Promise<Store & { readonly warnings: readonly string[] }> {
  const lock = holdFolder(folder);
  try {
    const writer = await startWriter(folder);
    const { read, close } = readConnection(folder);
    const closeAll = async () => {
      close();
      await writer.close();
      lock.release();
    };
    const store = makeStore({ dialect: "sqlite", commit: writer.commit, read, close: closeAll });
    return { ...store, warnings: writer.warnings };
  } catch (error) {
    lock.release();
    throw error;
  }
}

export function openSqliteReader(folder: string): Reader {
  const { read, close } = readConnection(folder);
  return makeReader({ dialect: "sqlite", read, close: async () => close() });
}

function readConnection(folder: string): { read: Read; close: () => void } {
  const client = openForReading(dataFile(folder));
  const context = contextOf(client, sqliteData);
  const read: Read = async (operation) => {
    await setImmediate();
    return runNow(operation(context));
  };
  return { read, close: () => client.close() };
}
