import { bareCode, PersonalCode } from "@tiltas/contract/codes";
import type { DeviceReport } from "@tiltas/contract/devices";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestServer, testServer } from "../../support/test-server.ts";
import { anUpload } from "../../support/upload.ts";

let server: TestServer;
let vilnius: string;
let kaunas: string;
let everywhere: string;

beforeAll(async () => {
  server = await testServer();
});
beforeEach(async () => {
  server.clock.now += 3_600_000;
  vilnius = await server.signedIn("coordinator", "13");
  kaunas = await server.signedIn("coordinator", "19");
  everywhere = await server.signedIn("researcher");
});
afterAll(() => server.close());

const order = { label: "Tablet 1", purpose: "interviewer", wave: "autumn", municipality: "13" } as const;
const ordered = async (cookie: string, more: object = {}) =>
  server.send("POST", "/api/staff/devices", { cookie, body: { ...order, ...more } });
const pair = (code: string) => server.send("POST", "/api/devices", { body: { code } });
const paired = async (cookie = vilnius, more: object = {}) =>
  (await pair((await ordered(cookie, more)).body.code)).body;
const bearing = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const devicesOf = async (cookie: string) => (await server.send("GET", "/api/staff/devices", { cookie })).body;
const report: DeviceReport = {
  open: 1,
  waiting: 3,
  kept: 2,
  languages: ["lt", "uk"],
  instruments: ["a".repeat(64)],
  application: "0.1.0",
  freeMegabytes: 900,
  dispositions: [],
};

test("a pairing code works once, whoever types it first", async () => {
  const { status, body } = await ordered(vilnius);
  expect(status).toBe(201);
  expect(PersonalCode.safeParse(body.code).success).toBe(true);
  const both = await Promise.all([pair(body.code), pair(body.code)]);
  expect(both.map((answer) => answer.status).sort()).toEqual([201, 404]);
  const [tablet] = both.filter((answer) => answer.status === 201);
  expect(tablet?.body).toMatchObject({ ...order, token: expect.stringMatching(/^[A-Z2-7]{26}$/) });
});

test("a pairing code works for an hour", async () => {
  const { body } = await ordered(vilnius);
  expect(body.expiresAt).toBe(new Date(server.clock.now + 3_600_000).toISOString());
  server.clock.now += 3_600_001;
  expect((await pair(body.code)).body.type).toBe("/problems/code-unknown");
});

test("of the code and the token nothing but an HMAC is kept", async () => {
  const { body } = await ordered(vilnius, { label: "Secret" });
  const { token } = (await pair(body.code)).body;
  const rows = JSON.stringify(await server.store.listDevices());
  expect(rows).not.toContain(token);
  expect(rows).not.toContain(bareCode(body.code));
});

test("a tablet's report is seen in the office, with the hour and not the minute", async () => {
  const { token, device } = await paired();
  server.clock.now = Date.parse("2026-11-22T09:47:31Z");
  const answer = await server.send("POST", "/api/device/report", { body: report, ...bearing(token) });
  expect(answer.body).toEqual({ wave: "autumn", cases: [] });
  const cookie = await server.signedIn("coordinator", "13");
  const seen = (await devicesOf(cookie)).find(({ id }: { id: string }) => id === device);
  const { dispositions: _, ...stand } = report;
  expect(seen).toMatchObject({ lastSeen: "2026-11-22T09:00:00.000Z", revoked: false, report: stand });
});

describe("without a token that is known", () => {
  test.each([
    ["none", {}],
    ["no token", { headers: { authorization: "Bearer" } }],
    ["another one", bearing("A".repeat(26))],
    ["something else", { headers: { authorization: "Basic QTpC" } }],
  ])("%s: the tablet is told that it is not paired", async (_what, headers) => {
    for (const answer of [
      await server.send("GET", "/api/device/cases", headers),
      await server.send("POST", "/api/device/report", { body: report, ...headers }),
    ])
      expect([answer.status, answer.body.type]).toEqual([401, "/problems/device-unknown"]);
  });
});

test("R31: revoked while it was offline, a tablet is told so; what it brings is taken, and waits for review", async () => {
  const { token, device } = await paired();
  const held = anUpload();
  await server.send("POST", `/api/staff/devices/${device}/revoke`, { cookie: vilnius });
  const told = await server.send("POST", "/api/device/report", { body: report, ...bearing(token) });
  expect([told.status, told.body.type]).toEqual([401, "/problems/device-unknown"]);
  const taken = await server.send("POST", "/api/responses", { body: held, ...bearing(token) });
  expect([taken.status, taken.body.hash]).toEqual([201, held.hash]);
  expect(await findingsOn(held.responseId)).toEqual([{ path: "/device", reason: "device-unknown" }]);
});

test("what a paired tablet brings, or anybody without a token, has no such mark", async () => {
  const { token } = await paired();
  for (const more of [bearing(token), {}]) {
    const body = anUpload();
    await server.send("POST", "/api/responses", { body, ...more });
    expect(await findingsOn(body.responseId)).toEqual([]);
  }
});

async function findingsOn(responseId: string): Promise<unknown> {
  for await (const response of server.store.responsesOfWave("autumn"))
    if (response.responseId === responseId) return JSON.parse(response.findings);
  return undefined;
}

test("a revocation is taken back", async () => {
  const { token, device } = await paired();
  await server.send("POST", `/api/staff/devices/${device}/revoke`, { cookie: vilnius });
  const { body } = await server.send("POST", `/api/staff/devices/${device}/restore`, { cookie: vilnius });
  expect(body.revoked).toBe(false);
  expect((await server.send("GET", "/api/device/cases", bearing(token))).status).toBe(200);
});

test("a code that waits dies with the revocation of its tablet", async () => {
  const { body } = await ordered(vilnius, { label: "Never paired" });
  const waiting = (await devicesOf(vilnius)).find(({ label }: { label: string }) => label === "Never paired");
  expect(waiting.pairedAt).toBeNull();
  await server.send("POST", `/api/staff/devices/${waiting.id}/revoke`, { cookie: vilnius });
  await server.send("POST", `/api/staff/devices/${waiting.id}/restore`, { cookie: vilnius });
  expect((await pair(body.code)).status).toBe(404);
});

describe("a coordinator", () => {
  test("sees tablets of the own municipality only; the researcher sees all", async () => {
    await paired(kaunas, { municipality: "19", label: "Kaunas 1" });
    await paired(everywhere, { municipality: null, label: "Country 1" });
    const places = async (cookie: string) =>
      new Set((await devicesOf(cookie)).map(({ municipality }: { municipality: string }) => municipality));
    expect(await places(vilnius)).toEqual(new Set(["13"]));
    expect(await places(kaunas)).toEqual(new Set(["19"]));
    expect(await places(everywhere)).toEqual(new Set(["13", "19", null]));
  });

  test("orders none elsewhere, and is answered as if the place did not exist", async () => {
    const refused = [
      await ordered(vilnius, { municipality: "19" }),
      await ordered(vilnius, { municipality: "99" }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([404, 404]);
    expect(refused[0]?.body).toEqual(refused[1]?.body);
    expect((await ordered(vilnius, { municipality: null })).status).toBe(404);
  });

  test("cannot revoke a tablet elsewhere, and is answered as if there were none", async () => {
    const { device } = await paired(kaunas, { municipality: "19" });
    const revoke = (id: string) =>
      server.send("POST", `/api/staff/devices/${id}/revoke`, { cookie: vilnius });
    const [elsewhere, nowhere] = [await revoke(device), await revoke("00000000-0000-4000-8000-000000000000")];
    expect(elsewhere.status).toBe(404);
    expect(elsewhere.body).toEqual(nowhere.body);
  });
});

test("wrong pairing codes end after five from one network", async () => {
  const other = await testServer();
  const statuses = [];
  for (let n = 0; n < 7; n++)
    statuses.push((await other.send("POST", "/api/devices", { body: { code: "AAAAAAAAAAA" } })).status);
  expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429]);
  await other.close();
});
