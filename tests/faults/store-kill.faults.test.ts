import { openReader, openStore, type Place, verifyLedger } from "@tiltas/store/open";
import { afterAll, describe, expect, test } from "vitest";
import { startPostgres } from "../support/postgres.ts";
import { type Acknowledged, killUnderLoad, newFolder } from "./store-kills.ts";
import { contentOf } from "./store-respondents.ts";

const kills = process.env.TILTAS_FULL ? 100 : 15;
/** A limit against hanging, not a measure: a kill and its restart take about two seconds. */
const limit = { timeout: kills * 20_000 };

/** What the database holds against what devices were told. */
async function compare(place: Place, acknowledged: Acknowledged) {
  const reader = await openReader(place);
  const kept = new Map<string, number>();
  let altered = 0;
  for await (const { responseId, answers, hash } of reader.responsesOfWave("spring")) {
    kept.set(responseId, (kept.get(responseId) ?? 0) + 1);
    const content = contentOf(responseId);
    if (answers !== content.answers || hash !== content.hash) altered += 1;
  }
  await reader.close();
  const lost = [...acknowledged.ids].filter((id) => !kept.has(id));
  const doubled = [...kept.values()].filter((times) => times > 1);
  return { lost: lost.length, doubled: doubled.length, altered, conflicts: acknowledged.conflicts };
}

const nothingWrong = { lost: 0, doubled: 0, altered: 0, conflicts: 0 };

describe("a server killed with kill -9 while respondents answer", () => {
  test(`keeps every acknowledged response, once and unchanged, over ${kills} kills`, limit, async () => {
    const place = { folder: newFolder() };
    const acknowledged = await killUnderLoad(place, kills, "store");
    expect(acknowledged.ids.size).toBeGreaterThan(kills * 16);
    expect(await compare(place, acknowledged)).toEqual(nothingWrong);
    const store = await openStore(place);
    await store.close();
    expect((await verifyLedger(place)).findings).toEqual([]);
    const { receipts } = await verifyLedger(place);
    expect(receipts).toBeGreaterThanOrEqual(acknowledged.ids.size);
  });

  test("control: it would lose some if it acknowledged before the commit", async () => {
    const place = { folder: newFolder() };
    const acknowledged = await killUnderLoad(place, 3, "hasty");
    expect((await compare(place, acknowledged)).lost).toBeGreaterThan(0);
  });
});

const postgres = await startPostgres();

describe.skipIf(postgres === undefined)("a server on PostgreSQL, killed in the same way", () => {
  afterAll(() => postgres?.stop());

  test(`keeps every acknowledged response, once and unchanged, over ${kills} kills`, limit, async () => {
    const place = { folder: newFolder(), url: (await postgres?.newDatabase()) ?? "" };
    const acknowledged = await killUnderLoad(place, kills, "store");
    expect(await compare(place, acknowledged)).toEqual(nothingWrong);
    expect((await verifyLedger(place)).findings).toEqual([]);
  });
});
