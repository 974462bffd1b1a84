import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type { AccessTables, DataTables, ParadataTables } from "../tables/index.ts";

/** Queries are written in PostgreSQL's types; the SQLite database is cast to them where it is opened. */
export type Database = NodePgDatabase<Record<string, never>>;

/** What an operation works on. */
export interface Context<Tables> {
  readonly db: Database;
  readonly tables: Tables;
}
export type DataContext = Context<DataTables>;
export type AccessContext = Context<AccessTables>;
export type ParadataContext = Context<ParadataTables>;

/**
 * A piece of work on the database, written once: it yields queries and is handed their rows.
 * SQLite answers at once, inside one synchronous transaction; PostgreSQL answers when it can.
 */
export type Operation<Result> = Generator<PromiseLike<unknown>, Result, unknown>;

/** Hands one query to whoever runs the operation and returns its rows. */
export function* rowsOf<Rows>(query: PromiseLike<Rows>): Generator<PromiseLike<unknown>, Rows, unknown> {
  return (yield query) as Rows;
}

const prepared = new WeakMap<Database, Map<unknown, unknown>>();

/** Builds the queries of an operation once for each connection; worth it where they run for every response. */
export function preparedFor<Tables, Queries>(
  context: Context<Tables>,
  prepare: (context: Context<Tables>) => Queries,
): Queries {
  const ofConnection = prepared.get(context.db) ?? new Map<unknown, unknown>();
  prepared.set(context.db, ofConnection);
  const queries = (ofConnection.get(prepare) ?? prepare(context)) as Queries;
  ofConnection.set(prepare, queries);
  return queries;
}
