import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { deleteDB } from "idb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Draft } from "./draft.ts";
import { indexedDevice } from "./indexed-device.ts";
import { removeEverything } from "./remove-everything.ts";
import { databaseName } from "./schema.ts";

const draft = (answer: string): Draft => ({
  ...{ wave: "autumn", responseId: "0193a1d2-7c1e-4f6a-9b3c-5d2e8f701a2b", instrument: "c".repeat(64) },
  consent: { notice: 1, noticeDigest: "d".repeat(64), language: "uk", time: "2026-11-21T21:00:00Z" },
  ...{
    language: "uk",
    mode: "web" as const,
    form: "short",
    sample: "open" as const,
    stage: "pilot" as const,
  },
  ...{ channel: null, answers: { answer }, page: null },
});
let buckets: Map<string, IDBFactory>;

beforeEach(() => {
  buckets = new Map();
  vi.stubGlobal("navigator", {
    storageBuckets: {
      keys: async () => [...buckets.keys()],
      open: async (name: string) => {
        const indexedDB = buckets.get(name) ?? new IDBFactory();
        buckets.set(name, indexedDB);
        return { indexedDB };
      },
      delete: async (name: string) => void buckets.delete(name),
    },
  });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await deleteDB(databaseName);
});

/** A visit ends without closing anything; the next one is a page of its own. */
async function visited(answer?: string): Promise<unknown> {
  const device = indexedDevice();
  if (answer !== undefined) await device.saveDraft(draft(answer));
  return (await device.draft("autumn"))?.answers.answer;
}

/** As Chromium does when it reads damage in its files. */
async function loseDatabase(): Promise<void> {
  await deleteDB(databaseName);
}

test("a database that the browser threw away comes back from the copy, with its key", async () => {
  await visited("first");
  await visited("second");
  await loseDatabase();
  expect(await visited()).toBe("second");
});

test("the copy that the browser threw away is made again from the database", async () => {
  await visited("first");
  await visited("second");
  buckets.clear();
  await visited();
  await visited("third");
  await loseDatabase();
  expect(await visited()).toBe("third");
});

test("one visit alone leaves no copy, and looking makes none", async () => {
  expect(await visited()).toBeUndefined();
  await visited("only");
  expect([...buckets.keys()]).toEqual([]);
});

test("who removes everything removes the copy too: nothing comes back", async () => {
  await visited("first");
  await visited("second");
  expect([...buckets.keys()]).toEqual(["tiltas"]);
  expect(await removeEverything()).toEqual([]);
  expect([...buckets.keys()]).toEqual([]);
  expect(await visited()).toBeUndefined();
});

test("when the last thing on the device is forgotten, the copy goes with the key", async () => {
  await visited("first");
  await visited("second");
  await indexedDevice().forget("autumn");
  expect([...buckets.keys()]).toEqual([]);
});

test("a copy that cannot be written keeps nobody from saving", async () => {
  await visited("first");
  vi.stubGlobal("navigator", {
    storageBuckets: { keys: async () => ["tiltas"], open: () => Promise.reject(new Error("no")) },
  });
  expect(await visited("second")).toBe("second");
});
