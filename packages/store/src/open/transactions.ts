import {
  contextOf,
  inOneTransaction,
  openForWriting,
  openPool,
  poolContext,
  runNow,
  transactLater,
} from "../dialects/index.ts";
import type { DataContext, Operation } from "../operations/index.ts";
import { postgresData, sqliteData } from "../tables/index.ts";
import { dataFile } from "../writer/index.ts";
import type { Place } from "./place.ts";

/** A hand on the data while no server runs: restoring, and removing what is past its term. */
export interface Transactions {
  /** Runs an operation in one transaction of its own. */
  transact<Result>(operation: (context: DataContext) => Operation<Result>): Promise<Result>;
  /** Writes the file anew, so that nothing of a deleted row is left in it. */
  compact(): Promise<void>;
  close(): Promise<void>;
}

export function openTransactions({ folder, url }: Place): Transactions {
  if (url !== undefined) return onPostgres(url);
  const client = openForWriting(dataFile(folder));
  const context = contextOf(client, sqliteData);
  return {
    transact: async (operation) => inOneTransaction(client, () => runNow(operation(context))),
    async compact() {
      client.exec("VACUUM");
      client.pragma("wal_checkpoint(TRUNCATE)");
    },
    close: async () => void client.close(),
  };
}

/** Every table of which a term removes rows; those of paradata and sign-ins are vacuumed by the database itself. */
const emptied = [
  "responses",
  "reviews",
  "quarantine",
  "set_asides",
  "last_looks",
  "daily_counts",
  "codes",
  "cases",
  "devices",
  "resumes",
  "reports",
];

function onPostgres(url: string): Transactions {
  const pool = openPool(url, 1);
  const context = poolContext(pool, postgresData);
  return {
    transact: (operation) => transactLater(context, operation),
    compact: async () => void (await pool.query(`vacuum (full, analyze) ${emptied.join(", ")}`)),
    close: () => pool.end(),
  };
}
