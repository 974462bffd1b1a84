import "fake-indexeddb/auto";
import type { SealingKey } from "@tiltas/contract/sealing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { noticeDigest, smallInstrument } from "../../../../server/support/small-instrument.ts";
import { type TestServer, testServer } from "../../../../server/support/test-server.ts";
import { type BadNetwork, badNetwork } from "../../trial/bad-network.ts";
import { type Device, indexedDevice } from "../device/index.ts";
import { httpCollector } from "./collector.ts";
import { finish } from "./finish.ts";
import type { Collector, Message, Waiting } from "./ports.ts";
import { drain } from "./queue.ts";
import type { Reply } from "./sync-decision.ts";

/** Every 16th byte; every byte with TILTAS_FULL. */
const step = process.env.TILTAS_FULL ? 1 : 16;
/** A limit against hanging, not a measure. */
const limit = { timeout: process.env.TILTAS_FULL ? 3_600_000 : 600_000 };

let server: TestServer;
let network: BadNetwork;
let sealingKey: SealingKey | null;
let device: Device;
beforeAll(async () => {
  server = await testServer();
  const address = await server.app.listen({ port: 0, host: "127.0.0.1" });
  network = await badNetwork(address);
  sealingKey = (await server.send("GET", "/api/waves/autumn")).body.sealingKey;
});
afterAll(async () => {
  await network.stop();
  await server.close();
});
beforeEach(async () => {
  device = indexedDevice({ ownership: "paired" });
  await device.forget("autumn");
});

const overNetwork: typeof fetch = (path, options) => fetch(new URL(String(path), network.address), options);

function interview(remark = 200): Promise<Waiting> {
  const finished = {
    responseId: crypto.randomUUID(),
    wave: "autumn",
    instrument: smallInstrument.digest,
    consent: { notice: 1, noticeDigest, language: "en", time: "2026-11-21T12:00:00Z" },
    answers: { municipality: "13", belonging: 7, remark: "х".repeat(remark) },
    language: "en",
    mode: "web" as const,
    channel: null,
  };
  return finish(finished, sealingKey, "2026-11-21T12:00:00Z");
}

/** Sends what waits until it is gone, without pauses. @returns every reply, and the code of the receipt that counted */
async function deliverAll(collector: Collector = httpCollector(overNetwork)) {
  const replies: Reply[] = [];
  const codes: string[] = [];
  await drain({
    outbox: device,
    collector: {
      async send(message, proof) {
        const reply = await collector.send(message, proof);
        replies.push(reply);
        return reply;
      },
    },
    pause: async () => undefined,
    alone: (work) => work(),
    random: () => 0,
    now: () => new Date(),
    stopped: () => replies.length > 20,
    onDecision: (_, decision) => decision.kind === "delivered" && codes.push(decision.code),
  });
  return { replies, codes };
}

/** How many rows the server has of this response. */
async function rowsOf({ responseId }: Message): Promise<number> {
  let rows = 0;
  for await (const row of server.store.responsesOfWave("autumn"))
    if (row.responseId === responseId) rows += 1;
  return rows;
}

/** Bytes of one exchange, in both directions. */
async function lengths(): Promise<{ request: number; response: number }> {
  const waiting = await interview();
  await device.handOver(waiting);
  const far = 1_000_000;
  const measured = { request: 0, response: 0 };
  for (const direction of ["request", "response"] as const) {
    const cut = { direction, bytes: far };
    network.weather.cut = cut;
    await device.put(waiting);
    await deliverAll();
    measured[direction] = far - cut.bytes;
  }
  delete network.weather.cut;
  return measured;
}

test(
  "R10: wherever the connection is cut, one row and one receipt; nothing is let go of before its receipt",
  limit,
  async () => {
    const length = await lengths();
    expect(length.request).toBeGreaterThan(1000);
    let retried = 0;
    for (const direction of ["request", "response"] as const)
      for (let bytes = 0; bytes < length[direction]; bytes += step) {
        const waiting = await interview();
        await device.handOver(waiting);
        network.weather.cut = { direction, bytes };
        const { replies, codes } = await deliverAll();
        const where = `${direction} cut after ${bytes} bytes`;
        expect([where, await rowsOf(waiting.message), codes.length]).toEqual([where, 1, 1]);
        expect([where, (await device.queue()).length]).toEqual([where, 0]);
        retried += replies.length - 1;
        // The last byte's cut ends a connection over which everything has come: who asks next may meet its end.
        const ask = () => httpCollector(overNetwork).send(waiting.message);
        const first = await ask();
        const again = first.kind === "silence" ? await ask() : first;
        expect([where, again.kind === "reply" && again.body]).toMatchObject([where, { code: codes[0] }]);
      }
    expect(retried).toBeGreaterThan((length.request + length.response) / step - 40);
  },
);

test("control of R10: a device that makes a new identity for each attempt fills the wave with doubles", async () => {
  const { response } = await lengths();
  const before = await countAll();
  await device.handOver(await interview());
  network.weather.cut = { direction: "response", bytes: Math.floor(response / 2) };
  await deliverAll({ send: async () => httpCollector(overNetwork).send((await interview()).message) });
  await device.forget("autumn");
  expect((await countAll()) - before).toBeGreaterThan(1);
});

test("control of R10: a device that lets go once it has sent loses what was cut on the way", async () => {
  const waiting = await interview();
  network.weather.cut = { direction: "request", bytes: 700 };
  await httpCollector(overNetwork).send(waiting.message);
  expect(await rowsOf(waiting.message)).toBe(0);
});

async function countAll(): Promise<number> {
  let rows = 0;
  for await (const _row of server.store.responsesOfWave("autumn")) rows += 1;
  return rows;
}

test("R12: a hundred interviews leave over a network that resets one connection in five, each once", async () => {
  const waiting = await Promise.all(Array.from({ length: 100 }, () => interview()));
  for (const one of waiting) await device.handOver(one);
  let connections = 0;
  network.weather.resets = () => ++connections % 5 === 0;
  const before = await countAll();
  let sent = 0;
  const closing: typeof fetch = (path, options) => {
    sent += 1;
    return overNetwork(path, {
      ...options,
      keepalive: false,
      headers: { ...headersOf(options), connection: "close" },
    });
  };
  while ((await device.queue()).length > 0) await deliverAll(httpCollector(closing));
  delete network.weather.resets;
  expect((await countAll()) - before).toBe(100);
  expect(sent).toBeLessThanOrEqual(130);
});

test("control of R12: a device that tries each once leaves one in five behind", async () => {
  const waiting = await Promise.all(Array.from({ length: 20 }, () => interview()));
  let connections = 0;
  network.weather.resets = () => ++connections % 5 === 0;
  const before = await countAll();
  const closing: typeof fetch = (path, options) =>
    overNetwork(path, { ...options, headers: { ...headersOf(options), connection: "close" } });
  for (const { message } of waiting) await httpCollector(closing).send(message);
  delete network.weather.resets;
  expect((await countAll()) - before).toBe(16);
});

function headersOf(options: RequestInit | undefined): Record<string, string> {
  return (options?.headers ?? {}) as Record<string, string>;
}

test("R12: without loss a hundred interviews take a hundred attempts", async () => {
  for (const one of await Promise.all(Array.from({ length: 100 }, () => interview())))
    await device.handOver(one);
  let sent = 0;
  const counting: typeof fetch = (path, options) => {
    sent += 1;
    return overNetwork(path, options);
  };
  while ((await device.queue()).length > 0) await deliverAll(httpCollector(counting));
  expect(sent).toBe(100);
});

test("R12: a slow and lame network delays an interview, and it arrives", async () => {
  const isFull = process.env.TILTAS_FULL !== undefined;
  Object.assign(network.weather, isFull ? { latency: 2000, rate: 8_000 } : { latency: 100, rate: 8_000 });
  const waiting = await interview(isFull ? 20_000 : 200);
  await device.handOver(waiting);
  const { replies } = await deliverAll();
  delete network.weather.latency;
  delete network.weather.rate;
  expect(replies).toHaveLength(1);
  expect(await rowsOf(waiting.message)).toBe(1);
});
