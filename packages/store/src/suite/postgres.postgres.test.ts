import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { startPostgres } from "../../../../tests/support/postgres.ts";
import { openAccessStore, openReader, openStore, type Place, verifyLedger } from "../open/index.ts";
import { aResponse, idOf, openWave } from "./builders.ts";
import { keepsThePromise } from "./suite.ts";

const postgres = await startPostgres();

describe.skipIf(postgres === undefined)("on PostgreSQL", () => {
  const folders: string[] = [];
  const newPlace = async (): Promise<Place> => {
    const folder = mkdtempSync(join(tmpdir(), "tiltas-store-"));
    folders.push(folder);
    return { folder, url: await postgres?.newDatabase() };
  };
  afterAll(async () => {
    for (const folder of folders) rmSync(folder, { recursive: true });
    await postgres?.stop();
  });
  const runs = process.env.TILTAS_FULL ? 500 : 50;
  test("two servers that start at once on one database both serve, and see each other's responses", async () => {
    const { url } = await newPlace();
    const folders = [await newPlace(), await newPlace()].map(({ folder }) => folder);
    const [one, two] = await Promise.all(folders.map((folder) => openStore({ folder, url })));
    if (!one || !two) throw new Error("both should have started");
    await openWave(one);
    const sent = Array.from({ length: 60 }, (_, i) =>
      aResponse({ responseId: idOf(i % 30), hash: `h${i % 30}` }),
    );
    const received = await Promise.all(
      sent.map((response, i) => (i % 2 === 0 ? one : two).receive(response)),
    );
    expect(received.filter(({ outcome }) => outcome === "stored")).toHaveLength(30);
    expect([await one.countResponses("spring"), await two.countResponses("spring")]).toEqual([30, 30]);
    await Promise.all([one.close(), two.close()]);
  });

  test("a start waits for the group that a killed server had under way in the database, or its ledger would miss it", async () => {
    const place = await newPlace();
    const dying = new pg.Client({ connectionString: place.url });
    await dying.connect();
    await dying.query("begin; select pg_advisory_xact_lock(726002)");
    const opening = openStore(place);
    const seen = somebodyWaits(dying).then(() => "waits");
    expect(await Promise.race([opening.then(() => "goes on"), seen])).toBe("waits");
    await dying.query("commit");
    await (await opening).close();
    await dying.end();
  });

  test("whoever withdrew while a later revision waited for its turn stays away, also where the database's default isolation is stricter", async () => {
    const place = await newPlace();
    const other = new pg.Client({ connectionString: place.url });
    await other.connect();
    const database = other.escapeIdentifier(new URL(place.url ?? "").pathname.slice(1));
    await other.query(`alter database ${database} set default_transaction_isolation = 'repeatable read'`);
    const store = await openStore(place);
    await openWave(store);
    await store.receive(aResponse());
    await other.query("begin; select pg_advisory_xact_lock(726002)");
    const revision = store.receive(aResponse({ revision: 2, parent: 1, hash: "later" }));
    await somebodyWaits(other);
    await other.query(
      `insert into withdrawals values ('${aResponse().responseId}', 'integration', 'spring', null, '2026-03-02', '2026-03-20'); commit`,
    );
    expect((await revision).outcome).toBe("withdrawn");
    await store.close();
    await other.end();
  });

  test("when the database drops its connections, the next response is taken again, and the ledger is whole", async () => {
    const place = await newPlace();
    const store = await openStore(place);
    await openWave(store);
    const sending = Promise.allSettled(
      Array.from({ length: 40 }, (_, i) => store.receive(aResponse({ responseId: idOf(i) }))),
    );
    await dropConnections(place.url);
    const acknowledged = (await sending).filter(({ status }) => status === "fulfilled").length;
    expect((await store.receive(aResponse({ responseId: idOf(99) }))).outcome).toBe("stored");
    const { receipts, findings } = await verifyLedger(place);
    expect(findings).toEqual([]);
    expect(receipts).toBeGreaterThanOrEqual(acknowledged + 1);
    expect(receipts).toBe(await store.countResponses("spring"));
    await store.close();
  });

  keepsThePromise({ name: "PostgreSQL", newPlace, openStore, openReader, openAccessStore }, { runs });
});

/** Resolves once a group waits for its turn. */
async function somebodyWaits(client: pg.Client): Promise<void> {
  const waiting = "select 1 from pg_locks where locktype = 'advisory' and not granted";
  while ((await client.query(waiting)).rows.length === 0) await new Promise((again) => setTimeout(again, 20));
}

/** Ends every other connection to the database, as a restart of the server would. */
async function dropConnections(url: string | undefined): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  await client.end();
}
