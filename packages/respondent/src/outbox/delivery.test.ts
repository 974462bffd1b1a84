import { expect, test } from "vitest";
import { backOff } from "./back-off.ts";
import { deliver } from "./delivery.ts";
import { enveloped } from "./envelope.ts";
import type { Message } from "./ports.ts";
import type { Reply } from "./sync-decision.ts";

const finished = {
  responseId: "0193a1d2-7c1e-4f6a-9b3c-5d2e8f701a2b",
  wave: "autumn",
  instrument: "c".repeat(64),
  consent: { notice: 1, noticeDigest: "d".repeat(64), language: "uk", time: "2026-11-21T21:00:00Z" },
  answers: { sex: "female", contacts: ["friends", "neighbours"] },
  language: "uk",
  mode: "web" as const,
  channel: "office-qr",
};

function receiptFor({ responseId, revision, hash }: Message): Reply {
  const body = {
    responseId,
    revision,
    hash,
    outcome: "stored",
    code: "ABCD-EFGH-JKLM-2345",
    origin: "https://tiltas.example",
  };
  return { kind: "reply", status: 201, body };
}

function attempts(replies: readonly Reply[]) {
  const waits: number[] = [];
  let next = 0;
  const outcome = deliver(enveloped(finished), {
    collector: { send: async () => replies[next++] ?? { kind: "silence" } },
    pause: async (milliseconds) => void waits.push(milliseconds),
    alone: (work) => work(),
    random: () => 0.5,
    onWaiting: () => undefined,
    stopped: () => next > 8,
  });
  return outcome.then((decision) => ({ decision, waits }));
}

test("a response is sent until its receipt comes, waiting longer each time", async () => {
  const portal: Reply = { kind: "reply", status: 200, body: undefined };
  const { decision, waits } = await attempts([
    { kind: "silence" },
    portal,
    portal,
    receiptFor(enveloped(finished)),
  ]);
  expect(decision).toEqual({
    kind: "delivered",
    code: "ABCD-EFGH-JKLM-2345",
    origin: "https://tiltas.example",
  });
  expect(waits).toEqual([1000, 2000, 4000]);
});

test("attempts end without a decision when the page is left", async () => {
  expect((await attempts([])).decision).toBeUndefined();
});

test("waits stay between half and one and a half of their doubling, and at most seven and a half minutes", () => {
  for (const failures of [1, 5, 9, 40]) {
    const middle = Math.min(1000 * 2 ** (failures - 1), 300_000);
    expect(backOff(failures, 0)).toBe(middle / 2);
    expect(backOff(failures, 0.999)).toBeLessThan(middle * 1.5);
  }
});

test("the server's wish to be left alone is respected", () => {
  expect(backOff(1, 0.5, 20)).toBe(20_000);
});

test("the same interview gives the same envelope, whatever the order of its answers", () => {
  const { sex, contacts } = finished.answers;
  expect(enveloped({ ...finished, answers: { contacts, sex } }).hash).toBe(enveloped(finished).hash);
});
