import "fake-indexeddb/auto";
import { Refusal } from "@tiltas/contract/problems";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noticeDigest, smallInstrument } from "../../../../server/support/small-instrument.ts";
import { type TestServer, testServer } from "../../../../server/support/test-server.ts";
import { indexedDevice } from "../device/index.ts";
import { httpCollector } from "./collector.ts";
import { finish } from "./finish.ts";
import { drain } from "./queue.ts";

let server: TestServer;
let address: string;
beforeAll(async () => {
  server = await testServer();
  address = await server.app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(() => server.close());

const tablet = indexedDevice({ ownership: "paired" });

async function paired(cookie: string): Promise<{ device: string; token: string }> {
  const order = { label: "Tablet", purpose: "interviewer", wave: "autumn", municipality: "13" };
  const { code } = (await server.send("POST", "/api/staff/devices", { cookie, body: order })).body;
  return (await server.send("POST", "/api/devices", { body: { code } })).body;
}

async function interviewsWithoutNetwork(count: number): Promise<void> {
  const { sealingKey } = (await server.send("GET", "/api/waves/autumn")).body;
  const consent = { notice: 1, noticeDigest, language: "en", time: "2026-11-21T12:00:00Z" };
  for (let number = 0; number < count; number++) {
    const content = { instrument: smallInstrument.digest, consent, answers: { municipality: "13" } };
    const about = { wave: "autumn", language: "en", mode: "interviewer", channel: null } as const;
    const finished = { ...content, ...about, responseId: crypto.randomUUID() };
    await tablet.handOver(await finish(finished, sealingKey, "2026-11-21T12:00:00Z"));
  }
}

const overNetwork: typeof fetch = (path, options) => fetch(new URL(String(path), address), options);

async function sync(token: string, send = overNetwork): Promise<void> {
  let attempts = 0;
  await drain({
    outbox: tablet,
    collector: httpCollector(send, () => token),
    pause: async () => undefined,
    alone: (work) => work(),
    random: () => 0.5,
    now: () => new Date(),
    stopped: () => attempts++ > 20,
  });
}

/** A tablet that was away, with three interviews in it, and whose pairing the office has revoked meanwhile. */
async function lockedOut(): Promise<{ token: string; ids: string[]; told: string }> {
  await tablet.forget("autumn");
  const cookie = await server.signedIn("coordinator", "13");
  const { device, token } = await paired(cookie);
  await interviewsWithoutNetwork(3);
  const ids = (await tablet.queue()).map(({ message }) => message.responseId);
  await server.send("POST", `/api/staff/devices/${device}/revoke`, { cookie });
  const stand = { open: 0, waiting: 3, kept: 0, languages: [], instruments: [], application: "1" };
  const report = await server.send("POST", "/api/device/report", {
    headers: { authorization: `Bearer ${token}` },
    body: { ...stand, freeMegabytes: null, dispositions: [] },
  });
  return { token, ids, told: report.body.type };
}

async function expectArrived(ids: readonly string[]): Promise<void> {
  const stored: string[] = [];
  for await (const { responseId } of server.store.responsesOfWave("autumn")) stored.push(responseId);
  expect(stored).toEqual(expect.arrayContaining([...ids]));
}

test("R31: a tablet that was locked out while it was away loses no interview: what it holds is taken, and kept sealed", async () => {
  const { token, ids, told } = await lockedOut();
  expect(told).toBe("/problems/device-unknown");
  await sync(token);
  expect(await tablet.counts()).toMatchObject({ open: 0, waiting: 0, kept: 3 });
  await expectArrived(ids);
});

/** What a server does that lets nobody in who is locked out. */
const turnedAway: typeof fetch = async () =>
  Response.json(new Refusal("device-unknown", "This tablet is not paired.").toProblem(), { status: 401 });

test("control of R31: were a locked-out tablet turned away, its interviews would not arrive; it would still hold them", async () => {
  const { token, ids } = await lockedOut();
  await sync(token, turnedAway);
  await expect(expectArrived(ids)).rejects.toThrow();
  expect((await tablet.queue()).map(({ message }) => message.responseId)).toEqual(ids);
});

test("control of R31: a tablet that takes a refusal for the end of it would have lost them as well", async () => {
  const { ids } = await lockedOut();
  for (const waiting of await tablet.queue()) {
    const { status } = await turnedAway("/api/responses");
    if (status >= 400 && status < 500) await tablet.release(waiting, false);
  }
  await expect(expectArrived(ids)).rejects.toThrow();
  expect(await tablet.queue()).toEqual([]);
});
