import type { Received } from "@tiltas/store/port";
import { afterEach, expect, test } from "vitest";
import { type TestServer, testServer } from "../../support/test-server.ts";
import { anUpload } from "../../support/upload.ts";
import { bareApp } from "./bare-app.ts";
import { refuseExcess } from "./pressure.ts";

let server: TestServer;
afterEach(() => server.close());

const post = () => server.send("POST", "/api/responses", { body: anUpload() });
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20));

/** A server whose disk is busy until it is told that it no longer is. */
async function serverWithSlowDisk(working: number) {
  let free = () => {};
  const disk = new Promise<void>((resolve) => {
    free = resolve;
  });
  server = await testServer({
    bounds: { working, reading: 100, lateness: 60_000 },
    wrapStore: (store) => ({
      ...store,
      receive: (response): Promise<Received> => disk.then(() => store.receive(response)),
    }),
  });
  return free;
}

test("what exceeds the queue in front of the disk is told to come back, and what was accepted is kept", async () => {
  const free = await serverWithSlowDisk(3);
  const accepted = [post(), post(), post()];
  await aMoment();
  const refused = await Promise.all([post(), post()]);
  for (const { status, body } of refused) expect([status, body.type]).toEqual([503, "/problems/overloaded"]);
  const waits = refused.map(({ headers }) => Number(headers["retry-after"]));
  expect(new Set(waits).size).toBe(2);
  for (const wait of waits) expect(wait).toBeGreaterThan(0);
  free();
  expect((await Promise.all(accepted)).map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(await server.store.countResponses("autumn")).toBe(3);
  expect((await post()).status).toBe(201);
});

test("a busy server still answers who reads, and says that it is alive and ready", async () => {
  const free = await serverWithSlowDisk(1);
  const accepted = post();
  await aMoment();
  for (const url of ["/api/health", "/api/ready", "/api/waves/autumn"])
    expect((await server.send("GET", url)).status, url).toBe(200);
  free();
  await accepted;
});

test("staff go on working while strangers fill the queue: some room is theirs", async () => {
  const free = await serverWithSlowDisk(2);
  const researcher = await server.signedIn("researcher");
  const accepted = [post(), post()];
  await aMoment();
  expect((await post()).status).toBe(503);
  const look = await server.send("POST", "/api/staff/waves/autumn/set-asides/preview", {
    cookie: researcher,
    body: { channel: null, from: "2026-11-21T00:00:00Z", until: "2026-11-22T00:00:00Z" },
  });
  expect(look.status).toBe(200);
  free();
  await Promise.all(accepted);
});

test("a server whose loop runs late refuses everything but the questions whether it is alive and ready", async () => {
  server = await testServer({ bounds: { working: 100, reading: 100, lateness: -1 } });
  expect((await post()).status).toBe(503);
  expect((await server.send("GET", "/api/waves/autumn")).status).toBe(503);
  for (const url of ["/api/health", "/api/ready"]) expect((await server.send("GET", url)).status).toBe(200);
});

test("lateness is how long three turns of the loop took, and is forgotten once the loop has caught up", async () => {
  server = await testServer();
  const app = bareApp({ trustProxy: false, logLevel: "silent" });
  const pressure = refuseExcess(app);
  for (const turn of [1, 2, 3]) {
    expect(pressure.lateness, `before turn ${turn}`).toBeLessThan(200);
    const until = Date.now() + 300;
    while (Date.now() < until);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  expect(pressure.lateness).toBeGreaterThan(200);
  while (pressure.lateness > 200) await aMoment();
  await app.close();
});

test("a refused body counts for nothing: after any number of them the server takes the next response", async () => {
  server = await testServer({ bounds: { working: 5, reading: 5, lateness: 60_000 } });
  for (let number = 0; number < 20; number++)
    expect((await server.send("POST", "/api/responses", { body: { number } })).status).toBe(422);
  expect((await post()).status).toBe(201);
});
