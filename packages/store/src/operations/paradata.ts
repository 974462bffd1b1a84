import { and, asc, count, countDistinct, eq, gt, inArray, or, sql } from "drizzle-orm";
import type { ParadataBatchRecord } from "../port/index.ts";
import { type Operation, type ParadataContext, rowsOf } from "./operation.ts";

/** Bytes of events that are kept of one response: ten thousand events, three times what a long interview tells. */
const mostBytes = 1024 * 1024;

/** Whatever came first under a number stays; of a response that has told more than any interview does, nothing more is kept. */
export function* keepParadata(
  { db, tables: { batches } }: ParadataContext,
  batch: ParadataBatchRecord,
): Operation<void> {
  const { responseId, events } = batches;
  const [kept] = yield* rowsOf(
    db
      .select({ bytes: sql<string | null>`sum(octet_length(${events}))` })
      .from(batches)
      .where(eq(responseId, batch.responseId)),
  );
  if (Number(kept?.bytes ?? 0) + Buffer.byteLength(batch.events) > mostBytes) return;
  yield* rowsOf(db.insert(batches).values(batch).onConflictDoNothing());
}

export function* pageOfParadata(
  { db, tables: { batches } }: ParadataContext,
  { wave, after, size }: { wave: string; after: { responseId: string; batch: number }; size: number },
): Operation<readonly ParadataBatchRecord[]> {
  const { responseId, batch } = batches;
  const later = or(
    gt(responseId, after.responseId),
    and(eq(responseId, after.responseId), gt(batch, after.batch)),
  );
  return yield* rowsOf(
    db
      .select()
      .from(batches)
      .where(and(eq(batches.wave, wave), later))
      .orderBy(asc(responseId), asc(batch))
      .limit(size),
  );
}

export function* countParadata(
  { db, tables: { batches } }: ParadataContext,
  wave: string,
): Operation<number> {
  const [row] = yield* rowsOf(
    db
      .select({ count: countDistinct(batches.responseId) })
      .from(batches)
      .where(eq(batches.wave, wave)),
  );
  return row?.count ?? 0;
}

export function* responsesWithParadata(
  { db, tables: { batches } }: ParadataContext,
  { after, size }: { after: string; size: number },
): Operation<readonly string[]> {
  const rows = yield* rowsOf(
    db
      .selectDistinct({ responseId: batches.responseId })
      .from(batches)
      .where(gt(batches.responseId, after))
      .orderBy(asc(batches.responseId))
      .limit(size),
  );
  return rows.map(({ responseId }) => responseId);
}

/** Removes what is of these responses, or of this wave. */
export function* forgetParadata(
  { db, tables: { batches } }: ParadataContext,
  whose: { readonly responses: readonly string[] } | { readonly wave: string },
): Operation<number> {
  const theirs =
    "wave" in whose ? eq(batches.wave, whose.wave) : inArray(batches.responseId, [...whose.responses]);
  const [found] = yield* rowsOf(db.select({ count: count() }).from(batches).where(theirs));
  yield* rowsOf(db.delete(batches).where(theirs));
  return found?.count ?? 0;
}
