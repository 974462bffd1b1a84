import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
} from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { databaseFiles } from "../care/index.ts";
import { openForReading } from "../dialects/index.ts";
import { ledgerFile } from "../ledger/index.ts";
import type { Place } from "../open/index.ts";
import { filesIn } from "./archive.ts";
import { dumpFile, dumpPostgres } from "./postgres.ts";
import { BackupError } from "./refusal.ts";

/** Never part of an image: databases are copied by the database itself, locks and half-made files belong to one process. */
const leftOut = /^(lock\.|.*\.sqlite(-wal|-shm|-journal)?$|.*\.(new|part)$)/;
/** Can be made again, and some of it must be made again without whoever withdrew; a copy under way is not part of another. */
const leftOutFolders = /^(reports|candidates|microdata|datasets|masks|backup\.work\.\d+)$/;
/** What must be copied before the databases, so that nothing in it is newer than they are. */
const beforeDatabases = new Set(["receipts.ledger", "counts.ledger"]);

/**
 * Copies a data folder as it is at one moment, beside a running server. Everything acknowledged before the call is in the
 * copy: the receipt ledger is taken first and the databases afterwards, each by SQLite's VACUUM INTO (or pg_dump);
 * withdrawals come last, so that whoever withdraws meanwhile is in their ledger at least.
 */
export async function makeImage({ folder, url }: Place, image: string): Promise<void> {
  mkdirSync(image, { recursive: true, mode: 0o700 });
  const others = filesOf(folder);
  for (const path of others.filter((path) => beforeDatabases.has(path)))
    await copyStart(join(folder, path), join(image, path));
  if (url === undefined) copyDatabases(folder, image);
  else await dumpPostgres(url, join(image, dumpFile));
  for (const path of others.filter((path) => !beforeDatabases.has(path))) {
    mkdirSync(dirname(join(image, path)), { recursive: true, mode: 0o700 });
    await copyFile(join(folder, path), join(image, path));
  }
}

/** @throws BackupError when it is not the data folder of a server */
export function refuseOtherFolders({ folder, url }: Place): void {
  const isServers =
    existsSync(ledgerFile(folder)) && (url !== undefined || existsSync(join(folder, "data.sqlite")));
  if (!isServers)
    throw new BackupError(
      `There are no data of a server in ${folder}. Name the folder that the server was started with.`,
    );
}

/** Also what lies elsewhere behind a link: an operator may keep the wave files where others can edit them. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const found = statSync(join(folder, name), { throwIfNoEntry: false });
    if (found?.isFile()) return leftOut.test(name) ? [] : [name];
    if (!found?.isDirectory() || leftOutFolders.test(name)) return [];
    return filesIn(join(folder, name)).map((path) => `${name}/${path}`);
  });
}

function copyDatabases(folder: string, image: string): void {
  for (const name of databaseFiles) {
    if (!existsSync(join(folder, name))) continue;
    const client = openForReading(join(folder, name));
    try {
      // Only this connection's own setting stands in the way of writing the copy; the file is open for reading.
      client.pragma("query_only = OFF");
      client.prepare("VACUUM INTO ?").run(join(image, name));
    } finally {
      client.close();
    }
  }
}

/** As long as the file is now: what is added meanwhile is for the next backup. */
async function copyStart(from: string, to: string): Promise<void> {
  const bytes = statSync(from).size;
  if (bytes === 0) return writeFile(to, "", { mode: 0o600 });
  await pipeline(createReadStream(from, { end: bytes - 1 }), createWriteStream(to, { mode: 0o600 }));
}

/** The folder in which this process makes its copy; what an interrupted backup left of its own is removed. */
export function workFolder(folder: string): string {
  sweepWorkFolders(folder);
  return join(folder, `backup.work.${process.pid}`);
}

/** Removes copies whose process has ended: they hold answers, and perhaps those of people who have withdrawn since. */
export function sweepWorkFolders(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /^backup\.work\.(\d+)$/.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
