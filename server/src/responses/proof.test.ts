import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { proofHeader, type Refusal } from "@tiltas/contract/problems";
import type { Receipt } from "@tiltas/contract/responses";
import { expect, test } from "vitest";
import { testServer } from "../../support/test-server.ts";
import { anUpload } from "../../support/upload.ts";
import { bitsAt, createBursts } from "./proof.ts";

type Asked = { readonly challenge: string; readonly bits: number };

function solved({ challenge, bits }: Asked): string {
  for (let nonce = 0; ; nonce++) {
    const proof = `${challenge}.${nonce}`;
    if (Math.clz32(createHash("sha256").update(proof).digest().readUInt32BE()) >= bits) return proof;
  }
}

/** A wave that takes so many responses a minute freely; `send` gives the outcome, or what was asked for. */
function wave(free: number) {
  const clock = { now: Date.parse("2026-11-21T12:00:30Z") };
  const bursts = createBursts({ key: new Uint8Array(32), clock: () => new Date(clock.now), free });
  const send = (
    response: { responseId: string; revision: number; wave: string },
    more: { proof?: string; bytes?: number; receive?: () => Promise<Receipt> } = {},
  ): Promise<"let in" | Asked> => {
    const receive = more.receive ?? (async () => ({ outcome: "stored" }) as Receipt);
    const { proof, bytes = 3_000 } = more;
    return bursts.admit(response, { proof, bytes }, receive).then(
      () => "let in" as const,
      ({ proof }: Refusal) => proof ?? { challenge: "", bits: 0 },
    );
  };
  return { clock, send };
}

const asked = (answer: "let in" | Asked): Asked => {
  if (answer === "let in") throw new Error("Nothing was asked.");
  return answer;
};

test("beyond what people send in a minute each new response costs a little computing, and none is lost", async () => {
  const server = await testServer({ freePerMinute: 3 });
  const send = (body: object, headers: Record<string, string> = {}) =>
    server.send("POST", "/api/responses", { body, headers });
  for (let sent = 0; sent < 3; sent++) expect((await send(anUpload())).status).toBe(201);
  const response = anUpload();
  const { status, body } = await send(response);
  expect([status, body.type, body.proof.bits]).toEqual([429, "/problems/proof-needed", 14]);
  expect((await send(response, { [proofHeader]: solved(body.proof) })).status).toBe(201);
  server.clock.now += 120_000;
  expect((await send(anUpload())).status).toBe(201);
  await server.close();
});

test("a proof serves one response, for some minutes, and only if the work was done", async () => {
  const { send, clock } = wave(1);
  await send(anUpload());
  const response = anUpload();
  const { challenge, bits } = asked(await send(response));
  const proof = solved({ challenge, bits });
  expect(await send(anUpload(), { proof })).not.toBe("let in");
  for (const wrong of [
    `${challenge}.x`,
    proof.replace(/\.14\./, ".1."),
    "nonsense",
    `${"9".repeat(400)}.1.${"a".repeat(22)}.1`,
  ])
    expect(await send(response, { proof: wrong })).not.toBe("let in");
  expect(await send(response, { proof })).toBe("let in");
  clock.now += 10 * 60_000;
  for (const another of [anUpload(), anUpload()]) await send(another);
  expect(await send(response, { proof })).toBe("let in");
  clock.now += 60_000;
  for (const another of [anUpload(), anUpload()]) await send(another);
  expect(await send(response, { proof })).not.toBe("let in");
});

test("a resent response and a refused one are no part of a burst", async () => {
  const { send } = wave(2);
  await send(anUpload());
  const receiveAgain = async () => ({ outcome: "already-stored" }) as Receipt;
  const refuse = () => Promise.reject(new Error("refused"));
  for (let again = 0; again < 5; again++) await send(anUpload(), { receive: receiveAgain });
  for (let again = 0; again < 5; again++) await send(anUpload(), { receive: refuse });
  expect(await send(anUpload())).toBe("let in");
  expect(await send(anUpload())).not.toBe("let in");
});

test("the more arrives, the more work is asked, as far as an old phone can bear; one wave's burst is no other's", async () => {
  expect([0.9, 1, 2, 4, 8, 1_000].map((load) => bitsAt(load, 1))).toEqual([0, 14, 16, 18, 20, 20]);
  const { send } = wave(1);
  await send(anUpload());
  expect(await send(anUpload())).not.toBe("let in");
  expect(await send(anUpload({ wave: "spring" }))).toBe("let in");
});

test("long responses count by their length, and cost as many short ones", async () => {
  const { send } = wave(120);
  for (let sent = 0; sent < 4; sent++) expect(await send(anUpload(), { bytes: 256 * 1024 })).toBe("let in");
  expect(asked(await send(anUpload())).bits).toBe(14);
  expect(asked(await send(anUpload(), { bytes: 256 * 1024 })).bits).toBe(19);
  const { send: sendShort } = wave(120);
  for (let sent = 0; sent < 120; sent++) expect(await sendShort(anUpload())).toBe("let in");
});

test("a body that hides its length counts as the longest there is", async () => {
  const server = await testServer({ freePerMinute: 40 });
  const post = (body: object, headers: Record<string, string>) =>
    server.app.inject({
      method: "POST",
      url: "/api/responses",
      payload: Readable.from(JSON.stringify(body)),
      headers,
    });
  const json = { "content-type": "application/json" };
  expect((await post(anUpload(), json)).statusCode).toBe(201);
  expect((await post(anUpload(), json)).statusCode).toBe(429);
  await server.close();
});

test("a proof serves one revision: whoever corrects again and again computes again and again", async () => {
  const { send } = wave(1);
  await send(anUpload());
  const response = anUpload();
  const proof = solved(asked(await send(response)));
  expect(await send(response, { proof })).toBe("let in");
  expect(await send({ ...response, revision: 2 }, { proof })).not.toBe("let in");
});

test("whoever names a thousand waves that do not exist makes no burst forgotten", async () => {
  const { send } = wave(1);
  await send(anUpload());
  const refuse = () => Promise.reject(new Error("There is no such wave."));
  for (let number = 0; number < 1_001; number++)
    await send(anUpload({ wave: `invented-${number}` }), { receive: refuse });
  expect(await send(anUpload())).not.toBe("let in");
});
