import { existsSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import {
  contextOf,
  openForReading,
  openPool,
  type PostgresPool,
  poolContext,
  runLater,
  runNow,
  type SqliteConnection,
} from "../dialects/index.ts";
import { postgresData, sqliteData } from "../tables/index.ts";
import { dataFile, errorOf, failureOf } from "../writer/index.ts";
import type { Place } from "./place.ts";
import type { Read } from "./store.ts";

/** A way to read, and how to end it. */
export interface Reading {
  readonly read: Read;
  close(): Promise<void>;
}

/** Reads beside whoever writes; takes no lock and changes no table. */
export function openReading({ folder, url }: Place): Reading {
  if (url === undefined) return readSqlite(folder);
  const pool = openPool(url, 2);
  return { read: readPool(pool), close: () => pool.end() };
}

export function readSqlite(folder: string): Reading {
  if (!existsSync(dataFile(folder)))
    throw new Error(
      `There are no data in ${folder}. Start the server once with this folder, or name another one with --data.`,
    );
  const client = openForReading(dataFile(folder));
  refuseOlderTables(client);
  const context = contextOf(client, sqliteData);
  return {
    async read(operation) {
      await setImmediate();
      return runNow(operation(context));
    },
    close: async () => void client.close(),
  };
}

/** Who only reads changes no table, so it cannot read those of an earlier version. */
function refuseOlderTables(client: SqliteConnection): void {
  if (isOfToday(client)) return;
  client.close();
  throw new Error(
    `These data were last used by an earlier version. Start the server once with their folder: it brings them up to date. For a backup of them as they are, copy the whole folder while no server runs.`,
  );
}

/** Whether the table that came last is there. Where even that cannot be read, the reading itself says what is wrong. */
function isOfToday(client: SqliteConnection): boolean {
  try {
    return client.prepare("select 1 from sqlite_master where name = 'releases'").get() !== undefined;
  } catch {
    return true;
  }
}

export function readPool(pool: PostgresPool): Read {
  const context = poolContext(pool, postgresData);
  return (operation) => plainly(runLater(operation(context)));
}

/** Passes on the database's own sentence only: drizzle's would repeat the parameters. */
export async function plainly<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw errorOf(failureOf(error));
  }
}
