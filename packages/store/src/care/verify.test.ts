import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Client from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { withdrawalsFile } from "../ledger/index.ts";
import { openReader, openStore } from "../open/index.ts";
import { idOf, openWave } from "../suite/builders.ts";
import { hashedResponse } from "../suite/hashed.ts";
import { acceptLosses, countsFellSince, type Finding, verifyData, writeCounts } from "./index.ts";

const made = mkdtempSync(join(tmpdir(), "tiltas-verify-"));
let folder = "";
beforeAll(() => answered(12));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tiltas-verify-"));
  cpSync(made, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(() => rmSync(made, { recursive: true }));

/** Twelve people answered, the last of them a second time. */
async function answered(people: number): Promise<void> {
  const store = await openStore({ folder: made });
  await openWave(store);
  for (let person = 1; person <= people; person++) await store.receive(hashedResponse(person));
  await store.receive(hashedResponse(people, { revision: 2, parent: 1 }));
  await store.close();
}

async function verified() {
  const findings: Finding[] = [];
  return { ...(await verifyData({ folder }, (finding) => findings.push(finding))), list: findings };
}

/** A hand on the file, beside the server. */
function tamper(statement: string): void {
  const client = new Client(join(folder, "data.sqlite"));
  client.exec(statement);
  client.close();
}

test("a folder as the server left it has nothing to find", async () => {
  const { receipts, rows, findings, withoutRowHash, waves } = await verified();
  expect({ receipts, rows, findings, withoutRowHash }).toEqual({
    receipts: 13,
    rows: 13,
    findings: 0,
    withoutRowHash: 0,
  });
  expect(waves).toEqual([{ wave: "spring", kept: 12, gone: 0 }]);
});

test("a response that is gone is named; one whose person withdrew is explained", async () => {
  tamper(`delete from responses where response_id in ('${idOf(3)}', '${idOf(4)}')`);
  appendFileSync(withdrawalsFile(folder), `{"responseId":"${idOf(4)}","wave":"spring"}\n`);
  const { explained, list } = await verified();
  expect(explained).toBe(1);
  expect(list).toEqual([{ responseId: idOf(3), revision: 1, problem: "missing" }]);
});

test("whoever withdrew and is in the database again is named", async () => {
  appendFileSync(withdrawalsFile(folder), `{"responseId":"${idOf(7)}","wave":"spring"}\n`);
  expect((await verified()).list).toEqual([{ responseId: idOf(7), revision: 1, problem: "returned" }]);
});

test.each([
  ["answers", "answers = replace(answers, '42', '43')", "content"],
  ["consent", "consent = '{}'", "content"],
  ["hash", `hash = '${"0".repeat(64)}'`, "content"],
  ["language", "language = 'lt'", "columns"],
  ["mode", "mode = 'kiosk'", "columns"],
  ["channel", "channel = 'library'", "columns"],
  ["municipality", "municipality = '19'", "columns"],
  ["findings", `findings = '[{"path":"x","reason":"code-unknown"}]'`, "columns"],
  ["received_at", "received_at = received_at + 1", "columns"],
  ["changes", "changes = '[]'", "columns"],
  ["receipt", "receipt = 'x'", "columns"],
])("a change of %s by hand is found by the hashes", async (_column, change, problem) => {
  tamper(`update responses set ${change} where response_id = '${idOf(5)}'`);
  const { list } = await verified();
  expect(list).toContainEqual({ responseId: idOf(5), revision: 1, problem });
});

test("a wave that holds fewer people than were counted is an alarm, with the receipt ledger cut as well", async () => {
  const { waves } = await verified();
  await writeCounts({ folder }, waves, "2026-11-21");
  tamper(`delete from responses where response_id = '${idOf(2)}'`);
  const file = join(folder, "receipts.ledger");
  const lines = readFileSync(file, "utf8").split("\n");
  writeFileSync(file, lines.filter((line) => !line.includes(idOf(2))).join("\n"));
  const { list } = await verified();
  expect(list.map(({ problem }) => problem)).toEqual(["count", "ledger"]);
  expect(list[0]).toHaveProperty("sentence", expect.stringMatching(/had 12 responses.*1 are missing/));
});

test("a count that was rewritten is found by the line after it", async () => {
  const { waves } = await verified();
  await writeCounts({ folder }, waves, "2026-11-20");
  await writeCounts({ folder }, waves, "2026-11-21");
  const file = join(folder, "counts.ledger");
  writeFileSync(file, readFileSync(file, "utf8").replace('"kept":12', '"kept":11'));
  expect((await verified()).list).toEqual([
    { problem: "ledger", sentence: "Line 2 of counts.ledger is not as it was written." },
  ]);
});

test("the comparison at the start says which wave fell, in a sentence", async () => {
  const { waves } = await verified();
  await writeCounts({ folder }, waves, "2026-11-21");
  expect(await countsFellSince({ folder })).toEqual([]);
  tamper(`delete from responses where response_id = '${idOf(2)}'`);
  expect(await countsFellSince({ folder })).toEqual([
    expect.stringMatching(/1 are missing without a reason/),
  ]);
});

test("what is lost for good is accepted with a reason, and named; what is lost later, or altered, is still found", async () => {
  const { waves } = await verified();
  await writeCounts({ folder }, waves, "2026-11-21");
  tamper(`delete from responses where response_id in ('${idOf(2)}', '${idOf(12)}') and revision = 1`);
  tamper(`update responses set mode = 'kiosk' where response_id = '${idOf(5)}'`);
  const left: Finding[] = [];
  const tell = (finding: Finding) => left.push(finding);
  const now = new Date("2026-11-22T09:00:00Z");
  const { accepted, verification } = await acceptLosses(
    { folder },
    { reason: "disk of 21 November", now, tell },
  );
  expect([accepted, verification.lost, verification.findings]).toEqual([2, 2, 1]);
  expect(left).toEqual([{ responseId: idOf(5), revision: 1, problem: "columns" }]);
  expect(readFileSync(join(folder, "losses.ledger"), "utf8").split("\n")[0]).toBe(
    `{"responseId":"${idOf(2)}","revision":1,"acceptedOn":"2026-11-22","reason":"disk of 21 November"}`,
  );
  expect(await countsFellSince({ folder })).toEqual([]);
  tamper(`delete from responses where response_id = '${idOf(12)}'`);
  expect((await verified()).list).toContainEqual({ responseId: idOf(12), revision: 2, problem: "missing" });
});

test("a response that was accepted as lost is taken again if a device still has it, and nothing is accepted while a server runs", async () => {
  tamper(`delete from responses where response_id = '${idOf(2)}'`);
  const asked = { reason: "no backup", now: new Date(), tell: () => {} };
  expect(await acceptLosses({ folder }, asked)).toMatchObject({ accepted: 1, keys: [] });
  const store = await openStore({ folder });
  expect(store.warnings).toEqual([]);
  expect((await store.receive(hashedResponse(2))).outcome).toBe("stored");
  await expect(acceptLosses({ folder }, asked)).rejects.toThrow(/is in use by/);
  await store.close();
  expect((await verified()).findings).toBe(0);
});

test("a key whose file is lost for good is forgotten with what it opened; one that is there is not", async () => {
  const store = await openStore({ folder });
  for (const name of ["receipt.key", "keys/integration.json"])
    await store.markKey({ name, mark: "known", after: [] });
  await store.close();
  writeFileSync(join(folder, "receipt.key"), "");
  const asked = { reason: "disk and backups burnt", now: new Date(), tell: () => {} };
  expect((await acceptLosses({ folder }, asked)).keys).toEqual(["keys/integration.json"]);
  const again = await openStore({ folder });
  expect((await again.listKeyMarks()).map(({ name }) => name)).toEqual(["receipt.key"]);
  await again.close();
});

test("it works beside a reader, and beside a server that goes on taking answers", async () => {
  const store = await openStore({ folder });
  const reader = await openReader({ folder });
  const sending = Promise.all([13, 14, 15, 16].map((person) => store.receive(hashedResponse(person))));
  expect((await verified()).findings).toBe(0);
  await sending;
  await Promise.all([store.close(), reader.close()]);
});
