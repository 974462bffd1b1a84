import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ReviewState } from "../port/index.ts";
import { aResponse, aWave, collect, idOf, openWave } from "../suite/builders.ts";
import { type OpenedStore, openStore, snapshotOf } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "tiltas-snapshot-"));
const spring = aWave({ opens: "2027-03-01" });
let store: OpenedStore;

beforeAll(async () => {
  store = await openStore({ folder });
  await openWave(store, { id: "spring" });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const at = (day: number) => new Date(Date.UTC(2027, 2, day));
const findings = '[{"path":"shoe","reason":"unknown-item"}]';

/** Respondents by number with the reason for which they are left out. */
async function leftOut(wave = "spring") {
  const { responses } = await snapshotOf(store, aWave({ id: wave }));
  const shown = await collect(responses);
  return Object.fromEntries(shown.map((one) => [Number(one.responseId.slice(-12)), one.leftOut]));
}

function decide(respondent: number, state: ReviewState, revision = 1) {
  const [reason, by] = ["seen", "person-1"];
  return store.review({ responseId: idOf(respondent), revision, state, reason, by, at: at(20) });
}

test("a wave nobody has answered is as of its first day", async () => {
  const { asOf, responses } = await snapshotOf(store, spring);
  expect(asOf).toBe("2027-03-01T00:00:00.000Z");
  expect(await collect(responses)).toEqual([]);
});

test("what arrives after the moment waits for the next snapshot, however often this one is read", async () => {
  await store.receive(aResponse({ responseId: idOf(1), wave: "spring", receivedAt: at(5) }));
  const { asOf, responses } = await snapshotOf(store, spring);
  await store.receive(aResponse({ responseId: idOf(2), wave: "spring", receivedAt: at(6) }));
  expect(asOf).toBe("2027-03-05T00:00:00.000Z");
  expect((await collect(responses)).map(({ responseId }) => responseId)).toEqual([idOf(1)]);
  expect(await collect(responses)).toHaveLength(1);
  expect((await snapshotOf(store, spring)).asOf).toBe("2027-03-06T00:00:00.000Z");
});

test("responses to which the intake objected stay out until a person approves them", async () => {
  await store.receive(aResponse({ responseId: idOf(3), wave: "spring", findings }));
  expect(await leftOut()).toEqual({ 1: null, 2: null, 3: "has-issues" });
  await decide(3, "approved");
  await decide(1, "rejected");
  expect(await leftOut()).toEqual({ 1: "rejected", 2: null, 3: null });
});

test("a decision that is taken back leaves what the findings say", async () => {
  await decide(3, "received");
  await decide(1, "received");
  expect(await leftOut()).toEqual({ 1: null, 2: null, 3: "has-issues" });
});

test("a newer revision makes an older decision void", async () => {
  await decide(3, "approved");
  await store.receive(
    aResponse({ responseId: idOf(3), revision: 2, parent: 1, hash: "again", wave: "spring", findings }),
  );
  expect(await leftOut()).toEqual({ 1: null, 2: null, 3: "has-issues" });
  expect(await decide(3, "approved", 1)).toBe("superseded");
  expect(await decide(3, "approved", 2)).toBe("kept");
  expect(await leftOut()).toEqual({ 1: null, 2: null, 3: null });
});

test("what is set aside by channel and period stays out until that is lifted, and nothing is deleted", async () => {
  await openWave(store, { id: "office" });
  const arrivals = [
    [11, "office-qr", at(10)],
    [12, "office-qr", at(12)],
    [13, "market", at(10)],
    [14, null, at(10)],
  ] as const;
  for (const [respondent, channel, receivedAt] of arrivals)
    await store.receive(aResponse({ responseId: idOf(respondent), wave: "office", channel, receivedAt }));
  const period = {
    from: at(10),
    until: at(12),
    reason: "copies",
    by: "person-1",
    at: at(20),
    liftedAt: null,
  };
  await store.setAside({ id: "s1", wave: "office", channel: "office-qr", ...period });
  expect(await leftOut("office")).toEqual({ 11: "set-aside", 12: null, 13: null, 14: null });
  await store.setAside({ id: "s2", wave: "office", channel: null, ...period });
  expect(await leftOut("office")).toEqual({ 11: "set-aside", 12: null, 13: "set-aside", 14: "set-aside" });
  await store.liftSetAside({ id: "s1", wave: "office", at: at(21) });
  await store.liftSetAside({ id: "s2", wave: "office", at: at(21) });
  expect(await leftOut("office")).toEqual({ 11: null, 12: null, 13: null, 14: null });
});

test("a study that declares it lets in only what a person has approved", async () => {
  const review = { received: false, "has-issues": false, approved: true, rejected: false } as const;
  await store.saveStudy({ id: "strict", title: { en: "Strict" }, synthetic: true, review });
  await store.saveWave(aWave({ id: "strict-wave", study: "strict" }));
  for (const respondent of [21, 22])
    await store.receive(aResponse({ responseId: idOf(respondent), wave: "strict-wave" }));
  await decide(22, "approved");
  const { responses } = await snapshotOf(store, aWave({ id: "strict-wave", study: "strict" }));
  expect((await collect(responses)).map((one) => one.leftOut)).toEqual(["awaits-review", null]);
});
