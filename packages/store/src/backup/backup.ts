import { createReadStream, existsSync, rmSync, statSync } from "node:fs";
import { type FileHandle, open, rename } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { type Finding, type Verification, verifyData } from "../care/index.ts";
import type { Place } from "../open/index.ts";
import { type Contents, packed, unpack } from "./archive.ts";
import { makeImage, refuseOtherFolders, workFolder } from "./image.ts";
import type { BackupKey } from "./key.ts";
import { BackupError, backupErrorOf } from "./refusal.ts";
import { opened, sealed } from "./seal.ts";

export interface Backup {
  readonly file: string;
  readonly bytes: number;
  /** What the check of the copy found; undefined on PostgreSQL, where the dump is its own. */
  readonly verification: Verification | undefined;
}

interface Asked {
  readonly file: string;
  readonly key: BackupKey;
  /** Hears what the check of the copied data finds; a backup of damaged data is made all the same. */
  readonly tell: (finding: Finding) => void;
}

/**
 * Backs a data folder up into one encrypted file, beside a running server. The file appears under its name only when it
 * has been written, synced, read back and compared; nothing is ever written over.
 *
 * @throws BackupError in a sentence with the remedy; there is then no file, and earlier ones are as they were
 */
export async function backUp(place: Place, { file, key, tell }: Asked): Promise<Backup> {
  refuseOtherFolders(place);
  refuseTarget(place.folder, file);
  const image = workFolder(place.folder);
  const part = `${file}.${process.pid}.part`;
  try {
    await makeImage(place, image);
    const verification = place.url === undefined ? await verifyData({ folder: image }, tell) : undefined;
    const contents = await write(image, key, part);
    await compareWithFile(contents, key, part);
    await rename(part, file);
    await syncFolder(dirname(file));
    return { file, bytes: statSync(file).size, verification };
  } catch (error) {
    throw backupErrorOf(error, file);
  } finally {
    rmSync(part, { force: true });
    rmSync(image, { recursive: true, force: true });
  }
}

function refuseTarget(folder: string, file: string): void {
  if (existsSync(file))
    throw new BackupError(
      `There is a file ${file} already. Choose another name: a backup is never written over.`,
    );
  const inside = relative(resolve(folder), resolve(file));
  if (!inside.startsWith("..") && resolve(inside) !== inside)
    throw new BackupError("A backup inside the data folder is lost with it. Name a file on another disk.");
  if (!existsSync(dirname(resolve(file))))
    throw new BackupError(`There is no folder ${dirname(resolve(file))} for the backup. Make it first.`);
}

async function write(image: string, key: BackupKey, part: string): Promise<Contents> {
  const contents = new Map<string, string>();
  const handle = await open(part, "wx", 0o600);
  try {
    for await (const piece of sealed(key, packed(image, contents))) await writeAll(handle, piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return contents;
}

async function writeAll(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let written = 0; written < bytes.length; )
    written += (await handle.write(bytes, written)).bytesWritten;
}

/** Reads the file as a restore would, and compares every file in it with what went in. */
async function compareWithFile(contents: Contents, key: BackupKey, file: string): Promise<void> {
  const inFile = await unpack(opened(key, createReadStream(file)), async (_path, bytes) => {
    for await (const _ of bytes);
  });
  const same =
    inFile.size === contents.size && [...contents].every(([path, hash]) => inFile.get(path) === hash);
  if (!same)
    throw new BackupError(
      "What was written is not what can be read back; the disk may be failing. The file was removed.",
    );
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().catch(() => {});
  await handle.close();
}
