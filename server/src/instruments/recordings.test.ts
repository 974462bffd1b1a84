import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InstrumentFolder } from "@tiltas/store/folders";
import { afterAll, expect, test } from "vitest";
import { type TestServer, testServer } from "../../support/test-server.ts";
import { RecordingError, recordingsOf } from "./recordings.ts";

const path = mkdtempSync(join(tmpdir(), "tiltas-recordings-"));
let server: TestServer | undefined;
afterAll(async () => {
  rmSync(path, { recursive: true });
  await server?.close();
});

const bytes = Buffer.from("an item read aloud");
const sha256 = createHash("sha256").update(bytes).digest("hex");
mkdirSync(join(path, "recordings"));
writeFileSync(join(path, "recordings", "town.lt.mp3"), bytes);
const folder = (file: string, digest = sha256) => {
  const lt = { file, sha256: digest, says: "Ar čia gyvenate?" };
  return { path, recordings: [{ number: 1, items: { town: { lt } } }] } as unknown as InstrumentFolder;
};

test("a recording is found by its content, and nothing else is", async () => {
  const recordings = recordingsOf([folder("town.lt.mp3")]);
  expect(await recordings.find(`${sha256}.mp3`)).toEqual(bytes);
  expect(await recordings.find(`${"0".repeat(64)}.mp3`)).toBeUndefined();
});

test("a recording that is gone, or is another one than its list says, is no recording", () => {
  expect(() => recordingsOf([folder("gone.lt.mp3")])).toThrow(RecordingError);
  expect(() => recordingsOf([folder("town.lt.mp3", "0".repeat(64))])).toThrow(/town\.lt\.mp3 is gone, or/);
});

test("whoever asks for a recording may keep it for ever; an unknown one is said to be unknown", async () => {
  server = await testServer();
  const ask = (name: string) => server?.app.inject({ url: `/api/recordings/${name}` });
  const heard = await ask(`${"0".repeat(64)}.mp3`);
  expect([heard?.statusCode, heard?.headers["content-type"], heard?.headers["cache-control"]]).toEqual([
    ...[200, "audio/mpeg", "public, max-age=31536000, immutable"],
  ]);
  expect((await ask(`${"1".repeat(64)}.mp3`))?.statusCode).toBe(404);
  expect((await ask("..%2f..%2fkeys"))?.statusCode).toBe(400);
});
