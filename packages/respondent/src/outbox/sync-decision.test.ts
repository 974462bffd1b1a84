import { expect, test } from "vitest";
import { type Reply, type SyncDecision, syncDecision } from "./sync-decision.ts";

const hash = "a".repeat(64);
const sent = { responseId: "0193a1d2-7c1e-4f6a-9b3c-5d2e8f701a2b", revision: 1, hash };
const receipt = { ...sent, outcome: "stored", code: "ABCD-EFGH-JKLM-2345", origin: "https://tiltas.example" };
const problem = (type: string, status: number, more = {}) => ({
  type: `/problems/${type}`,
  title: "No",
  status,
  detail: "Not now.",
  ...more,
});
const reply = (status: number, body: unknown, more = {}): Reply => ({ kind: "reply", status, body, ...more });
const later: SyncDecision = { kind: "try-later" };
const delivered: SyncDecision = { kind: "delivered", code: receipt.code, origin: receipt.origin };

const table: readonly (readonly [string, Reply, SyncDecision])[] = [
  ["a receipt for exactly this content releases it", reply(201, receipt), delivered],
  [
    "the receipt of an earlier attempt releases it",
    reply(200, { ...receipt, outcome: "already-stored" }),
    delivered,
  ],
  ["no network keeps it", { kind: "silence" }, later],
  ["a captive portal that says 200 keeps it", reply(200, undefined), later],
  ["a captive portal that says 511 keeps it", reply(511, undefined), later],
  ["a proxy's 403 page keeps it and tries again", reply(403, undefined), later],
  ["someone else's JSON keeps it", reply(200, { ok: true }), later],
  [
    "a receipt for another response keeps it",
    reply(201, { ...receipt, responseId: crypto.randomUUID() }),
    later,
  ],
  ["a receipt for other content keeps it", reply(201, { ...receipt, hash: "b".repeat(64) }), later],
  ["a receipt for another revision keeps it", reply(201, { ...receipt, revision: 2 }), later],
  ["a receipt with another status keeps it", reply(202, receipt), later],
  ["a receipt without a code keeps it", reply(201, { ...receipt, code: "" }), later],
  [
    "a busy server is asked again, not sooner than it said",
    reply(503, problem("overloaded", 503), { retryAfterSeconds: 7 }),
    { kind: "try-later", afterSeconds: 7 },
  ],
  ["a full disk is asked again", reply(507, problem("storage-full", 507)), later],
  ["too many attempts wait", reply(429, problem("too-many-attempts", 429)), later],
  [
    "a closed wave needs a person",
    reply(409, problem("wave-closed", 409)),
    { kind: "set-aside", problem: "wave-closed" },
  ],
  [
    "a conflict needs a person",
    reply(409, problem("response-conflict", 409)),
    { kind: "set-aside", problem: "response-conflict" },
  ],
  [
    "a response that was withdrawn is let go of",
    reply(410, problem("response-withdrawn", 410, { withdrawn: { responseId: sent.responseId } })),
    { kind: "withdrawn" },
  ],
  [
    "someone else's withdrawal keeps ours",
    reply(410, problem("response-withdrawn", 410, { withdrawn: { responseId: crypto.randomUUID() } })),
    { kind: "set-aside", problem: "response-withdrawn" },
  ],
  [
    "a server under a burst gets the proof it asks for",
    reply(429, problem("proof-needed", 429, { proof: { challenge: "c", bits: 16 } })),
    { kind: "proof-needed", challenge: "c", bits: 16 },
  ],
  ["a burst without a challenge waits", reply(429, problem("proof-needed", 429)), later],
  [
    "a tablet that the office no longer knows keeps its whole queue",
    reply(401, problem("device-unknown", 401)),
    { kind: "pair-again" },
  ],
  [
    "a seal that does not open needs a person, and the response stays",
    reply(422, problem("seal-unreadable", 422)),
    { kind: "set-aside", problem: "seal-unreadable" },
  ],
  ["a problem nobody here knows is tried again", reply(418, problem("teapot", 418)), later],
  ["a problem whose status is not its own is not ours", reply(404, problem("wave-closed", 409)), later],
  [
    "a refused envelope in quarantine is with the office",
    reply(422, problem("instrument-unknown", 422, { quarantined: { responseId: sent.responseId, hash } })),
    { kind: "with-the-office" },
  ],
  [
    "someone else's quarantine keeps ours",
    reply(
      422,
      problem("instrument-unknown", 422, {
        quarantined: { responseId: sent.responseId, hash: "b".repeat(64) },
      }),
    ),
    { kind: "set-aside", problem: "instrument-unknown" },
  ],
];

test.each(table)("%s", (_, answer, decision) => {
  expect(syncDecision(sent, answer)).toEqual(decision);
});
