import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import type { Context, Operation } from "../operations/index.ts";

export type PostgresPool = pg.Pool;
export type PostgresClient = pg.PoolClient;

/** Keys of the advisory locks of Tiltas in a database it shares with others. */
const locks = { migrate: 726_001, commit: 726_002 } as const;

/**
 * A pool whose every commit is synced to disk, whatever the server's default, in UTC.
 * A connection that breaks is replaced at the next use; whoever was using it is told through the query.
 */
export function openPool(url: string, connections: number): PostgresPool {
  const options = "-c synchronous_commit=on -c timezone=UTC";
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    options,
    connectionTimeoutMillis: 10_000,
  });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

export function poolContext<Tables>(pool: PostgresPool, tables: Tables): Context<Tables> {
  return { db: drizzle(pool, { casing: "snake_case" }) as unknown as Context<Tables>["db"], tables };
}

const contexts = new WeakMap<PostgresClient, Context<unknown>>();

/** The context of one connection, made once, so that its prepared queries are too. */
export function clientContext<Tables>(client: PostgresClient, tables: Tables): Context<Tables> {
  const made = contexts.get(client) as Context<Tables> | undefined;
  if (made?.tables === tables) return made;
  const db = drizzle(client, { casing: "snake_case" }) as unknown as Context<Tables>["db"];
  contexts.set(client, { db, tables });
  return { db, tables };
}

/** Brings the database to the newest tables. Of two servers that start at once, one does it and the other waits. */
export async function migratePostgres(
  pool: PostgresPool,
  tables: "data" | "access" | "paradata",
): Promise<void> {
  const migrationsFolder = fileURLToPath(new URL(`../../migrations/postgres/${tables}`, import.meta.url));
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [locks.migrate]);
    await migrate(drizzle(client), { migrationsFolder, migrationsTable: `tiltas_${tables}_migrations` });
  } finally {
    // Ending the connection also ends the lock, should unlocking fail.
    await client.query("select pg_advisory_unlock($1)", [locks.migrate]).catch(() => {});
    client.release();
  }
}

/** Runs an operation to its end, query by query. */
export async function runLater<Result>(operation: Operation<Result>): Promise<Result> {
  let step = operation.next();
  while (!step.done) step = operation.next(await step.value);
  return step.value;
}

/** Runs an operation in one transaction; an error undoes all of it. */
export function transactLater<Tables, Result>(
  { db, tables }: Context<Tables>,
  operation: (context: Context<Tables>) => Operation<Result>,
): Promise<Result> {
  return db.transaction((tx) => runLater(operation({ db: tx as unknown as Context<Tables>["db"], tables })), {
    isolationLevel: "read committed",
  });
}

/**
 * One group commits after the other, across all servers, so that whoever reads in server order misses nothing in between.
 * The isolation is named, whatever the database's default: a stricter one would show the data as they were before the wait.
 */
export const beginTurn = `BEGIN ISOLATION LEVEL READ COMMITTED; select pg_advisory_xact_lock(${locks.commit})`;
