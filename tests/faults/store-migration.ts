import { flushCompileCache } from "node:module";
import Client from "better-sqlite3";
import pg from "pg";
import { migratePostgres, migrateSqlite, openPool } from "../../packages/store/src/dialects/index.ts";

/**
 * Brings a database up to date and dies by SIGKILL before the statement with the given number.
 * Words: "data", "access" or "paradata"; a file or the address of a PostgreSQL; the number; "piecemeal" to keep each
 * statement by itself, as a careless migration does.
 */
const [tables = "data", place = "", last = "0", manner = "whole"] = process.argv.slice(2);
let statement = 0;
flushCompileCache();

function count(): void {
  statement += 1;
  if (statement === Number(last)) process.kill(process.pid, "SIGKILL");
}

/** The words that make many statements one. */
const binds = (words: unknown) =>
  manner === "piecemeal" &&
  /^\s*(begin|commit|rollback)/i.test(typeof words === "string" ? words : String(Object(words).text));

if (place.startsWith("postgres")) await inPostgres();
else inSqlite();

function inSqlite(): void {
  const prepare = Client.prototype.prepare as (words: string) => unknown;
  Client.prototype.prepare = function (this: Client.Database, words: string) {
    return binds(words) ? { run: () => undefined } : prepare.call(this, words);
  } as typeof Client.prototype.prepare;
  const client = new Client(place, { verbose: count });
  migrateSqlite(client, tables as "data");
  client.close();
}

async function inPostgres(): Promise<void> {
  const query = pg.Client.prototype.query as (...words: unknown[]) => unknown;
  pg.Client.prototype.query = function (this: pg.Client, ...words: unknown[]) {
    count();
    if (binds(words[0])) return query.call(this, "select 1");
    return query.apply(this, words);
  } as typeof pg.Client.prototype.query;
  const pool = openPool(place, 1);
  await migratePostgres(pool, tables as "data");
  await pool.end();
}
