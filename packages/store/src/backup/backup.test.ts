import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Client from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openAccessStore, openReader, openStore } from "../open/index.ts";
import { collect, idOf, openWave } from "../suite/builders.ts";
import { hashedResponse } from "../suite/hashed.ts";
import { type BackupKey, backUp, makeKeyFile, readKeyFile, restore } from "./index.ts";

const place = mkdtempSync(join(tmpdir(), "tiltas-backup-"));
const made = join(place, "data");
let here = "";
let key: BackupKey;
const quiet = { tell: () => {}, withdrawals: undefined };

/** A server's folder with twenty people, wave files, a receipt key and what must not travel. */
beforeAll(async () => {
  key = makeKeyFile(join(place, "key"));
  const store = await openStore({ folder: made });
  await openWave(store);
  for (let person = 1; person <= 20; person++)
    await store.receive(hashedResponse(person, { receipt: `receipt-${person}` }));
  await store.close();
  await (await openAccessStore({ folder: made })).close();
  mkdirSync(join(place, "shared"));
  symlinkSync(join(place, "shared"), join(made, "waves"));
  mkdirSync(join(made, "reports"));
  writeFileSync(join(made, "waves", "spring.json"), "{}");
  writeFileSync(join(made, "receipt.key"), "k".repeat(32));
  writeFileSync(join(made, "reports", "old.xlsx"), "workbook");
});
afterAll(() => rmSync(place, { recursive: true }));
beforeEach(() => {
  here = mkdtempSync(join(place, "case-"));
  cpSync(made, join(here, "data"), { recursive: true });
});

const data = () => join(here, "data");
const at = (name: string) => join(here, name);
const backedUp = () => backUp({ folder: data() }, { file: at("a.backup"), key, tell: () => {} });

async function idsIn(folder: string): Promise<readonly string[]> {
  const reader = await openReader({ folder });
  const responses = await collect(reader.responsesOfWave("spring"));
  await reader.close();
  return responses.map(({ responseId }) => responseId);
}

test("everything that makes a server comes back; workbooks and locks stay", async () => {
  const { verification } = await backedUp();
  expect(verification?.findings).toBe(0);
  const { rows, findings } = await restore({ folder: at("new") }, { file: at("a.backup"), key, ...quiet });
  expect({ rows, findings }).toEqual({ rows: 20, findings: 0 });
  const names = readdirSync(at("new"), { recursive: true }).map(String).toSorted();
  expect(names).toEqual(
    expect.arrayContaining([
      "access.sqlite",
      "data.sqlite",
      "receipt.key",
      "receipts.ledger",
      "waves/spring.json",
    ]),
  );
  expect(names.filter((name) => /reports|backup\.work|restoring|holder/.test(name))).toEqual([]);
  expect(readFileSync(join(at("new"), "receipt.key"), "utf8")).toBe("k".repeat(32));
  const store = await openStore({ folder: at("new") });
  expect(store.warnings).toEqual([]);
  expect((await store.receive(hashedResponse(20, { receipt: "receipt-20" }))).outcome).toBe("already-stored");
  await store.close();
});

test("the file holds nothing that can be read, and no copy stays in the data folder", async () => {
  await backedUp();
  const bytes = readFileSync(at("a.backup"));
  for (const plain of ["Person 7 says", idOf(7), "SQLite format", "kkkkkkkk"])
    expect(bytes.includes(plain), plain).toBe(false);
  expect(readdirSync(data()).filter((name) => name.startsWith("backup.work"))).toEqual([]);
  expect(readdirSync(here).toSorted()).toEqual(["a.backup", "data"]);
});

test("a copy that a killed backup left in the folder is removed by the next one", async () => {
  mkdirSync(join(data(), "backup.work.4194305"));
  writeFileSync(join(data(), "backup.work.4194305", "data.sqlite"), "answers");
  await backedUp();
  expect(existsSync(join(data(), "backup.work.4194305"))).toBe(false);
});

test("a file that is there is never written over, by backup or key or restore", async () => {
  await backedUp();
  const first = readFileSync(at("a.backup"));
  await expect(backedUp()).rejects.toThrow(/already.*never written over/);
  expect(() => makeKeyFile(join(place, "key"))).toThrow(/never written over/);
  await expect(restore({ folder: data() }, { file: at("a.backup"), key, ...quiet })).rejects.toThrow(
    /not empty/,
  );
  expect(readFileSync(at("a.backup")).equals(first)).toBe(true);
  expect(readdirSync(here).toSorted()).toEqual(["a.backup", "data"]);
});

test("half a backup, a flipped byte, another key: refused in a sentence, and the folder is as empty as before", async () => {
  await backedUp();
  const bytes = readFileSync(at("a.backup"));
  const flipped = Buffer.from(bytes);
  flipped[bytes.length >> 1] = (flipped[bytes.length >> 1] ?? 0) ^ 4;
  writeFileSync(at("half"), bytes.subarray(0, bytes.length >> 1));
  writeFileSync(at("flipped"), flipped);
  makeKeyFile(at("other-key"));
  const refusals: readonly (readonly [string, BackupKey, RegExp])[] = [
    ["half", key, /not whole/],
    ["flipped", key, /not whole/],
    ["a.backup", readKeyFile(at("other-key")), /made with another key/],
    ["nowhere", key, /no such file/],
  ];
  for (const [file, withKey, sentence] of refusals) {
    const restoring = restore({ folder: at("new") }, { file: at(file), key: withKey, ...quiet });
    await expect(restoring, file).rejects.toThrow(sentence);
    expect(readdirSync(at("new"))).toEqual([]);
  }
});

test("a key file that is none is refused by name", () => {
  writeFileSync(at("no-key"), "tiltas backup key 1 c2hvcnQ\n");
  expect(() => readKeyFile(at("no-key"))).toThrow(/not a backup key of Tiltas, or not a whole one/);
  expect(() => readKeyFile(at("gone"))).toThrow(/npx tiltas admin key --to/);
});

test("a backup inside the data folder, or of no data folder, is refused", async () => {
  const inside = backUp({ folder: data() }, { file: join(data(), "waves", "a.backup"), key, tell: () => {} });
  await expect(inside).rejects.toThrow(/lost with it/);
  const nothing = backUp({ folder: join(data(), "waves") }, { file: at("a.backup"), key, tell: () => {} });
  await expect(nothing).rejects.toThrow(/There are no data of a server/);
});

test("whoever withdrew after the backup does not come back when the newer ledger is named", async () => {
  await backedUp();
  const live = await openStore({ folder: data() });
  for (const person of [3, 11, 19]) await live.withdraw({ receipt: `receipt-${person}`, on: "2026-03-03" });
  await live.close();
  const asked = { file: at("a.backup"), key, ...quiet };
  const withdrawals = join(data(), "withdrawals.ledger");
  const { explained, findings } = await restore({ folder: at("new") }, { ...asked, withdrawals });
  expect({ explained, findings }).toEqual({ explained: 3, findings: 0 });
  expect(await idsIn(at("new"))).toHaveLength(17);
  const kept = readFileSync(join(at("new"), "data.sqlite"));
  for (const person of [3, 11, 19]) expect(kept.includes(`Person ${person} says`)).toBe(false);
  // Control: without the replay they are back.
  await restore({ folder: at("without") }, asked);
  expect(await idsIn(at("without"))).toHaveLength(20);
});

test("whoever withdrew before the backup is not in it, though the ledger of receipts names them", async () => {
  const live = await openStore({ folder: data() });
  await live.withdraw({ receipt: "receipt-5", on: "2026-03-03" });
  await live.close();
  await backedUp();
  const { findings, explained } = await restore(
    { folder: at("new") },
    { file: at("a.backup"), key, ...quiet },
  );
  expect({ findings, explained }).toEqual({ findings: 0, explained: 1 });
  expect(await idsIn(at("new"))).not.toContain(idOf(5));
});

test("what was removed by its term since the backup is removed again", async () => {
  await backedUp();
  appendFileSync(join(data(), "withdrawals.ledger"), "");
  appendFileSync(
    join(data(), "removals.ledger"),
    [1, 2].map((person) => `{"responseId":"${idOf(person)}","wave":"spring"}\n`).join(""),
  );
  const withdrawals = join(data(), "withdrawals.ledger");
  const asked = { file: at("a.backup"), key, ...quiet, withdrawals };
  expect((await restore({ folder: at("new") }, asked)).findings).toBe(0);
  expect(await idsIn(at("new"))).toHaveLength(18);
});

test("a backup of data that are already damaged is made, and says so", async () => {
  const client = new Client(join(data(), "data.sqlite"));
  client.exec(`delete from responses where response_id = '${idOf(9)}'`);
  client.close();
  const told: unknown[] = [];
  const { verification } = await backUp(
    { folder: data() },
    { file: at("a.backup"), key, tell: (finding) => told.push(finding) },
  );
  expect(verification?.findings).toBe(1);
  expect(told).toEqual([{ responseId: idOf(9), revision: 1, problem: "missing" }]);
  expect(existsSync(at("a.backup"))).toBe(true);
});
