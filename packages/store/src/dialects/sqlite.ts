import { chmodSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Client from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import type { Context, Operation } from "../operations/index.ts";

export type SqliteConnection = Client.Database;
export type SqliteStatement = Client.Statement<[]>;

/** 3.51.3 mended a fault of the write-ahead log that could lose committed rows. */
const oldestSafeVersion = [3, 51, 3] as const;

/** Opens the file for writing, for its owner only: write-ahead log, every commit synced before it counts. */
export function openForWriting(file: string): SqliteConnection {
  const client = open(file, { timeout: 5_000 });
  setUp(client, file, [
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
  ]);
  refuseOldSqlite(client);
  chmodSync(file, 0o600);
  return client;
}

/** Opens an existing file for reading beside the one writer. */
export function openForReading(file: string): SqliteConnection {
  const client = open(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
  setUp(client, file, ["query_only = ON"]);
  return client;
}

function open(file: string, options: Client.Options): SqliteConnection {
  try {
    return new Client(file, options);
  } catch (error) {
    throw cannotOpen(file, error);
  }
}

/** The first pragma reads the file, so this is where a damaged or foreign one shows. */
function setUp(client: SqliteConnection, file: string, pragmas: readonly string[]): void {
  try {
    for (const pragma of pragmas) client.pragma(pragma);
  } catch (error) {
    client.close();
    throw cannotOpen(file, error);
  }
}

function cannotOpen(file: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : "no reason given";
  return new Error(
    `${file} cannot be opened (${reason}). Check that the disk is writable and the file is whole.`,
  );
}

export function contextOf<Tables>(client: SqliteConnection, tables: Tables): Context<Tables> {
  return { db: drizzle(client, { casing: "snake_case" }) as unknown as Context<Tables>["db"], tables };
}

/** Brings the file to the newest tables; all steps in one transaction, so an interruption leaves the old state. */
export function migrateSqlite(client: SqliteConnection, tables: "data" | "access" | "paradata"): void {
  const migrationsFolder = fileURLToPath(new URL(`../../migrations/sqlite/${tables}`, import.meta.url));
  migrate(drizzle(client), { migrationsFolder });
}

/** Runs `work` in one immediate transaction; an error undoes all of it. `work` must not wait. */
export function inOneTransaction<Result>(client: SqliteConnection, work: () => Result): Result {
  client.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    client.exec("COMMIT");
    return result;
  } catch (error) {
    if (client.inTransaction) client.exec("ROLLBACK");
    throw error;
  }
}

/** What drizzle yields here: a query to prepare, or one that was prepared and given its values. */
type SynchronousQuery = { prepare(): { execute(): { sync(): unknown } } } | { sync(): unknown };

/** Runs an operation to its end without yielding the thread: a SQLite transaction must never wait. */
export function runNow<Result>(operation: Operation<Result>): Result {
  let step = operation.next();
  while (!step.done) {
    const query = step.value as unknown as SynchronousQuery;
    step = operation.next("sync" in query ? query.sync() : query.prepare().execute().sync());
  }
  return step.value;
}

function refuseOldSqlite(client: SqliteConnection): void {
  const version = String(client.prepare("select sqlite_version()").pluck().get());
  const parts = version.split(".").map(Number);
  const difference =
    oldestSafeVersion.map((part, place) => (parts[place] ?? 0) - part).find((d) => d !== 0) ?? 0;
  if (difference >= 0) return;
  client.close();
  throw new Error(
    `SQLite ${version} can lose committed answers; ${oldestSafeVersion.join(".")} or newer is needed. Run "npm run setup" again.`,
  );
}
