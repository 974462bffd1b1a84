import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aResponse, collect, idOf, openWave } from "../suite/builders.ts";
import { type OpenedStore, openStore, snapshotOf } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "tiltas-snapshot-"));
let store: OpenedStore;

beforeAll(async () => {
  store = await openStore({ folder });
  await openWave(store, { id: "spring" });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

test("a wave nobody has answered is as of its first day", async () => {
  const { asOf, responses } = await snapshotOf(store, { id: "spring", opens: "2027-03-01" });
  expect(asOf).toBe("2027-03-01T00:00:00.000Z");
  expect(await collect(responses)).toEqual([]);
});

test("what arrives after the moment waits for the next snapshot, however often this one is read", async () => {
  const at = (day: number) => new Date(Date.UTC(2027, 2, day));
  await store.receive(aResponse({ responseId: idOf(1), wave: "spring", receivedAt: at(5) }));
  const { asOf, responses } = await snapshotOf(store, { id: "spring", opens: "2027-03-01" });
  await store.receive(aResponse({ responseId: idOf(2), wave: "spring", receivedAt: at(6) }));
  expect(asOf).toBe("2027-03-05T00:00:00.000Z");
  expect((await collect(responses)).map(({ responseId }) => responseId)).toEqual([idOf(1)]);
  expect(await collect(responses)).toHaveLength(1);
  expect((await snapshotOf(store, { id: "spring", opens: "2027-03-01" })).asOf).toBe(
    "2027-03-06T00:00:00.000Z",
  );
});

test("responses to which the intake objected are marked", async () => {
  const findings = '[{"path":"shoe","reason":"unknown-item"}]';
  await store.receive(aResponse({ responseId: idOf(3), wave: "spring", findings }));
  const { responses } = await snapshotOf(store, { id: "spring", opens: "2027-03-01" });
  expect(
    (await collect(responses)).filter(({ flagged }) => flagged).map(({ responseId }) => responseId),
  ).toEqual([idOf(3)]);
});
