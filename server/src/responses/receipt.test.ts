import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contentHash } from "@tiltas/instrument/versions";
import { afterAll, expect, test } from "vitest";
import { anUpload } from "../../support/upload.ts";
import { canonicalContent } from "./content.ts";
import { createReceipts, receiptKey } from "./receipt.ts";

const folder = mkdtempSync(join(tmpdir(), "tiltas-receipt-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a receipt code is the first 80 bits of HMAC-SHA-256 in base32, in groups of four", () => {
  // RFC 4231, case 1: b0344c61d8db38535ca8…
  const code = createReceipts(new Uint8Array(20).fill(0x0b)).codeOf("Hi There");
  expect(code).toBe("WA2E-YYOY-3M4F-GXFI");
});

test("the key is made once, kept for the server's account alone, and never replaced when damaged", async () => {
  const made = await receiptKey(folder);
  expect(await receiptKey(folder)).toEqual(Buffer.from(made));
  const path = join(folder, "receipt.key");
  expect([readFileSync(path).length, statSync(path).mode & 0o077]).toEqual([32, 0]);
  writeFileSync(path, "short");
  await expect(receiptKey(folder)).rejects.toThrow(/is damaged. Restore it/);
  rmSync(path);
  await expect(receiptKey(folder, true)).rejects.toThrow(
    /has no file receipt\.key, and its database was filled/,
  );
  expect(existsSync(path)).toBe(false);
});

test("the hash made from the parts that are kept is the hash that devices compute", () => {
  for (const parent of [null, 1]) {
    const upload = anUpload({ parent, answers: { z: [1, "ą", null], a: { "2": true, "10": -1.5e-7 } } });
    expect(canonicalContent(upload).hash).toBe(contentHash(upload));
  }
});
