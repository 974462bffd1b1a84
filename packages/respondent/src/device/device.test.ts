import "fake-indexeddb/auto";
import { afterEach, expect, test } from "vitest";
import { finish } from "../outbox/index.ts";
import type { Draft } from "./draft.ts";
import { indexedDevice } from "./indexed-device.ts";
import { type KeepingState, keeping } from "./keeping.ts";

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
  answers: { sex: "female" },
  page: "about-you",
};
const waiting = await finish(draft, null, "2026-11-21T21:00:00Z", {
  language: "uk",
  municipality: undefined,
});

const device = indexedDevice();

afterEach(async () => {
  await device.forget("autumn");
  await device.forget("spring");
});

test("an interview goes on where it was left, on the version it began with", async () => {
  await device.saveDraft(draft);
  expect(await device.draft("autumn")).toEqual(draft);
  expect(await device.draft("spring")).toBeUndefined();
});

test("a draft from before an interview knew its mode and form goes on: a short one on the web", async () => {
  const { mode, form, sample, stage, ...earlier } = draft;
  await device.saveDraft(earlier as Draft);
  expect(await device.draft("autumn")).toEqual({ ...earlier, mode, form, sample, stage });
  expect([mode, form, sample, stage]).toEqual(["web", "short", "open", "pilot"]);
});

test("looking for a draft leaves no trace on the device", async () => {
  expect(await indexedDevice().draft("autumn")).toBeUndefined();
  expect(await indexedDevice().waiting("autumn")).toBeUndefined();
  expect(await indexedDB.databases()).toEqual([]);
});

test("a finished interview moves into the outbox and leaves no draft behind", async () => {
  await device.saveDraft(draft);
  await device.handOver(waiting);
  expect(await device.draft("autumn")).toBeUndefined();
  expect(await device.waiting("autumn")).toEqual(waiting);
});

test("a refused response stays, with the reason", async () => {
  await device.put({ ...waiting, setAside: "wave-closed" });
  expect(await device.waiting("autumn")).toEqual({ ...waiting, setAside: "wave-closed" });
});

test("after the receipt the database itself is gone", async () => {
  await device.handOver(waiting);
  expect((await indexedDB.databases()).map(({ name }) => name)).toContain("tiltas");
  await device.forget("autumn");
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain("tiltas");
});

test("another wave's answers survive the receipt of this one", async () => {
  await device.saveDraft({ ...draft, wave: "spring", responseId: crypto.randomUUID() });
  await device.handOver(waiting);
  await device.forget("autumn");
  expect(await device.draft("spring")).toBeDefined();
  expect(await device.waiting("autumn")).toBeUndefined();
});

test("a damaged draft is not opened", async () => {
  await device.saveDraft({ ...draft, instrument: "not a digest" });
  expect(await device.draft("autumn")).toBeUndefined();
});

test("“saved” is said only when the newest change is on disk", async () => {
  const said: KeepingState["kind"][] = [];
  const written: unknown[] = [];
  const keeper = keeping(
    async ({ answers }) => void written.push(answers),
    () => new Date(0),
    ({ kind }) => void said.push(kind),
  );
  keeper.keep({ ...draft, answers: { sex: "male" } });
  keeper.keep({ ...draft, answers: { sex: "female" } });
  keeper.keep({ ...draft, answers: { sex: "female", age: "25-34" } });
  await keeper.settled();
  expect(written).toEqual([{ sex: "male" }, { sex: "female", age: "25-34" }]);
  expect(said).toEqual(["saving", "saving", "saving", "saved"]);
});

test("a change that could not be written is not called saved", async () => {
  const said: KeepingState["kind"][] = [];
  const refuse = () => Promise.reject(new Error("quota"));
  const keeper = keeping(
    refuse,
    () => new Date(0),
    ({ kind }) => void said.push(kind),
  );
  keeper.keep(draft);
  await keeper.settled();
  expect(said).toEqual(["saving", "not-saved"]);
});
