import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { startPostgres } from "../../../../tests/support/postgres.ts";
import { verifyData } from "../care/index.ts";
import { openAccessStore, openReader, openStore, type Place } from "../open/index.ts";
import { removeDue } from "../retention/index.ts";
import { collect, idOf, openWave } from "../suite/builders.ts";
import { hashedResponse } from "../suite/hashed.ts";
import { type BackupKey, backUp, makeKeyFile, restore } from "./index.ts";

const postgres = await startPostgres();

describe.skipIf(postgres === undefined)("on PostgreSQL", () => {
  const folder = mkdtempSync(join(tmpdir(), "tiltas-backup-"));
  const key: BackupKey = makeKeyFile(join(folder, "key"));
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await postgres?.stop();
  });

  const newPlace = async (name: string): Promise<Place> => ({
    folder: join(folder, name),
    url: await postgres?.newDatabase(),
  });

  async function idsIn(place: Place): Promise<readonly string[]> {
    const reader = await openReader(place);
    const kept = await collect(reader.responsesOfWave("spring"));
    await reader.close();
    return kept.map(({ responseId }) => responseId);
  }

  test("backup, withdrawal, restore into a new database: nobody who withdrew returns, all others do", async () => {
    const [place, next] = [await newPlace("data"), await newPlace("new")];
    const store = await openStore(place);
    await (await openAccessStore(place)).close();
    await openWave(store);
    for (let person = 1; person <= 10; person++)
      await store.receive(hashedResponse(person, { receipt: `receipt-${person}` }));
    const file = join(folder, "a.backup");
    await backUp(place, { file, key, tell: () => {} });
    await store.withdraw({ receipt: "receipt-4", on: "2026-03-03" });
    await store.close();
    const withdrawals = join(place.folder, "withdrawals.ledger");
    const { findings, explained, rows } = await restore(next, { file, key, withdrawals, tell: () => {} });
    expect({ findings, explained, rows }).toEqual({ findings: 0, explained: 1, rows: 9 });
    expect(await idsIn(next)).not.toContain(idOf(4));
    const again = restore(
      { ...next, folder: join(folder, "third") },
      { file, key, withdrawals, tell: () => {} },
    );
    await expect(again).rejects.toThrow(/The database already holds tables/);
    const without = restore({ folder: join(folder, "fourth") }, { file, key, withdrawals, tell: () => {} });
    await expect(without).rejects.toThrow(/made of a PostgreSQL/);
  });

  test("what is past its term goes, and the check explains it", async () => {
    const place = await newPlace("terms");
    const store = await openStore(place);
    await openWave(store);
    await store.saveStudy({ id: "integration", title: {}, synthetic: false, terms: { answers: 10 } });
    for (let person = 1; person <= 3; person++) await store.receive(hashedResponse(person));
    await store.close();
    writeFileSync(join(place.folder, "clock.mark"), "2026-06-10T00:00:00.000Z\n");
    const early = await removeDue(place, { now: new Date("2026-06-10T12:00:00Z") });
    expect(early).toBeUndefined();
    const removed = await removeDue(place, { now: new Date("2026-06-11T12:00:00Z") });
    expect(removed?.certificate.removed.map(({ class: id, count }) => [id, count])).toEqual([["answers", 3]]);
    const { findings, explained, rows } = await verifyData(place, () => {});
    expect({ findings, explained, rows }).toEqual({ findings: 0, explained: 3, rows: 0 });
  });

  test("where pg_dump is not installed the sentence says what to install", async () => {
    const place = await newPlace("bare");
    await (await openStore(place)).close();
    const path = process.env.PATH;
    process.env.PATH = folder;
    try {
      const backing = backUp(place, { file: join(folder, "never.backup"), key, tell: () => {} });
      await expect(backing).rejects.toThrow(/pg_dump was not found. Install the client programs/);
    } finally {
      process.env.PATH = path;
    }
  });
});
