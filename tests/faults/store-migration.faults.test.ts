import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openStore } from "@tiltas/store/open";
import Client from "better-sqlite3";
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { migratePostgres, migrateSqlite, openPool } from "../../packages/store/src/dialects/index.ts";
import { aResponse, collect } from "../../packages/store/src/suite/builders.ts";
import { firstVersion } from "../../packages/store/src/suite/first-version.ts";
import { startPostgres } from "../support/postgres.ts";
import { compiledOnce } from "./compiled.ts";
import { newFolder } from "./store-kills.ts";

const program = fileURLToPath(new URL("./store-migration.ts", import.meta.url));
const step = process.env.TILTAS_FULL ? 1 : 20;
const kinds = ["data", "access", "paradata"] as const;
const postgres = await startPostgres();
afterAll(() => postgres?.stop());

/** "piecemeal" keeps each statement by itself. */
type Manner = "whole" | "piecemeal";

/** Migrates in a process of its own that dies before the given statement; false if it lived to the end. */
function diesBefore(statement: number, kind: string, place: string, manner: Manner = "whole"): boolean {
  const words = [program, kind, place, String(statement), manner];
  const { signal, status, stderr } = spawnSync(process.execPath, words, {
    env: { ...process.env, ...compiledOnce },
  });
  if (signal !== "SIGKILL") expect(status, String(stderr)).toBe(0);
  return signal === "SIGKILL";
}

/** What the next start does. */
async function migrate(kind: (typeof kinds)[number], place: string): Promise<void> {
  if (place.startsWith("postgres")) {
    const pool = openPool(place, 1);
    await migratePostgres(pool, kind);
    await pool.end();
  } else {
    const client = new Client(place);
    migrateSqlite(client, kind);
    client.close();
  }
}

/** Dies at one statement after the other, then migrates to the end; the tables must be those of a database that never died. */
async function everyDeath(
  kind: (typeof kinds)[number],
  place: () => Promise<string>,
  tables: (place: string) => unknown,
  manner: Manner = "whole",
) {
  const whole = await place();
  await migrate(kind, whole);
  const expected = await tables(whole);
  let deaths = 0;
  for (let statement = 1; ; statement += step) {
    const broken = await place();
    if (!diesBefore(statement, kind, broken, manner)) break;
    deaths += 1;
    await migrate(kind, broken);
    expect(await tables(broken), `killed before statement ${statement}`).toEqual(expected);
  }
  expect(deaths).toBeGreaterThan(0);
}

function tablesInSqlite(file: string): unknown {
  const client = new Client(file, { readonly: true });
  const found = client
    .prepare("select name, sql from sqlite_master where name not like 'sqlite%' order by name")
    .all();
  client.close();
  return found;
}

async function tablesInPostgres(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const columns = await client.query(
    "select table_name, column_name, data_type, is_nullable from information_schema.columns where table_schema = 'public' order by 1, 2",
  );
  const indexes = await client.query(
    "select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1",
  );
  await client.end();
  return [columns.rows, indexes.rows];
}

test.each(kinds)(
  "tables of %s that were being made when the server was killed are made at the next start",
  async (kind) => {
    await everyDeath(kind, async () => join(newFolder(), `${kind}.sqlite`), tablesInSqlite);
  },
);

test("an update that was killed at any statement is finished at the next start, the responses untouched", async () => {
  for (let statement = 1; ; statement += step) {
    const folder = newFolder();
    firstVersion(join(folder, "data.sqlite"));
    const died = diesBefore(statement, "data", join(folder, "data.sqlite"));
    const store = await openStore({ folder });
    const [kept, ...more] = await collect(store.responsesOfWave("spring"));
    expect(kept).toMatchObject({ ...aResponse(), sequence: 1 });
    expect(more).toEqual([]);
    await store.close();
    if (!died) break;
  }
});

/** What drizzle says of a statement that meets its own work; the comparison of the tables is not even reached. */
const cannotBeMadeAgain = /Failed to run the query|Failed query/;

const newFile = async () => join(newFolder(), "data.sqlite");

test("control: a migration that keeps each statement by itself leaves what the next start cannot finish", async () => {
  await expect(everyDeath("data", newFile, tablesInSqlite, "piecemeal")).rejects.toThrow(cannotBeMadeAgain);
});

describe.skipIf(postgres === undefined)("on PostgreSQL", () => {
  const newDatabase = async () => (await postgres?.newDatabase()) ?? "";

  test("control: a migration that keeps each statement by itself leaves what the next start cannot finish", async () => {
    await expect(everyDeath("data", newDatabase, tablesInPostgres, "piecemeal")).rejects.toThrow(
      cannotBeMadeAgain,
    );
  });

  test.each(kinds)(
    "tables of %s that were being made when the server was killed are made at the next start",
    async (kind) => {
      await everyDeath(kind, newDatabase, tablesInPostgres);
    },
  );
});

test("control: a half-made database without the record of what was made is not taken for a whole one", async () => {
  const file = join(newFolder(), "data.sqlite");
  await migrate("data", file);
  const client = new Client(file);
  client.exec("drop table responses");
  client.close();
  const other = join(newFolder(), "data.sqlite");
  await migrate("data", other);
  expect(tablesInSqlite(file)).not.toEqual(tablesInSqlite(other));
});
