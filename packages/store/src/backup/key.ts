import { createHash, randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { BackupError } from "./refusal.ts";

/** The key of backups: 256 random bits, and the name by which a file says which key made it. */
export interface BackupKey {
  readonly bits: Buffer;
  /** Eight bytes that follow from the key and tell nothing about it. */
  readonly id: Buffer;
}

const opening = "tiltas backup key 1 ";

/** Makes a key and writes it into a new file, readable by its owner only. @throws BackupError when there is a file already */
export function makeKeyFile(file: string): BackupKey {
  const bits = randomBytes(32);
  try {
    writeFileSync(file, `${opening}${bits.toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    throw new BackupError(
      error instanceof Error && "code" in error && error.code === "EEXIST"
        ? `There is a file ${file} already. A key is never written over: backups made with it could not be opened any more.`
        : `The key file ${file} cannot be written. Check that its folder exists and is yours to write in.`,
    );
  }
  return keyOf(bits);
}

/** @throws BackupError when the file is not there or holds no key */
export function readKeyFile(file: string): BackupKey {
  let text: string;
  try {
    text = readFileSync(file, "utf8").trim();
  } catch {
    throw new BackupError(
      `The key file ${file} cannot be read. Make one with: npx tiltas admin key --to ${file}`,
    );
  }
  const bits = Buffer.from(text.slice(opening.length), "base64url");
  if (!text.startsWith(opening) || bits.length !== 32)
    throw new BackupError(`${file} is not a backup key of Tiltas, or not a whole one.`);
  return keyOf(bits);
}

function keyOf(bits: Buffer): BackupKey {
  const id = createHash("sha256").update("tiltas backup key id").update(bits).digest().subarray(0, 8);
  return { bits, id };
}
