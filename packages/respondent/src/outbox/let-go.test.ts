import "fake-indexeddb/auto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { studyKey } from "../../trial/study-key.ts";
import { indexedDevice } from "../device/index.ts";
import { httpCollector } from "./collector.ts";
import { finish } from "./finish.ts";
import type { Message, Waiting } from "./ports.ts";
import { drain } from "./queue.ts";

type Answer = (response: ServerResponse, receipt: Readonly<Record<string, unknown>>) => void;

const study = studyKey();
let answer: Answer;
const server = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  const { responseId, revision, hash } = JSON.parse(body) as Message;
  const code = { code: "ABCD-EFGH-JKLM-2345", origin: "https://tiltas.example" };
  answer(response, { responseId, revision, hash, outcome: "stored", ...code });
});
let origin: string;
const clock = { now: new Date("2026-11-21T12:30:00Z") };
const tablet = indexedDevice({ ownership: "paired", now: () => clock.now });
let waiting: Waiting;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(async () => {
  await tablet.forget("autumn");
  const consent = { notice: 1, noticeDigest: "d".repeat(64), language: "uk", time: "2026-11-21T12:00:00Z" };
  const finished = { wave: "autumn", instrument: "c".repeat(64), consent, answers: { sex: "female" } };
  waiting = await finish(
    { ...finished, responseId: crypto.randomUUID(), language: "uk", mode: "interviewer", channel: null },
    study.public,
    "2026-11-21T12:00:00Z",
  );
  await tablet.handOver(waiting);
});

const collector = httpCollector((path, options) => fetch(new URL(String(path), origin), options));

/** One attempt on this tablet. */
async function tryOnce(): Promise<void> {
  let attempts = 0;
  await drain({
    outbox: tablet,
    collector,
    pause: async () => undefined,
    alone: (work) => work(),
    random: () => 0.5,
    now: () => clock.now,
    stopped: () => attempts++ > 0,
  });
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

const portal = "<!doctype html><title>Free network</title>Please accept our terms.";
const wrong: readonly (readonly [string, Answer])[] = [
  ["a captive portal's page with 200", (response) => response.writeHead(200).end(portal)],
  ["a captive portal's page with 201", (response) => response.writeHead(201).end(portal)],
  ["a captive portal's redirect", (response) => response.writeHead(302, { Location: "/terms" }).end()],
  ["an empty 200", (response) => response.writeHead(200).end()],
  ["someone else's JSON", (response) => json(response, 201, { ok: true })],
  [
    "a truncated receipt",
    (response, receipt) => response.writeHead(201).end(JSON.stringify(receipt).slice(0, -9)),
  ],
  [
    "a receipt cut off with its connection",
    (response, receipt) => {
      response.writeHead(201, { "Content-Length": "900" });
      response.write(JSON.stringify(receipt), () => response.destroy());
    },
  ],
  [
    "a receipt for another response",
    (response, receipt) => json(response, 201, { ...receipt, responseId: crypto.randomUUID() }),
  ],
  [
    "a receipt for other content",
    (response, receipt) => json(response, 201, { ...receipt, hash: "b".repeat(64) }),
  ],
  ["a receipt with 202", (response, receipt) => json(response, 202, receipt)],
  ["a proxy's 403", (response) => response.writeHead(403).end("Forbidden")],
  ["a gateway's 502", (response) => response.writeHead(502).end("Bad gateway")],
];

test.each(wrong)("R11: %s releases nothing", async (_, manner) => {
  answer = manner;
  await tryOnce();
  await expectNothingReleased();
});

async function expectNothingReleased(): Promise<void> {
  expect(await tablet.queue()).toEqual([waiting]);
  expect(await tablet.counts()).toMatchObject({ waiting: 1 });
}

/** What many clients do: any status of success is a receipt to them. */
async function tryCarelessly(): Promise<void> {
  const { ok } = await fetch(origin, { method: "POST", body: JSON.stringify(waiting.message) });
  if (ok) await tablet.release(waiting, true);
}

test.each(wrong.filter(([name]) => !/redirect|403|502/.test(name)))(
  "control of R11: a careless device, which trusts the status, lets go of it for %s",
  async (_, manner) => {
    answer = manner;
    await tryCarelessly();
    await expect(expectNothingReleased()).rejects.toThrow();
  },
);

test("R11: a tablet keeps what was delivered for seven more days, sealed, and then no longer", async () => {
  clock.now = new Date("2026-11-21T12:30:00Z");
  answer = (response, receipt) => json(response, 201, receipt);
  const before = (await tablet.counts()).kept;
  await tryOnce();
  expect(await tablet.counts()).toMatchObject({ waiting: 0, kept: before + 1 });
  clock.now = new Date("2026-11-28T11:59:00Z");
  await tablet.removeOutlived();
  expect((await tablet.counts()).kept).toBe(before + 1);
  clock.now = new Date("2026-11-28T12:30:00Z");
  await tablet.removeOutlived();
  expect((await tablet.counts()).kept).toBe(0);
});
