import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { appendFile, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { databaseFiles, type Finding, type Verification, verifyData } from "../care/index.ts";
import { type Gone, identitiesIn, ledgerLines, removalsFile, withdrawalsFile } from "../ledger/index.ts";
import { openParadataStore, openStore, type Place } from "../open/index.ts";
import { unpack } from "./archive.ts";
import type { BackupKey } from "./key.ts";
import { dumpFile, restorePostgres } from "./postgres.ts";
import { BackupError, backupErrorOf } from "./refusal.ts";
import { removeAgain } from "./remove-again.ts";
import { opened } from "./seal.ts";

interface Asked {
  readonly file: string;
  readonly key: BackupKey;
  /** The withdrawals ledger of the server as it was last, if it can still be read: it knows who withdrew since the backup. */
  readonly withdrawals: string | undefined;
  readonly tell: (finding: Finding) => void;
}

/**
 * Restores a backup into an empty folder (and an empty PostgreSQL database), takes out again everybody who has withdrawn
 * or whose term was over, and checks the result.
 *
 * @throws BackupError in a sentence with the remedy; the folder is then as empty as it was
 */
export async function restore(place: Place, { file, key, withdrawals, tell }: Asked): Promise<Verification> {
  const { folder, url } = place;
  refuseFullFolder(folder);
  const newer = withdrawals === undefined ? [] : await newerLedgers(withdrawals);
  const half = join(folder, "restoring");
  try {
    await unpackInto(half, file, key);
    refuseOtherDatabase(half, url);
    if (url !== undefined) await restorePostgres(url, half);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    throw backupErrorOf(error, file);
  }
  moveUp(half, folder);
  for (const { path, text } of newer) await appendMissingLines(join(folder, path), text);
  await replay(place);
  return verifyData(place, tell);
}

function refuseFullFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (readdirSync(folder).some((name) => name !== "lost+found"))
    throw new BackupError(
      `The folder ${folder} is not empty. Restore into a new, empty one: nothing is ever written over.`,
    );
}

async function unpackInto(half: string, file: string, key: BackupKey): Promise<void> {
  mkdirSync(half, { mode: 0o700 });
  const bytes = createReadStream(file, { highWaterMark: 1024 * 1024 });
  await unpack(opened(key, bytes), async (path, content) => {
    mkdirSync(dirname(join(half, path)), { recursive: true, mode: 0o700 });
    await pipeline(content, createWriteStream(join(half, path), { mode: 0o600, flags: "wx", flush: true }));
  });
}

function refuseOtherDatabase(half: string, url: string | undefined): void {
  const isDump = existsSync(join(half, dumpFile));
  if (isDump && url === undefined)
    throw new BackupError(
      "This backup was made of a PostgreSQL. Name a new, empty database: TILTAS_DATABASE_URL=postgres://…",
    );
  if (!isDump && url !== undefined)
    throw new BackupError(
      "This backup was made of the embedded database. Restore it without a database address.",
    );
}

/** The answers come last: a folder without them is plainly not restored. */
function moveUp(half: string, folder: string): void {
  rmSync(join(half, dumpFile), { force: true });
  const [answers] = databaseFiles;
  const names = readdirSync(half).toSorted((a, b) => Number(a === answers) - Number(b === answers));
  for (const name of names) renameSync(join(half, name), join(folder, name));
  rmSync(half, { recursive: true });
}

/** The ledger that was named and, where it lies beside it, the one of what was removed by its term. */
async function newerLedgers(withdrawals: string): Promise<readonly { path: string; text: string }[]> {
  const beside = removalsFile(dirname(withdrawals));
  const text = await readFile(withdrawals, "utf8").catch(() => {
    throw new BackupError(`The ledger of withdrawals ${withdrawals} cannot be read.`);
  });
  const removals = existsSync(beside)
    ? [{ path: "removals.ledger", text: await readFile(beside, "utf8") }]
    : [];
  return [{ path: "withdrawals.ledger", text }, ...removals];
}

async function appendMissingLines(file: string, newer: string): Promise<void> {
  const known = new Set(existsSync(file) ? (await readFile(file, "utf8")).split("\n") : []);
  const lines = newer
    .split("\n")
    .slice(0, -1)
    .filter((line) => !known.has(line));
  if (lines.length > 0) await appendFile(file, `${lines.join("\n")}\n`, { mode: 0o600, flush: true });
}

/** A start of the store brings the tables up to date and takes out again whom its ledger of withdrawals names. */
async function replay(place: Place): Promise<void> {
  const store = await openStore(place);
  await store.close();
  const gone = await identitiesIn(withdrawalsFile(place.folder), removalsFile(place.folder));
  if (gone.size === 0) return;
  await removeAgain(place);
  await forgetParadata(place);
}

/** What a device told about an interview goes with its answers. */
async function forgetParadata(place: Place): Promise<void> {
  const paradata = await openParadataStore(place);
  try {
    for (const file of [withdrawalsFile(place.folder), removalsFile(place.folder)])
      for await (const line of ledgerLines<Gone>(file))
        if (!line.quarantined) await paradata.forget([line.responseId]);
  } finally {
    await paradata.close();
  }
}
