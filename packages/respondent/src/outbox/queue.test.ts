import { RescueFile } from "@tiltas/contract/sealing";
import { expect, test } from "vitest";
import { studyKey } from "../../trial/study-key.ts";
import { enveloped } from "./envelope.ts";
import { finish } from "./finish.ts";
import { idOf, type Message, type Outbox, type Waiting } from "./ports.ts";
import { drain, type QueueState } from "./queue.ts";
import { rescueFile } from "./rescue.ts";
import type { Reply } from "./sync-decision.ts";

const study = studyKey();
const receipt = ({ responseId, revision, hash }: Message): Reply => ({
  kind: "reply",
  status: 201,
  body: {
    ...{ responseId, revision, hash, outcome: "stored" },
    code: "ABCD-EFGH-JKLM-2345",
    origin: "https://tiltas.example",
  },
});
const refusal = (code: string, status: number): Reply => ({
  kind: "reply",
  status,
  body: { type: `/problems/${code}`, title: "No", status, detail: "Not now." },
});

function interview(number: number) {
  return {
    responseId: `0193a1d2-7c1e-4f6a-9b3c-${String(number).padStart(12, "0")}`,
    wave: "autumn",
    instrument: "c".repeat(64),
    consent: { notice: 1, noticeDigest: "d".repeat(64), language: "uk", time: "2026-11-21T21:00:00Z" },
    answers: { sex: "female", number },
    language: "uk",
    mode: "interviewer" as const,
    channel: null,
  };
}

async function waitingInterviews(count: number): Promise<Waiting[]> {
  return Promise.all(
    Array.from({ length: count }, (_, number) =>
      finish(interview(number), study.public, `2026-11-21T${String(number % 24).padStart(2, "0")}:00:00Z`),
    ),
  );
}

/** A tablet with its queue, and a server that answers as it is told; `sent` are the ids of every attempt. */
function tablet(rows: readonly Waiting[], answer: (message: Message, attempt: number) => Reply) {
  const held = new Map(rows.map((row) => [idOf(row.message), row]));
  const sent: string[] = [];
  const states: QueueState["kind"][] = [];
  const reads: number[] = [];
  const outbox: Outbox = {
    waiting: async () => [...held.values()][0],
    queue: async () => {
      reads.push(held.size);
      return [...held.values()];
    },
    holds: async ({ message }) => held.has(idOf(message)),
    put: async (row) => void held.set(idOf(row.message), row),
    release: async ({ message }) => void held.delete(idOf(message)),
  };
  const go = () =>
    drain({
      outbox,
      collector: {
        async send(message) {
          sent.push(message.responseId);
          return answer(message, sent.length);
        },
      },
      pause: async () => undefined,
      alone: (work) => work(),
      random: () => 0.5,
      now: () => new Date(0),
      stopped: () => sent.length > 1000,
      onState: ({ kind }) => void states.push(kind),
    });
  return { held, sent, states, reads, go };
}

test("a hundred interviews of a day without network leave in a hundred attempts, oldest first", async () => {
  const rows = await waitingInterviews(100);
  const { held, sent, reads, go } = tablet(rows, receipt);
  expect(await go()).toEqual({ kind: "empty" });
  expect(held.size).toBe(0);
  expect(reads, "the whole queue is read before the first and after the last").toEqual([100, 0]);
  expect(sent).toEqual(rows.map(({ message }) => message.responseId));
});

test("one attempt in five lost: every interview arrives all the same, with a quarter more attempts", async () => {
  const { held, sent, go } = tablet(await waitingInterviews(50), (message, attempt) =>
    attempt % 5 === 0 ? { kind: "silence" } : receipt(message),
  );
  await go();
  expect(held.size).toBe(0);
  expect(sent.length).toBeLessThanOrEqual(50 * 1.25);
});

test("an interview that the server cannot take does not hold up the others, and stays", async () => {
  const rows = await waitingInterviews(3);
  const first = rows[0]?.message.responseId;
  const { held, go } = tablet(rows, (message) =>
    message.responseId === first ? refusal("response-conflict", 409) : receipt(message),
  );
  expect(await go()).toMatchObject({ kind: "set-aside" });
  expect([...held.values()]).toEqual([{ ...rows[0], setAside: "response-conflict" }]);
});

test("a server that fails on one interview is asked about the next before it is asked again", async () => {
  const rows = await waitingInterviews(3);
  const first = rows[0]?.message.responseId;
  const { sent, go } = tablet(rows, (message, attempt) =>
    message.responseId === first && attempt < 4 ? refusal("internal", 500) : receipt(message),
  );
  expect(await go()).toEqual({ kind: "empty" });
  expect(sent.map((id) => Number(id.slice(-1)))).toEqual([0, 1, 2, 0]);
});

test("a tablet the office has locked out keeps its whole queue untouched, and sends it once it is paired again", async () => {
  const rows = await waitingInterviews(4);
  let isPaired = false;
  const { held, sent, go } = tablet(rows, (message) =>
    isPaired ? receipt(message) : refusal("device-unknown", 401),
  );
  expect(await go()).toMatchObject({ kind: "pair-again" });
  expect([...held.values()]).toEqual(rows);
  expect(sent).toHaveLength(1);
  isPaired = true;
  expect(await go()).toEqual({ kind: "empty" });
});

test("the file for the office holds the whole queue, sealed, and its name says nothing", async () => {
  const rows = await waitingInterviews(3);
  const plain: Waiting = { message: enveloped(interview(9)), madeAt: "2026-11-21T21:00:00Z" };
  const now = new Date("2026-11-22T10:00:00Z");
  const { name, text, leftOut } = await rescueFile([...rows, plain], () => study.public, now);
  const { responses } = RescueFile.parse(JSON.parse(text));
  expect([name, leftOut]).toEqual(["queue-2026-11-22.json", 0]);
  expect(text).not.toContain("female");
  expect(responses.map((response) => study.open(response).answers.number)).toEqual([0, 1, 2, 9]);
  expect((await rescueFile([plain], () => null, now)).leftOut).toBe(1);
});
