import { createHmac, createSecretKey, randomBytes } from "node:crypto";
import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { codeAlphabet, grouped } from "@tiltas/contract/codes";

/** The codes that people write down: nobody can make one, or guess it from the response, without the key. */
export interface Receipts {
  /** First 80 bits of HMAC-SHA-256(key, responseId) in base32 (RFC 4648), in groups of four: `ABCD-EFGH-IJKL-MNOP`. */
  codeOf(responseId: string): string;
  /** Under what a response is kept to be found by its code: base64url HMAC-SHA-256(key, "lookup " + bare code). */
  lookup(code: string): string;
}

export function createReceipts(key: Uint8Array): Receipts {
  const secret = createSecretKey(key);
  return {
    codeOf(responseId) {
      const bits = createHmac("sha256", secret).update(responseId).digest().subarray(0, 10);
      return grouped(base32(bits), 4);
    },
    lookup: (code) =>
      createHmac("sha256", secret)
        .update(`lookup ${code.replaceAll("-", "")}`)
        .digest("base64url"),
  };
}

function base32(bytes: Uint8Array): string {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) text += codeAlphabet.charAt((held >> (bits - 5)) & 31);
  }
  return text;
}

/**
 * The server's own key, 256 random bits, made on the first run and readable by the server's account only.
 *
 * @param isMarked the database knows a key, so that none is made
 */
export async function receiptKey(folder: string, isMarked = false): Promise<Uint8Array> {
  const path = join(folder, "receipt.key");
  const kept = await readFile(path).catch(() => undefined);
  if (kept?.length === 32) return kept;
  if (kept)
    throw new Error(
      `The file ${path} is damaged. Restore it from a backup: without it receipt codes change.`,
    );
  if (isMarked) throw new Error(withoutReceiptKey);
  const made = randomBytes(32);
  const file = await open(`${path}.new`, "w", 0o600);
  await file.writeFile(made);
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
  return made;
}

const withoutReceiptKey =
  "The data folder has no file receipt.key, and its database was filled with one: without it codes that people wrote down find nothing. Copy it from a backup, or from the other server that uses this database; if it is lost for good, see docs/guides/operate.md.";
