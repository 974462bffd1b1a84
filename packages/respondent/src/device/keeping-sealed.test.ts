import "fake-indexeddb/auto";
import { RescueFile } from "@tiltas/contract/sealing";
import { Dexie } from "dexie";
import { openDB } from "idb";
import { afterEach, expect, test, vi } from "vitest";
import { studyKey } from "../../trial/study-key.ts";
import { enveloped, finish, rescueFile } from "../outbox/index.ts";
import type { Draft } from "./draft.ts";
import { indexedDevice } from "./indexed-device.ts";
import { databaseName, databaseVersion } from "./schema.ts";
import type { StorageState } from "./storage-state.ts";

const draft: Draft = {
  wave: "autumn",
  responseId: "0193a1d2-7c1e-4f6a-9b3c-5d2e8f701a2b",
  instrument: "c".repeat(64),
  consent: { notice: 1, noticeDigest: "d".repeat(64), language: "uk", time: "2026-11-21T21:00:00Z" },
  language: "uk",
  mode: "web",
  form: "short",
  sample: "open",
  stage: "pilot",
  channel: null,
  answers: { remark: "Солом'янка" },
  page: "about-you",
};
const hour = "2026-11-21T21:00:00Z";
const study = studyKey();

afterEach(
  () =>
    new Promise<void>((resolve) => {
      const request = indexedDB.deleteDatabase(databaseName);
      request.onsuccess = () => resolve();
    }),
);

/** Everything that lies in the database, as a thief would read it. */
async function everythingOnDisk(): Promise<string> {
  const database = await openDB(databaseName);
  const rows = await Promise.all([...database.objectStoreNames].map((name) => database.getAll(name)));
  database.close();
  return rows
    .flat()
    .map((row) => JSON.stringify(row, (_, value) => asText(value)))
    .join("\n");
}

function asText(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return Buffer.from(value).toString("latin1");
  return ArrayBuffer.isView(value) ? "bytes" : value;
}

test("an open draft lies on the device as ciphertext, under a key that cannot be taken out", async () => {
  const device = indexedDevice();
  await device.saveDraft(draft);
  const lying = await everythingOnDisk();
  expect(lying).toContain(draft.responseId);
  for (const word of ["Солом", "remark", "about-you", "noticeDigest"]) expect(lying).not.toContain(word);
  const database = await openDB(databaseName);
  const key: CryptoKey = await database.get("keys", "device");
  database.close();
  expect(key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
});

test("a draft put in another's place does not open", async () => {
  const device = indexedDevice();
  await device.saveDraft(draft);
  const database = await openDB(databaseName);
  const row = await database.get("drafts", draft.responseId);
  await database.put("drafts", { ...row, responseId: crypto.randomUUID(), wave: "spring" });
  database.close();
  expect(await device.draft("spring")).toBeUndefined();
  expect(await device.draft("autumn")).toEqual(draft);
});

test("a response never lies under a key that another tab took away while it was being sealed", async () => {
  const [device, otherTab] = [indexedDevice(), indexedDevice()];
  await otherTab.saveDraft(draft);
  const encrypt = vi.spyOn(crypto.subtle, "encrypt").mockImplementationOnce(async (...what) => {
    await otherTab.removeDraft(draft.responseId);
    encrypt.mockRestore();
    return crypto.subtle.encrypt(...what);
  });
  const waiting = await finish({ ...draft, responseId: crypto.randomUUID() }, null, hour);
  await device.put(waiting);
  expect(await device.queue()).toEqual([waiting]);
});

test("two tabs that write their first drafts at once can both read both", async () => {
  const tabs = [indexedDevice(), indexedDevice()];
  await Promise.all(tabs.map((tab) => tab.saveDraft({ ...draft, responseId: crypto.randomUUID() })));
  for (const tab of tabs) expect(await tab.drafts()).toHaveLength(2);
});

test("a kiosk writes nothing before the interview is finished, and only what is sealed to the study then", async () => {
  const kiosk = indexedDevice({ ownership: "kiosk" });
  await kiosk.saveDraft({ ...draft, mode: "kiosk" });
  await kiosk.putParadata(draft.responseId, { events: [] });
  expect(await kiosk.draft("autumn")).toMatchObject({ answers: draft.answers });
  expect(await indexedDB.databases()).toEqual([]);
  const after = { language: "uk", municipality: "13" };
  const waiting = await finish({ ...draft, mode: "kiosk" }, study.public, hour, after);
  await kiosk.handOver(waiting);
  expect(await kiosk.drafts()).toEqual([]);
  expect((await kiosk.queue())[0]?.afterwards).toBeUndefined();
  expect(await everythingOnDisk()).not.toContain("Солом");
  await kiosk.release(waiting, true);
  expect(await indexedDB.databases()).toEqual([]);
});

test("an interviewer's tablet holds several interviews, and one that is finished leaves the others", async () => {
  const tablet = indexedDevice({ ownership: "paired" });
  const others = [crypto.randomUUID(), crypto.randomUUID()];
  for (const responseId of [draft.responseId, ...others]) await tablet.saveDraft({ ...draft, responseId });
  await tablet.handOver(await finish(draft, study.public, hour));
  expect((await tablet.drafts()).map(({ responseId }) => responseId).sort()).toEqual(others.sort());
  expect(await tablet.counts()).toEqual({ open: 2, waiting: 1, kept: 0 });
});

test("paradata are due once their response has left, and go without it", async () => {
  const device = indexedDevice();
  const waiting = await finish(draft, study.public, hour);
  await device.putParadata(draft.responseId, { batch: 1 });
  await device.handOver(waiting);
  expect(await device.paradataDue()).toEqual([]);
  await device.release(waiting, true);
  expect(await device.paradataDue()).toEqual([draft.responseId]);
  expect((await device.paradata(draft.responseId)).map(({ batch }) => batch)).toEqual([{ batch: 1 }]);
  await device.dropParadata(draft.responseId);
  expect(await indexedDB.databases()).toEqual([]);
});

/** The application's first version, with Dexie: plain rows by wave. */
async function version1(uploads: readonly unknown[], drafts: readonly unknown[]): Promise<Dexie> {
  const earlier = new Dexie(databaseName);
  earlier.version(1).stores({ drafts: "wave", outbox: "wave" });
  await earlier.table("outbox").bulkPut(uploads);
  await earlier.table("drafts").bulkPut(drafts);
  return earlier;
}

const hundred = Array.from({ length: 100 }, (_, number) => {
  const wave = `wave ${number}`;
  return { wave, upload: enveloped({ ...draft, wave, responseId: crypto.randomUUID() }) };
});

test("R29: a hundred responses that an earlier version queued are all there, sealed, and can be sent and rescued", async () => {
  const earlier = await version1([...hundred, { wave: "torn", upload: "half" }], [draft]);
  earlier.close();
  const device = indexedDevice();
  const queue = await device.queue();
  expect(new Map(queue.map(({ message }) => [message.wave, message]))).toEqual(
    new Map(hundred.map(({ wave, upload }) => [wave, upload])),
  );
  expect(await device.draft("autumn")).toEqual(draft);
  const lying = await everythingOnDisk();
  expect(lying).not.toContain("Солом");
  expect(lying, "what cannot be read is kept").toContain("half");
  const { text, leftOut } = await rescueFile(queue, () => study.public, new Date());
  expect([RescueFile.parse(JSON.parse(text)).responses.length, leftOut]).toEqual([100, 0]);
  for (const waiting of queue) await device.release(waiting, true);
  expect((await device.counts()).waiting).toBe(0);
});

test("control of R29: an upgrade that makes its stores anew has lost them all", async () => {
  (await version1(hundred, [])).close();
  const careless = await openDB(databaseName, databaseVersion, {
    upgrade(database) {
      for (const name of [...database.objectStoreNames]) database.deleteObjectStore(name);
      database.createObjectStore("outbox", { keyPath: "id" });
    },
  });
  expect(await careless.count("outbox")).toBe(0);
  careless.close();
});

test("R29: an upgrade that another tab blocks is said, and made as soon as that tab is closed", async () => {
  (await version1(hundred.slice(0, 3), [])).close();
  const otherTab = await openDB(databaseName);
  const said: StorageState["kind"][] = [];
  const device = indexedDevice({ onState: ({ kind }) => void said.push(kind) });
  const queue = device.queue();
  await expect.poll(() => said).toEqual(["blocked"]);
  otherTab.close();
  expect(await queue).toHaveLength(3);
  expect(said).toEqual(["blocked", "ok"]);
});

test("R29: an earlier version that meets a newer database says so, and leaves it as it is", async () => {
  (await openDB(databaseName, databaseVersion + 10)).close();
  const said: StorageState["kind"][] = [];
  const device = indexedDevice({ onState: ({ kind }) => void said.push(kind) });
  await expect(device.saveDraft(draft)).rejects.toThrow();
  expect(said).toContain("newer");
  const database = await openDB(databaseName);
  expect(database.version).toBe(databaseVersion + 10);
  database.close();
});

test("a storage that works passes its test; one whose seal does not open fails it", async () => {
  expect(await indexedDevice().selfTest()).toEqual({ kind: "ok" });
  const states: StorageState[] = [];
  const tablet = indexedDevice({ ownership: "paired", onState: (state) => void states.push(state) });
  expect(await tablet.selfTest()).toEqual({ kind: "not-persisted" });
  expect(states).toEqual([{ kind: "not-persisted" }]);
});
