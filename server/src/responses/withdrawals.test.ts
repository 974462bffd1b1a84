import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bareCode, codeAlphabet } from "@tiltas/contract/codes";
import { snapshotOf, verifyLedger } from "@tiltas/store/open";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sealResponse } from "../../support/seal.ts";
import { type TestServer, testServer } from "../../support/test-server.ts";
import { anUpload } from "../../support/upload.ts";
import { autumn } from "../../support/wave.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const send = (body: object) => server.send("POST", "/api/responses", { body });
const look = (code: string) => server.send("POST", "/api/receipts", { body: { code: bareCode(code) } });
const withdraw = (code: string) =>
  server.send("POST", "/api/withdrawals", { body: { code: bareCode(code) } });
const inSnapshot = async () => {
  const ids: string[] = [];
  for await (const { responseId } of (await snapshotOf(server.store, autumn)).responses) ids.push(responseId);
  return ids;
};

test("whoever has the receipt code sees that the answers are there, and never what they say", async () => {
  const { body: receipt } = await send(anUpload());
  const seen = await look(receipt.code.toLowerCase());
  expect([seen.status, seen.body]).toEqual([
    200,
    { wave: "autumn", waveTitle: autumn.title, receivedOn: "2026-11-21", state: "kept" },
  ]);
});

test("withdrawn answers are out of counts and snapshots at once, and no device can bring them back", async () => {
  const response = anUpload();
  const { body: receipt } = await send(response);
  const key = (await server.send("GET", "/api/waves/autumn")).body.sealingKey;
  const before = await server.store.countResponses("autumn");
  const withdrawn = await withdraw(receipt.code);
  expect([withdrawn.status, withdrawn.body.state]).toEqual([200, "withdrawn"]);
  expect(await server.store.countResponses("autumn")).toBe(before - 1);
  expect(await inSnapshot()).not.toContain(response.responseId);
  expect((await look(receipt.code)).body.state).toBe("withdrawn");
  const again = anUpload({ responseId: response.responseId, revision: 2, parent: 1 });
  const elsewhere = anUpload({ responseId: response.responseId, wave: "winter" });
  for (const body of [response, again, elsewhere, sealResponse(response, key)]) {
    const refused = await send(body);
    expect([refused.status, refused.body.type]).toEqual([410, "/problems/response-withdrawn"]);
    expect(refused.body.withdrawn).toEqual({ responseId: response.responseId });
    expect(refused.body.quarantined).toBeUndefined();
  }
  expect((await withdraw(receipt.code)).body.state).toBe("withdrawn");
  expect((await verifyLedger({ folder: server.folder })).findings).toEqual([]);
});

test("no trace of withdrawn answers is left in the data folder", async () => {
  const canary = "canary-Žemaitukas-7731";
  const large = anUpload({ answers: { remark: `${canary} `.repeat(40), belonging: 3 } });
  await send(anUpload());
  const { body: receipt } = await send(large);
  await send(anUpload());
  const files = ["data.sqlite", "data.sqlite-wal", "receipts.ledger", "withdrawals.ledger"];
  const hits = () => files.filter((file) => readFileSync(join(server.folder, file)).includes(canary));
  expect(hits()).not.toEqual([]);
  await withdraw(receipt.code);
  expect(hits()).toEqual([]);
});

test("a code that is nobody's finds nothing; a whole office may mistype, and whoever guesses on is told to stop", async () => {
  const answers = [];
  for (let at = 0; at < 61; at++) answers.push(await (at % 2 ? look(wrong(at)) : withdraw(wrong(at))));
  expect(answers.slice(0, 60).map(({ status }) => status)).toEqual(Array(60).fill(404));
  expect(answers[0]?.body.type).toBe("/problems/code-unknown");
  expect(answers.at(-1)?.body.type).toBe("/problems/too-many-attempts");
  expect((await look("ABC")).status).toBe(400);
});

test("however many wrong codes come from a network, whoever has a right one there sees and withdraws", async () => {
  const { body: receipt } = await send(anUpload());
  for (let at = 0; at < 65; at++) await look(wrong(at));
  expect((await look(wrong(0))).status).toBe(429);
  expect((await look(receipt.code)).body.state).toBe("kept");
  expect((await withdraw(receipt.code)).body.state).toBe("withdrawn");
});

/** A code that was never given out. */
const wrong = (at: number) =>
  `${"A".repeat(14)}${codeAlphabet.charAt(at >> 5)}${codeAlphabet.charAt(at & 31)}`;
