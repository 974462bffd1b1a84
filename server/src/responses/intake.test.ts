import { brotliDecompressSync } from "node:zlib";
import type { Store, StoredResponse } from "@tiltas/store/port";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noticeDigest, secondNoticeDigest } from "../../support/small-instrument.ts";
import { type TestServer, testServer } from "../../support/test-server.ts";
import { anUpload } from "../../support/upload.ts";
import { autumn } from "../../support/wave.ts";

let server: TestServer;
const upload = (body: object) => server.send("POST", "/api/responses", { body });
const kept = async () => {
  const responses: StoredResponse[] = [];
  for await (const response of server.store.responsesOfWave("autumn")) responses.push(response);
  return responses;
};

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

test("a response sent twice is stored once, and its receipt is the same", async () => {
  const response = anUpload();
  const [first, again] = [await upload(response), await upload(response)];
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(first.body).toMatchObject({
    responseId: response.responseId,
    revision: 1,
    hash: response.hash,
    outcome: "stored",
  });
  expect(again.body).toEqual({ ...first.body, outcome: "already-stored" });
  expect(first.body.code).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/);
  expect((await kept()).filter(({ responseId }) => responseId === response.responseId)).toHaveLength(1);
});

test("sixteen copies at once are one response", async () => {
  const response = anUpload();
  const answers = await Promise.all(Array.from({ length: 16 }, () => upload(response)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(15);
});

test("equal answers by two people are two responses", async () => {
  const before = await server.store.countResponses("autumn");
  await upload(anUpload());
  await upload(anUpload());
  expect(await server.store.countResponses("autumn")).toBe(before + 2);
});

test("another content under the same identity is a conflict, and nothing is overwritten", async () => {
  const response = anUpload();
  await upload(response);
  const other = await upload(anUpload({ responseId: response.responseId, answers: { belonging: 1 } }));
  expect([other.status, other.body.type]).toEqual([409, "/problems/response-conflict"]);
  const stored = (await kept()).find(({ responseId }) => responseId === response.responseId);
  expect(stored?.hash).toBe(response.hash);
});

test("a correction is a new revision of the same response", async () => {
  const first = anUpload();
  await upload(first);
  const second = await upload(
    anUpload({ responseId: first.responseId, revision: 2, parent: 1, answers: { belonging: 3 } }),
  );
  expect(second.status).toBe(201);
});

test("without consent nothing is kept, and the problem names the place", async () => {
  const { consent: _, ...response } = anUpload();
  const refused = await upload(response);
  expect([refused.status, refused.body.type]).toEqual([422, "/problems/consent-missing"]);
  expect(refused.body.errors[0].path).toBe("/consent");
  expect(refused.body.quarantined).toBeUndefined();
});

test("a consent with more than the hour is refused: it would help to single a person out", async () => {
  const consent = { notice: 1, noticeDigest, language: "en", time: "2026-11-21T12:34:56Z" };
  const refused = await upload({ ...anUpload(), consent });
  expect([refused.status, refused.body.type]).toEqual([400, "/problems/invalid-request"]);
  expect(refused.body.errors[0].path).toBe("/consent/time");
});

test("an unknown instrument is refused but kept apart, so that the device can let go", async () => {
  const response = anUpload({ instrument: "0".repeat(64) });
  const refused = await upload(response);
  expect([refused.status, refused.body.type]).toEqual([422, "/problems/instrument-unknown"]);
  expect(refused.body.quarantined).toEqual({ responseId: response.responseId, hash: response.hash });
});

test("an unknown wave is refused but kept apart", async () => {
  const refused = await upload(anUpload({ wave: "spring" }));
  expect([refused.status, refused.body.type]).toEqual([404, "/problems/wave-unknown"]);
  expect(refused.body.quarantined).toBeDefined();
});

test("a wave takes responses on both its days, in Lithuanian time, and keeps later ones apart", async () => {
  const on = async (time: string) => {
    server.clock.now = Date.parse(time);
    return (await upload(anUpload())).status;
  };
  expect(await on("2026-10-31T21:59:00Z")).toBe(409);
  expect(await on("2026-10-31T22:01:00Z")).toBe(201);
  expect(await on("2026-11-30T21:59:00Z")).toBe(201);
  const late = await (async () => {
    server.clock.now = Date.parse("2026-11-30T22:01:00Z");
    return upload(anUpload());
  })();
  expect([late.status, late.body.type]).toEqual([409, "/problems/wave-closed"]);
  expect(late.body.quarantined).toBeDefined();
  server.clock.now = Date.parse("2026-11-21T12:00:00Z");
});

test("a response kept while the wave was open gets its receipt again after the wave has closed", async () => {
  const response = anUpload();
  const { body: receipt } = await upload(response);
  server.clock.now = Date.parse("2026-12-24T12:00:00Z");
  const again = await upload(response);
  server.clock.now = Date.parse("2026-11-21T12:00:00Z");
  expect([again.status, again.body]).toEqual([200, { ...receipt, outcome: "already-stored" }]);
});

test("content that does not match its hash may be damaged: the device keeps its copy", async () => {
  const refused = await upload({ ...anUpload(), answers: { belonging: 2 } });
  expect([refused.status, refused.body.type]).toEqual([422, "/problems/hash-mismatch"]);
  expect(refused.body.quarantined).toBeUndefined();
});

test("answers that do not fit the instrument are stored, and flagged with path and reason", async () => {
  const response = anUpload({
    answers: { municipality: "99", belonging: "7", remark: "x".repeat(201), shoe: 1 },
  });
  expect((await upload(response)).status).toBe(201);
  const stored = (await kept()).find(({ responseId }) => responseId === response.responseId);
  expect(JSON.parse(stored?.findings ?? "")).toEqual([
    { path: "belonging", reason: expect.stringMatching(/wrong-type|unknown-code/) },
    { path: "municipality", reason: "unknown-code" },
    { path: "remark", reason: "too-long" },
    { path: "shoe", reason: "unknown-item" },
  ]);
});

test("an envelope that does not fit its wave is stored, and flagged", async () => {
  const consent = { notice: 7, noticeDigest: "0".repeat(64), language: "en", time: "2026-11-21T12:00:00Z" };
  const response = anUpload({ language: "uk", mode: "telephone", consent, parent: 1 });
  expect((await upload(response)).status).toBe(201);
  const stored = (await kept()).find(({ responseId }) => responseId === response.responseId);
  expect(JSON.parse(stored?.findings ?? "").map(({ path }: { path: string }) => path)).toEqual([
    "/consent/noticeDigest",
    "/language",
    "/mode",
    "/parent",
  ]);
});

test("what is stored is the canonical text that was hashed, and the municipality for scoped counts", async () => {
  const response = anUpload({ answers: { remark: "ačiū 👩‍👩‍👧", municipality: "19", belonging: 10 } });
  await upload(response);
  const stored = (await kept()).find(({ responseId }) => responseId === response.responseId);
  expect(stored?.answers).toBe('{"belonging":10,"municipality":"19","remark":"ačiū 👩‍👩‍👧"}');
  expect([stored?.municipality, stored?.findings]).toEqual(["19", "[]"]);
});

test("nothing in a request may add a field: not a role, not a time, not a sequence", async () => {
  for (const extra of [{ receivedAt: "2020-01-01T00:00:00Z" }, { sequence: 1 }, { role: "administrator" }]) {
    const refused = await upload({ ...anUpload(), ...extra });
    expect([refused.status, refused.body.type]).toEqual([400, "/problems/invalid-request"]);
  }
});

test("the public wave tells a device what it needs to start, and nothing about anybody", async () => {
  const wave = await server.send("GET", "/api/waves/autumn");
  expect(wave.status).toBe(200);
  expect(Object.keys(wave.body).sort()).toEqual(
    [
      ...["id", "instrument", "languages", "modes", "notice", "noticeDigest", "open", "synthetic", "title"],
      ...["form", "sample", "stage", "help", "municipalityItems", "sealingKey"],
    ].sort(),
  );
  expect(wave.body).toMatchObject({
    open: true,
    synthetic: false,
    instrument: autumn.instrument,
    noticeDigest,
    municipalityItems: ["municipality"],
    help: { number: 1 },
  });
});

test.each([
  ["given as the notice offers them", 2, ["archive", "sensitive"], []],
  ["none of them given", 2, [], []],
  ["one that the notice does not offer", 2, ["recontact"], ["consent-not-offered"]],
  ["any where the notice offers none", 1, ["archive"], ["consent-not-offered"]],
  ["not asked although the notice offers them", 2, undefined, ["consents-not-asked"]],
] as const)("separate consents, %s", async (_what, notice, given, reasons) => {
  const digest = notice === 1 ? noticeDigest : secondNoticeDigest;
  const record = { notice, noticeDigest: digest, language: "en", time: "2026-11-21T12:00:00Z" };
  const consent = given === undefined ? record : { ...record, given: [...given] };
  const response = anUpload({ consent });
  expect((await upload(response)).status).toBe(201);
  const stored = (await kept()).find(({ responseId }) => responseId === response.responseId);
  expect(JSON.parse(stored?.findings ?? "")).toEqual(
    reasons.map((reason) => ({ path: "/consent/given", reason })),
  );
});

test("separate consents are written in one order, each once", async () => {
  const record = {
    notice: 2,
    noticeDigest: secondNoticeDigest,
    language: "en",
    time: "2026-11-21T12:00:00Z",
  };
  for (const given of [["sensitive", "archive"], ["archive", "archive"], ["marketing"]]) {
    const refused = await upload({ ...anUpload(), consent: { ...record, given } });
    expect([refused.status, refused.body.errors[0].path]).toEqual([
      400,
      expect.stringContaining("/consent/given"),
    ]);
  }
});

test("an instrument is served as it was published, for ever", async () => {
  const served = await server.send("GET", `/api/instruments/${autumn.instrument}`);
  expect([served.status, served.headers["cache-control"]]).toEqual([
    200,
    "public, max-age=31536000, immutable",
  ]);
  expect((await server.send("GET", `/api/instruments/${"0".repeat(64)}`)).status).toBe(404);
  const drawing = await server.send("GET", `/api/instruments/${autumn.instrument}/drawing`);
  expect([drawing.status, drawing.body]).toEqual([200, { drawn: [], given: [] }]);
});

test("what everybody reads before the first question travels compressed", async () => {
  const ask = (encodings: string) =>
    server.app.inject({ url: "/api/waves/autumn", headers: { "accept-encoding": encodings } });
  const [plain, compressed] = [await ask("identity"), await ask("gzip, br")];
  expect(compressed.headers["content-encoding"]).toBe("br");
  expect(compressed.headers["content-type"]).toBe(plain.headers["content-type"]);
  expect(brotliDecompressSync(compressed.rawPayload).toString()).toBe(plain.payload);
});

test("when quarantine is full the device is not told that it may let go", async () => {
  const full = (store: Store): Store => ({ ...store, quarantine: async () => false });
  const crowded = await testServer({ wrapStore: full });
  const refused = await crowded.send("POST", "/api/responses", { body: anUpload({ wave: "winter" }) });
  await crowded.close();
  expect([refused.status, refused.body.type]).toEqual([404, "/problems/wave-unknown"]);
  expect(refused.body.quarantined).toBeUndefined();
  expect(refused.body.detail).not.toMatch(/kept/);
});
