import { randomBytes } from "node:crypto";
import { cp, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "@tiltas/store/open";
import type { Store } from "@tiltas/store/port";
import { afterEach, beforeEach, expect, test } from "vitest";
import { agreeOnKeys } from "./agreed-keys.ts";
import { openSealingKeys } from "./keys.ts";

let home = "";
let store: Store;
const receiptKey = randomBytes(32);
const [one, two] = ["one", "two"];
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "tiltas-keys-"));
  store = await openStore({ folder: join(home, "data") });
});
afterEach(async () => {
  await store.close();
  await rm(home, { recursive: true });
});

/** A server that keeps its keys in a folder of its own, on the one database. */
const start = async (folder: string, key: Uint8Array = receiptKey) =>
  agreeOnKeys({ store, receiptKey: key, keys: await openSealingKeys(join(home, folder)) });

test("a server that starts again, and one with copies of its keys, find what the database knows", async () => {
  const { id } = await (await start(one)).of("integration");
  expect((await (await start(one)).of("integration")).id).toBe(id);
  await cp(join(home, one), join(home, two), { recursive: true });
  expect((await (await start(two)).of("integration")).id).toBe(id);
});

test("a second server with another receipt.key, or a folder that lost its own, is refused with what to do", async () => {
  await start(one);
  await expect(start(one, randomBytes(32))).rejects.toThrow(/receipt\.key .* is not the one .* copy it from/);
});

test("a second server without the key of a study is refused, and makes none of its own", async () => {
  const early = await start(two);
  await (await start(one)).of("integration");
  await expect(start(two)).rejects.toThrow(/does not hold the key keys\/integration\.json/);
  await expect(early.of("integration")).rejects.toThrow(/does not hold the key/);
  await cp(join(home, one), join(home, two), { recursive: true });
  await start(two);
});

test("control: nothing but the marks keeps two servers from sealing one study to two keys", async () => {
  const [first, second] = await Promise.all([one, two].map((folder) => openSealingKeys(join(home, folder))));
  expect((await first?.of("integration"))?.id).not.toBe((await second?.of("integration"))?.id);
});

test("a key that was changed on purpose follows the earlier one; a server that has not got it yet is refused", async () => {
  await (await start(one)).of("integration");
  await cp(join(home, one), join(home, two), { recursive: true });
  await rename(join(home, one, "integration.json"), join(home, one, "integration-2027.json"));
  const { id } = await (await start(one)).of("integration");
  expect(await store.listKeyMarks()).toContainEqual({ name: "keys/integration.json", mark: id });
  await expect(start(two)).rejects.toThrow(/does not hold the key/);
});
