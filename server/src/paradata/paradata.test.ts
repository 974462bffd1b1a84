import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { batchesAtMost, eventsAtMost } from "@tiltas/contract/paradata";
import { openParadataReader, openParadataStore } from "@tiltas/store/open";
import { afterAll, beforeAll, expect, test } from "vitest";
import { smallInstrument } from "../../support/small-instrument.ts";
import { type TestServer, testServer } from "../../support/test-server.ts";
import { anUpload } from "../../support/upload.ts";
import { autumn } from "../../support/wave.ts";

let server: TestServer;
const upload = anUpload();
const events = [
  { at: 0, kind: "page-shown", language: "en", page: "place" },
  { at: 1200, kind: "answer-changed", page: "place", item: "belonging" },
];
const aBatch = (more: object = {}) => ({
  responseId: upload.responseId,
  wave: "autumn",
  instrument: smallInstrument.digest,
  batch: 1,
  events,
  ...more,
});
const post = (body: object, to = server) => to.send("POST", "/api/paradata", { body });

beforeAll(async () => {
  server = await testServer();
  await server.send("POST", "/api/responses", { body: upload });
});
afterAll(() => server.close());

async function kept() {
  const reader = await openParadataReader({ folder: server.folder });
  const all = [];
  for await (const batch of reader?.batchesOfWave("autumn") ?? []) all.push(batch);
  await reader?.close();
  return all;
}

test("what happened during an interview is kept once, to the day, beside the answers", async () => {
  expect([(await post(aBatch())).status, (await post(aBatch())).status]).toEqual([204, 204]);
  expect(await kept()).toEqual([
    {
      responseId: upload.responseId,
      batch: 1,
      wave: "autumn",
      instrument: smallInstrument.digest,
      receivedOn: "2026-11-21",
      events: JSON.stringify(events),
    },
  ]);
});

test("what is sent under another wave than the response's is not kept", async () => {
  await server.store.saveWave({ ...autumn, id: "another" });
  const refused = await post(aBatch({ batch: 7, wave: "another" }));
  expect([refused.status, refused.body.type]).toEqual([404, "/problems/not-found"]);
});

test("words of a person cannot slip in as the name of an item or a page", async () => {
  const odd = { at: 5, kind: "back", page: "I live in Main Street", item: "my name" };
  expect((await post(aBatch({ batch: 2, events: [odd] }))).status).toBe(204);
  expect((await kept()).at(-1)?.events).toBe('[{"at":5,"kind":"back"}]');
});

test("an event that carries an answer is refused", async () => {
  const [event] = events;
  const refused = await post(aBatch({ batch: 3, events: [{ ...event, value: "13" }] }));
  expect([refused.status, refused.body.type]).toEqual([400, "/problems/invalid-request"]);
});

test("paradata are taken of kept responses only, so that a stranger cannot fill the disk", async () => {
  const stranger = aBatch({ responseId: anUpload().responseId });
  const others = [stranger, aBatch({ wave: "winter" }), aBatch({ instrument: "f".repeat(64) })];
  const statuses = [];
  for (const batch of others) statuses.push((await post(batch)).status);
  expect(statuses).toEqual([404, 404, 422]);
  expect(await kept()).toHaveLength(2);
});

test("what a failure left of a withdrawn response is removed the same night", async () => {
  const other = anUpload();
  const { body: receipt } = await server.send("POST", "/api/responses", { body: other });
  const late = { ...aBatch({ responseId: other.responseId }), receivedOn: "2026-11-21", events: "[]" };
  await post(aBatch({ responseId: other.responseId }));
  const code = receipt.code.replaceAll("-", "");
  expect((await server.send("POST", "/api/withdrawals", { body: { code } })).status).toBe(200);
  expect((await kept()).map(({ responseId }) => responseId)).not.toContain(other.responseId);
  expect((await post(aBatch({ responseId: other.responseId }))).status).toBe(404);
  const store = await openParadataStore({ folder: server.folder });
  await store.keep(late);
  await store.close();
  await server.rooms.paradata.settle();
  expect(new Set((await kept()).map(({ responseId }) => responseId))).toEqual(new Set([upload.responseId]));
});

test("one response cannot fill the disk: beyond what an interview ever tells, nothing more is kept of it", async () => {
  const other = anUpload();
  await server.send("POST", "/api/responses", { body: other });
  const many = Array.from({ length: eventsAtMost }, (_, at) => ({
    at,
    kind: "answer-changed",
    page: "place",
    item: "belonging",
    language: "en",
  }));
  for (let batch = 1; batch <= batchesAtMost; batch++)
    expect((await post(aBatch({ responseId: other.responseId, batch, events: many }))).status).toBe(204);
  const theirs = (await kept()).filter(({ responseId }) => responseId === other.responseId);
  const bytes = theirs.reduce((sum, batch) => sum + batch.events.length, 0);
  expect(bytes).toBeGreaterThan(500_000);
  expect(bytes).toBeLessThan(1_200_000);
});

test("when paradata cannot be written, answers are taken as ever", async () => {
  const spoilt = await testServer({
    prepareFolder: (folder) => mkdirSync(join(folder, "paradata.sqlite")),
  });
  // Control: opened without this protection, such a file would end the start.
  await expect(openParadataStore({ folder: spoilt.folder })).rejects.toThrow(/cannot be opened/);
  const other = anUpload();
  expect((await spoilt.send("POST", "/api/responses", { body: other })).status).toBe(201);
  const refused = await post(aBatch({ responseId: other.responseId }), spoilt);
  expect([refused.status, refused.body.type]).toEqual([503, "/problems/unavailable"]);
  expect((await spoilt.send("POST", "/api/responses", { body: anUpload() })).status).toBe(201);
  await spoilt.close();
});
