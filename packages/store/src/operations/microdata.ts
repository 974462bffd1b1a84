import { and, desc, eq, gte, inArray, isNull, or, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { MicrodataOutcome, MicrodataRecord, NewMicrodata } from "../port/index.ts";
import type { DataTables } from "../tables/index.ts";
import { homeOf } from "./margins.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";
import { lastSequence } from "./responses.ts";

type MicrodataRow = DataTables["microdataExports"]["$inferSelect"];

export function* beginMicrodata(context: DataContext, record: NewMicrodata): Operation<boolean> {
  const study = yield* homeOf(context, record.wave);
  if (study === undefined) return false;
  const begun = { state: "running" as const, withdrawnSince: 0 };
  yield* rowsOf(context.db.insert(context.tables.microdataExports).values({ ...record, ...begun, study }));
  return true;
}

export function* endMicrodata(
  context: DataContext,
  { id, ...outcome }: MicrodataOutcome,
): Operation<MicrodataRecord | undefined> {
  const { db, tables } = context;
  const { microdataExports: exports } = tables;
  const isEnd = outcome.state === "ready" || outcome.state === "failed";
  const from: MicrodataRow["state"][] = isEnd ? ["running"] : ["running", "ready", "withdrawn-from"];
  const { state, failure, ...made } = outcome;
  const end = { state, failure, ...made, lastSequence: yield* lastSequence(context) };
  yield* rowsOf(
    db
      .update(exports)
      .set(isEnd ? end : { state, failure })
      .where(and(eq(exports.id, id), inArray(exports.state, from))),
  );
  return yield* findMicrodata(context, id);
}

export function* findMicrodata(
  { db, tables: { microdataExports: exports } }: DataContext,
  id: string,
): Operation<MicrodataRecord | undefined> {
  const [row] = yield* rowsOf(db.select().from(exports).where(eq(exports.id, id)));
  return row && recordOf(row);
}

export function* listMicrodata(
  { db, tables: { microdataExports: exports } }: DataContext,
  wave: string,
): Operation<readonly MicrodataRecord[]> {
  const rows = yield* rowsOf(
    db.select().from(exports).where(eq(exports.wave, wave)).orderBy(desc(exports.at), desc(exports.id)),
  );
  return rows.map(recordOf);
}

interface Withdrawing {
  readonly wave: string;
  /** Of the first revision. */
  readonly sequence: number;
}

/**
 * Somebody withdrew: what was computed from their answers is never released, files with them are never handed out again,
 * and what is frozen counts them.
 */
export function* forgetInReleases(
  { db, tables }: DataContext,
  { wave, sequence }: Withdrawing,
): Operation<void> {
  const { candidates, releases, microdataExports: exports } = tables;
  const mayHold = (last: PgColumn) => or(isNull(last), gte(last, sequence));
  for (const ofWave of [eq(candidates.wave, wave), eq(candidates.previousWave, wave)])
    yield* rowsOf(
      db
        .update(candidates)
        .set({ state: "outdated" })
        .where(
          and(ofWave, inArray(candidates.state, ["running", "ready"]), mayHold(candidates.lastSequence)),
        ),
    );
  const speaksOfIt = inArray(
    releases.candidate,
    db.select({ id: candidates.id }).from(candidates).where(eq(candidates.previousWave, wave)),
  );
  yield* rowsOf(
    db
      .update(releases)
      .set({ withdrawnSince: sql`${releases.withdrawnSince} + 1` })
      .where(and(or(eq(releases.wave, wave), speaksOfIt), gte(releases.lastSequence, sequence))),
  );
  const inFile = and(eq(exports.wave, wave), mayHold(exports.lastSequence));
  yield* rowsOf(
    db
      .update(exports)
      .set({ withdrawnSince: sql`${exports.withdrawnSince} + 1` })
      .where(inFile),
  );
  yield* rowsOf(
    db
      .update(exports)
      .set({ state: "withdrawn-from" })
      .where(and(inFile, inArray(exports.state, ["running", "ready"]))),
  );
}

function recordOf({ study: _study, lastSequence: _last, ...record }: MicrodataRow): MicrodataRecord {
  return record;
}
