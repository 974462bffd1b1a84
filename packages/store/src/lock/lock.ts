import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import Client from "better-sqlite3";
import { FolderHeldError, FolderUnusableError } from "../port/index.ts";

/** Folders this process holds. The reference also keeps the connection, and with it the lock, from being collected. */
const held = new Set<Client.Database>();

export interface FolderLock {
  release(): void;
}

/**
 * Takes the data folder for this process alone, through an exclusive transaction on a small database beside the data.
 * The operating system frees it when the process ends, however it ends.
 * Makes the folder if there is none.
 * @throws FolderHeldError at once when another server has it
 */
export function holdFolder(folder: string): FolderLock {
  const client = lockDatabase(folder);
  held.add(client);
  writeHolder(folder);
  return {
    release() {
      if (!held.delete(client)) return;
      forgetHolder(folder);
      client.exec("ROLLBACK");
      client.close();
    },
  };
}

function lockDatabase(folder: string): Client.Database {
  let client: Client.Database | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    client = new Client(join(folder, "lock.sqlite"), { timeout: 250 });
    client.exec("BEGIN EXCLUSIVE");
    return client;
  } catch (error) {
    client?.close();
    if (isBusy(error)) throw new FolderHeldError(folder, readHolder(folder));
    const reason = error instanceof Error ? error.message : "no reason given";
    throw new FolderUnusableError(folder, reason);
  }
}

const holderFile = (folder: string) => join(folder, "lock.holder");

function writeHolder(folder: string): void {
  const draft = `${holderFile(folder)}.${process.pid}`;
  const since = new Date(Date.now() - performance.now()).toISOString();
  writeFileSync(draft, `process ${process.pid} on ${hostname()}, running since ${since}\n`);
  renameSync(draft, holderFile(folder));
}

/** Who held the folder is a note for people; on a disk that has failed it stays. */
function forgetHolder(folder: string): void {
  try {
    rmSync(holderFile(folder), { force: true });
  } catch {}
}

function readHolder(folder: string): string {
  try {
    return readFileSync(holderFile(folder), "utf8").trim();
  } catch {
    return "another server that is just starting";
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Client.SqliteError && error.code.startsWith("SQLITE_BUSY");
}
