import { createHash, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import type { BackupKey } from "./key.ts";
import { opened, sealed } from "./seal.ts";

const keyOf = (bits: Buffer): BackupKey => ({
  bits,
  id: createHash("sha256").update(bits).digest().subarray(0, 8),
});
const key = keyOf(Buffer.alloc(32, 7));

async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

const mebibyte = 1024 * 1024;

test.each([0, 1, 1000, mebibyte - 1, mebibyte, mebibyte + 1, 3 * mebibyte])(
  "%i bytes come back as they were, in whatever chunks they travel",
  async (bytes) => {
    const plain = randomBytes(bytes);
    const file = await all(sealed(key, chunks(plain, 70_001)));
    expect((await all(opened(key, chunks(file, 65_536)))).equals(plain)).toBe(true);
  },
);

const plain = randomBytes(2 * mebibyte + 500);
const file = await all(sealed(key, chunks(plain, mebibyte)));
const header = 56;
const piece = mebibyte + 16;
const piecesAt = (...numbers: number[]) =>
  Buffer.concat([
    file.subarray(0, header),
    ...numbers.map((n) => file.subarray(header + n * piece, header + (n + 1) * piece)),
  ]);

test.each([
  ["its last piece", piecesAt(0, 1)],
  ["all pieces but the first", piecesAt(0)],
  ["half a piece", file.subarray(0, header + piece / 2)],
  ["its last byte", file.subarray(0, -1)],
  ["everything behind its header", file.subarray(0, header)],
  ["half its header", file.subarray(0, 20)],
])("a file that was cut does not open: without %s", async (_what, cut) => {
  await expect(all(opened(key, chunks(cut, 65_536)))).rejects.toThrow(/not whole/);
});

test.each([
  ["exchanged", piecesAt(1, 0, 2)],
  ["doubled", piecesAt(0, 0, 1, 2)],
  ["left out", piecesAt(0, 2)],
  ["added behind the end", Buffer.concat([file, file.subarray(header, header + 100)])],
])("pieces that were %s do not open", async (_what, other) => {
  await expect(all(opened(key, chunks(other, 65_536)))).rejects.toThrow(/not whole/);
});

test("any flipped byte is refused: in the key's name, the salt, each piece and each seal", async () => {
  for (const at of [
    20,
    40,
    header,
    header + 5_000,
    header + mebibyte + 3,
    file.length - 300,
    file.length - 1,
  ]) {
    const flipped = Buffer.from(file);
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    await expect(all(opened(key, chunks(flipped, 65_536)))).rejects.toThrow(/not whole|another key/);
  }
});

test("another key is said to be another key, and another file to be no backup", async () => {
  const other = keyOf(Buffer.alloc(32, 8));
  await expect(all(opened(other, chunks(file, 65_536)))).rejects.toThrow(/made with another key/);
  await expect(all(opened(key, chunks(Buffer.alloc(200, 65), 65_536)))).rejects.toThrow(
    /not a backup of Tiltas/,
  );
});

test("the same content sealed twice shares nothing but the name of format and key", async () => {
  const again = await all(sealed(key, chunks(plain, mebibyte)));
  expect(again.subarray(0, 24).equals(file.subarray(0, 24))).toBe(true);
  expect(again.subarray(24, 56).equals(file.subarray(24, 56))).toBe(false);
  expect(again.subarray(56, 1_056).equals(file.subarray(56, 1_056))).toBe(false);
});
