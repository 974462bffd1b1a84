import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { BackupKey } from "./key.ts";
import { BackupError } from "./refusal.ts";

/**
 * An encrypted file that is written and read in one pass: 16 bytes that name the format, 8 that name the key, a salt of
 * 32, then pieces of one MiB (the last one shorter), each AES-256-GCM under a key of this file alone (HKDF-SHA-256).
 * The nonce of a piece is its number and whether it is the last one, so a file that was cut, or whose pieces were
 * dropped, doubled or exchanged, does not open (the STREAM construction: Hoang, Reyhanitabar, Rogaway, Vizár 2015).
 */
const format = Buffer.from("tiltas backup 1\n");
const pieceSize = 1024 * 1024;
const tagSize = 16;
const headerSize = format.length + 8 + 32;

type Bytes = AsyncIterable<Buffer>;

/** @returns the encrypted file, piece by piece */
export async function* sealed(key: BackupKey, plain: Bytes): AsyncGenerator<Buffer> {
  const header = Buffer.concat([format, key.id, randomBytes(32)]);
  const fileKey = fileKeyOf(key, header);
  yield header;
  let number = 0;
  for await (const { piece, isLast } of inPieces(plain, pieceSize)) {
    const cipher = createCipheriv("aes-256-gcm", fileKey, nonceOf(number++, isLast));
    cipher.setAAD(header);
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  }
}

/**
 * Every byte that is yielded is one that was sealed; use nothing before the last one has come.
 *
 * @throws BackupError when this is no backup, made with another key, cut or altered
 */
export async function* opened(key: BackupKey, file: Bytes): AsyncGenerator<Buffer> {
  const source = file[Symbol.asyncIterator]();
  const { header, rest } = await headerOf(source);
  if (!header.subarray(0, format.length).equals(format))
    throw new BackupError("This is not a backup of Tiltas.");
  if (!header.subarray(format.length, format.length + 8).equals(key.id))
    throw new BackupError("This backup was made with another key. Name the key file it was made with.");
  const fileKey = fileKeyOf(key, header);
  let number = 0;
  for await (const { piece, isLast } of inPieces(after(rest, source), pieceSize + tagSize)) {
    if (piece.length < tagSize) throw damaged();
    const decipher = createDecipheriv("aes-256-gcm", fileKey, nonceOf(number++, isLast));
    decipher.setAAD(header);
    decipher.setAuthTag(piece.subarray(-tagSize));
    yield openedPiece(decipher, piece.subarray(0, -tagSize));
  }
}

function openedPiece(decipher: ReturnType<typeof createDecipheriv>, piece: Buffer): Buffer {
  try {
    return Buffer.concat([decipher.update(piece), decipher.final()]);
  } catch {
    throw damaged();
  }
}

function fileKeyOf(key: BackupKey, header: Buffer): Buffer {
  const salt = header.subarray(format.length + 8);
  return Buffer.from(hkdfSync("sha256", key.bits, salt, "tiltas backup 1", 32));
}

/** Eleven bytes of number, one that says whether it is the last. */
function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

async function headerOf(source: AsyncIterator<Buffer>): Promise<{ header: Buffer; rest: Buffer }> {
  let held: Buffer = Buffer.alloc(0);
  while (held.length < headerSize) {
    const { value, done } = await source.next();
    if (done) break;
    held = Buffer.concat([held, value]);
  }
  if (held.length < headerSize) throw damaged();
  return { header: held.subarray(0, headerSize), rest: held.subarray(headerSize) };
}

async function* after(first: Buffer, source: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* { [Symbol.asyncIterator]: () => source };
}

/** The same bytes in pieces of one size; only the last is shorter. An empty source has one empty piece. */
async function* inPieces(source: Bytes, size: number): AsyncGenerator<{ piece: Buffer; isLast: boolean }> {
  let parts: Buffer[] = [];
  let held = 0;
  for await (const chunk of source) {
    parts.push(chunk);
    held += chunk.length;
    if (held <= size) continue;
    let bytes = Buffer.concat(parts);
    for (; bytes.length > size; bytes = bytes.subarray(size))
      yield { piece: bytes.subarray(0, size), isLast: false };
    parts = [bytes];
    held = bytes.length;
  }
  yield { piece: Buffer.concat(parts), isLast: true };
}

const damaged = () =>
  new BackupError(
    "This backup is not whole: a part is missing or was altered. Take another one; nothing was restored from it.",
  );
