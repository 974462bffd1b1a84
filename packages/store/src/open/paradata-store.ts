import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  contextOf,
  inOneTransaction,
  migratePostgres,
  migrateSqlite,
  openForReading,
  openForWriting,
  openPool,
  poolContext,
  runNow,
  transactLater,
} from "../dialects/index.ts";
import type { Operation, ParadataContext } from "../operations/index.ts";
import * as operations from "../operations/index.ts";
import type { ParadataBatchRecord, ParadataStore } from "../port/index.ts";
import { postgresParadata, sqliteParadata } from "../tables/index.ts";
import type { Place } from "./place.ts";
import { plainly } from "./reading.ts";

type Run = <Result>(operation: (context: ParadataContext) => Operation<Result>) => Promise<Result>;

export const paradataFile = (folder: string) => join(folder, "paradata.sqlite");

/** Opens the paradata: a file of their own beside the answers, or tables of their own in PostgreSQL. */
export async function openParadataStore({ folder, url }: Place): Promise<ParadataStore> {
  if (url !== undefined) return openPostgresParadata(url);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const client = openForWriting(paradataFile(folder));
  // What a power cut takes back is not worth a sync of the disk; what is removed leaves no trace in the file.
  client.pragma("synchronous = NORMAL");
  client.pragma("secure_delete = ON");
  migrateSqlite(client, "paradata");
  const context = contextOf(client, sqliteParadata);
  const run: Run = (operation) =>
    plainly((async () => inOneTransaction(client, () => runNow(operation(context))))());
  const store = makeParadataStore(run, async () => void client.close());
  // Older pages stay in the log until it is emptied.
  const emptyLog = () => void client.pragma("wal_checkpoint(TRUNCATE)");
  return {
    ...store,
    forget: (responses) => store.forget(responses).finally(emptyLog),
    forgetWave: (wave) => store.forgetWave(wave).finally(emptyLog),
  };
}

async function openPostgresParadata(url: string): Promise<ParadataStore> {
  const pool = openPool(url, 2);
  try {
    await plainly(migratePostgres(pool, "paradata"));
  } catch (error) {
    await pool.end();
    throw error;
  }
  const context = poolContext(pool, postgresParadata);
  return makeParadataStore(
    (operation) => plainly(transactLater(context, operation)),
    () => pool.end(),
  );
}

/** Reads paradata beside the server; undefined where none were ever kept. */
export async function openParadataReader({
  folder,
  url,
}: Place): Promise<Pick<ParadataStore, "batchesOfWave" | "countResponses" | "close"> | undefined> {
  if (url !== undefined) return openPostgresParadata(url);
  if (!existsSync(paradataFile(folder))) return undefined;
  const client = openForReading(paradataFile(folder));
  const context = contextOf(client, sqliteParadata);
  const run: Run = (operation) => plainly((async () => runNow(operation(context)))());
  return makeParadataStore(run, async () => void client.close());
}

function makeParadataStore(run: Run, close: () => Promise<void>): ParadataStore {
  return {
    keep: (batch) => run((context) => operations.keepParadata(context, batch)),
    batchesOfWave: (wave) => batchesOfWave(run, wave),
    countResponses: (wave) => run((context) => operations.countParadata(context, wave)),
    responsesAfter: (after, size) =>
      run((context) => operations.responsesWithParadata(context, { after, size })),
    forget: (responses) => run((context) => operations.forgetParadata(context, { responses })),
    forgetWave: (wave) => run((context) => operations.forgetParadata(context, { wave })),
    close,
  };
}

const pageSize = 200;

async function* batchesOfWave(run: Run, wave: string): AsyncGenerator<ParadataBatchRecord> {
  let after = { responseId: "", batch: 0 };
  for (;;) {
    const page = { wave, after, size: pageSize };
    const batches = await run((context) => operations.pageOfParadata(context, page));
    yield* batches;
    const last = batches.at(-1);
    if (!last || batches.length < pageSize) return;
    after = last;
  }
}
