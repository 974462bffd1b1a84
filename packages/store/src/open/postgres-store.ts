import { migratePostgres, openPool, poolContext, transactLater } from "../dialects/index.ts";
import { holdFolder, refuseWithoutSpace } from "../lock/index.ts";
import { postgresAccess } from "../tables/index.ts";
import { PostgresWriter } from "../writer/index.ts";
import type { Run } from "./access-store.ts";
import type { OpenedStore } from "./place.ts";
import { plainly, readPool } from "./reading.ts";
import { makeStore } from "./store.ts";

export async function openPostgresStore(folder: string, url: string): Promise<OpenedStore> {
  const lock = holdFolder(folder);
  const pool = openPool(url, 10);
  try {
    await plainly(migratePostgres(pool, "data"));
    const writer = new PostgresWriter(pool, folder);
    const warnings = await plainly(writer.settleLedgers());
    const close = async () => {
      await writer.close();
      await pool.end();
      lock.release();
    };
    const check = async () => {
      await plainly(pool.query("select 1"));
      refuseWithoutSpace(folder);
    };
    const { commit } = writer;
    const store = makeStore({ dialect: "postgres", commit, check, read: readPool(pool), close });
    return { ...store, warnings };
  } catch (error) {
    await pool.end();
    lock.release();
    throw error;
  }
}

export async function openPostgresAccess(url: string): Promise<{ run: Run; close: () => Promise<void> }> {
  const pool = openPool(url, 4);
  try {
    await plainly(migratePostgres(pool, "access"));
  } catch (error) {
    await pool.end();
    throw error;
  }
  const context = poolContext(pool, postgresAccess);
  const run: Run = (operation) => plainly(transactLater(context, operation));
  return { run, close: () => pool.end() };
}
