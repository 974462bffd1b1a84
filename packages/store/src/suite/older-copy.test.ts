import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Client from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type OpenedStore, openStore, verifyLedger } from "../open/index.ts";
import { aResponse, idOf, openWave } from "./builders.ts";

let folder = "";
const file = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tiltas-older-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Somebody answers, a copy of the database is made, and then the answers are withdrawn. */
async function withdrawnAfterACopy(): Promise<void> {
  const before = await openStore({ folder });
  await openWave(before);
  await before.receive(aResponse({ receipt: "theirs" }));
  await before.receive(aResponse({ responseId: idOf(2), receipt: "another's" }));
  await before.close();
  copyFileSync(file("data.sqlite"), file("older.sqlite"));
  const after = await openStore({ folder });
  await after.withdraw({ receipt: "theirs", on: "2026-03-20" });
  await after.close();
}

async function startOnTheCopy(): Promise<OpenedStore> {
  copyFileSync(file("older.sqlite"), file("data.sqlite"));
  return openStore({ folder });
}

test("an older copy of the data brings nobody back who has withdrawn", async () => {
  await withdrawnAfterACopy();
  const store = await startOnTheCopy();
  expect(store.warnings).toEqual([expect.stringMatching(/^1 responses that people had withdrawn/)]);
  expect(await store.countResponses("spring")).toBe(1);
  expect((await store.receive(aResponse())).outcome).toBe("withdrawn");
  expect((await store.findByReceipt("theirs"))?.state).toBe("withdrawn");
  await store.close();
  expect((await verifyLedger({ folder })).findings).toEqual([]);
});

test("control: without the ledger of withdrawals they would be back", async () => {
  await withdrawnAfterACopy();
  rmSync(file("withdrawals.ledger"));
  const store = await startOnTheCopy();
  expect(await store.countResponses("spring")).toBe(2);
  await store.close();
});

test("a withdrawal that a crash kept out of the ledger enters it at the next start", async () => {
  await withdrawnAfterACopy();
  const ledger = readFileSync(file("withdrawals.ledger"), "utf8");
  rmSync(file("withdrawals.ledger"));
  await (await openStore({ folder })).close();
  expect(readFileSync(file("withdrawals.ledger"), "utf8")).toBe(ledger);
});

test("control: without overwriting what is deleted the answers would still lie in the file", async () => {
  const canary = "canary-7731";
  const filled = (secureDelete: "ON" | "OFF") => {
    const client = new Client(file(`${secureDelete}.sqlite`));
    client.pragma("journal_mode = WAL");
    client.pragma(`secure_delete = ${secureDelete}`);
    client.exec("create table answers (id integer primary key, text text)");
    client.prepare("insert into answers (text) values (?)").run(`${canary} `.repeat(100));
    client.exec("delete from answers");
    client.pragma("wal_checkpoint(TRUNCATE)");
    client.close();
    return readFileSync(file(`${secureDelete}.sqlite`)).includes(canary);
  };
  expect([filled("OFF"), filled("ON")]).toEqual([true, false]);
});

test("somebody who reads for long keeps the log from being emptied; afterwards it is, though nobody writes any more", async () => {
  const answers = `{"belonging":"${"a rare answer ".repeat(20)}"}`;
  const store = await openStore({ folder });
  await openWave(store);
  await store.receive(aResponse({ answers, receipt: "theirs" }));
  const reader = new Client(file("data.sqlite"), { readonly: true });
  reader.exec("begin");
  reader.prepare("select count(*) from responses").get();
  await store.withdraw({ receipt: "theirs", on: "2026-03-20" });
  const remembers = () => readFileSync(file("data.sqlite-wal")).includes("a rare answer");
  expect(remembers()).toBe(true);
  reader.exec("commit");
  reader.close();
  await expect.poll(remembers, { timeout: 20_000, interval: 100 }).toBe(false);
  await store.close();
});
