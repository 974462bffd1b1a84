import { copyFileSync, cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { verifyData } from "@tiltas/store/care";
import { openStore } from "@tiltas/store/open";
import Client from "better-sqlite3";
import { beforeAll, expect, test } from "vitest";
import { idOf, openWave } from "../../packages/store/src/suite/builders.ts";
import { hashedResponse } from "../../packages/store/src/suite/hashed.ts";
import { newFolder, seeded } from "./store-kills.ts";

const wholeRun = process.env.TILTAS_FULL !== undefined;
const random = seeded(20_261_122);
const people = Array.from({ length: 60 }, (_, i) => i + 1);

/** A folder as a power cut leaves it: half the people in the file, the others in the write-ahead log, all acknowledged. */
const cut = newFolder();
/** The log as it was when forty of them had answered. */
const olderLog = join(newFolder(), "older-wal");
/** A folder that was closed well. */
const closed = newFolder();

beforeAll(async () => {
  const folder = newFolder();
  const first = await openStore({ folder });
  await openWave(first);
  for (const person of people.slice(0, 30)) await first.receive(hashedResponse(person));
  await first.close();
  const server = await openStore({ folder });
  for (const person of people.slice(30, 40)) await server.receive(hashedResponse(person));
  copyFileSync(join(folder, "data.sqlite-wal"), olderLog);
  for (const person of people.slice(40)) await server.receive(hashedResponse(person));
  for (const name of ["data.sqlite", "data.sqlite-wal", "receipts.ledger"])
    copyFileSync(join(folder, name), join(cut, name));
  await server.close();
  cpSync(folder, closed, { recursive: true });
});

const ways = {
  cut: (file: string) => truncateSync(file, Math.floor(random() * readFileSync(file).length)),
  flipped: (file: string) => flip(file, Math.floor(random() * readFileSync(file).length)),
  deleted: (file: string) => rmSync(file),
  "exchanged for an older one": (file: string) => copyFileSync(olderLog, file),
} as const;

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  writeFileSync(file, bytes);
}

/** What can still be read under each id, by a reader of our own; nothing where the file cannot be read at all. */
function readable(folder: string): ReadonlyMap<string, string> {
  const rows = new Map<string, string>();
  try {
    const client = new Client(join(folder, "data.sqlite"));
    try {
      for (const row of client.prepare("select * from responses order by sequence").iterate())
        rows.set((row as { response_id: string }).response_id, JSON.stringify(row));
    } finally {
      client.close();
    }
  } catch {
    // What came before the damage was read.
  }
  return rows;
}

const looksWhole = (folder: string) => {
  try {
    const client = new Client(join(folder, "data.sqlite"));
    const [row] = client.pragma("integrity_check") as { integrity_check: string }[];
    client.close();
    return row?.integrity_check === "ok";
  } catch {
    return false;
  }
};

/** Ids named by the check, and how much else it objects to. */
async function named(folder: string): Promise<{ ids: ReadonlySet<string>; findings: number }> {
  const ids = new Set<string>();
  const { findings } = await verifyData({ folder }, (finding) => {
    if ("responseId" in finding) ids.add(finding.responseId);
  });
  return { ids, findings };
}

const lossesNobodyElseSaw: string[] = [];

test.each(Object.entries(ways))(
  "a write-ahead log that was %s: every lost response is named",
  async (way, damage) => {
    for (let times = 0; times < (wholeRun ? 125 : 15); times++) {
      const folder = newFolder();
      cpSync(cut, folder, { recursive: true });
      damage(join(folder, "data.sqlite-wal"));
      const { ids, findings } = await named(folder);
      const left = readable(folder);
      const lost = people.map(idOf).filter((id) => !left.has(id));
      expect(lost.filter((id) => !ids.has(id))).toEqual([]);
      expect(findings > 0).toBe(lost.length > 0 || ids.size > 0);
      if (lost.length > 0 && looksWhole(folder)) lossesNobodyElseSaw.push(way);
      rmSync(folder, { recursive: true });
    }
  },
);

test("control: SQLite's own check calls most of these losses whole, so the ledger is what finds them", () => {
  expect(lossesNobodyElseSaw.length).toBeGreaterThan(wholeRun ? 200 : 25);
});

test("any single bit that turns in an answer is found, and the response named: 100 of 100", async () => {
  const folder = newFolder();
  const bytes = readFileSync(join(closed, "data.sqlite"));
  let looksWholeToSqlite = 0;
  for (let times = 0; times < 100; times++) {
    cpSync(closed, folder, { recursive: true });
    const person = people[Math.floor(random() * people.length)] ?? 1;
    const answers = hashedResponse(person).answers;
    flip(
      join(folder, "data.sqlite"),
      bytes.indexOf(answers) + Math.floor(random() * Buffer.byteLength(answers)),
    );
    expect((await named(folder)).ids.has(idOf(person))).toBe(true);
    if (times % 10 === 0 && looksWhole(folder)) looksWholeToSqlite += 1;
  }
  // Control: without the hash of the row nobody would have noticed.
  expect(looksWholeToSqlite).toBe(10);
});

test("a bit that turns anywhere in the file is found wherever it changes what is kept", async () => {
  const folder = newFolder();
  const size = readFileSync(join(closed, "data.sqlite")).length;
  const whole = [...readable(closed)].join();
  let changed = 0;
  for (let times = 0; times < (wholeRun ? 1_000 : 60); times++) {
    cpSync(closed, folder, { recursive: true });
    flip(join(folder, "data.sqlite"), Math.floor(random() * size));
    if ([...readable(folder)].join() === whole) continue;
    changed += 1;
    expect((await named(folder)).findings).toBeGreaterThan(0);
  }
  expect(changed).toBeGreaterThan(0);
});
