import { holdFolder, refuseWithoutSpace } from "../lock/index.ts";
import { startWriter } from "../writer/index.ts";
import type { OpenedStore } from "./place.ts";
import { readSqlite } from "./reading.ts";
import { makeStore } from "./store.ts";

export async function openSqliteStore(
  folder: string,
  tell: (sentence: string) => void,
): Promise<OpenedStore> {
  const lock = holdFolder(folder);
  try {
    const writer = await startWriter(folder, undefined, tell);
    const reading = readSqlite(folder);
    const close = async () => {
      await reading.close();
      await writer.close();
      lock.release();
    };
    const { commit } = writer;
    const check = async () => {
      await writer.check();
      refuseWithoutSpace(folder);
    };
    const store = makeStore({ dialect: "sqlite", commit, check, read: reading.read, close });
    return { ...store, warnings: writer.warnings };
  } catch (error) {
    lock.release();
    throw error;
  }
}
