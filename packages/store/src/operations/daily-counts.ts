import { and, asc, count, eq, gt, isNotNull, not, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { DailyCounts } from "../port/index.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";

export interface DailyCountsKey {
  readonly wave: string;
  readonly dimension: "municipality" | "language";
  readonly day: string;
}

export function* findDailyCounts(
  { db, tables }: DataContext,
  key: DailyCountsKey,
): Operation<DailyCounts | undefined> {
  const { dailyCounts } = tables;
  const [row] = yield* rowsOf(
    db
      .select({ day: dailyCounts.day, counts: dailyCounts.counts })
      .from(dailyCounts)
      .where(
        and(
          eq(dailyCounts.wave, key.wave),
          eq(dailyCounts.dimension, key.dimension),
          eq(dailyCounts.day, key.day),
        ),
      ),
  );
  return row;
}

/** Counts the newest revisions now and keeps the result for the day; whoever came first that day is right. */
export function* makeDailyCounts(context: DataContext, key: DailyCountsKey): Operation<DailyCounts> {
  const made = yield* findDailyCounts(context, key);
  if (made) return made;
  const { db, tables } = context;
  const { responses, dailyCounts } = tables;
  const newer = alias(responses, "newer");
  const replaced = db
    .select({ one: sql`1` })
    .from(newer)
    .where(and(eq(newer.responseId, responses.responseId), gt(newer.revision, responses.revision)));
  const code = responses[key.dimension];
  const rows = yield* rowsOf(
    db
      .select({ code, count: count() })
      .from(responses)
      .where(and(eq(responses.wave, key.wave), isNotNull(code), not(sql`exists ${replaced}`)))
      .groupBy(code)
      .orderBy(asc(code)),
  );
  const counts = rows.flatMap((row) => (row.code === null ? [] : [{ code: row.code, count: row.count }]));
  yield* rowsOf(
    db
      .insert(dailyCounts)
      .values({ ...key, counts })
      .onConflictDoNothing(),
  );
  return (yield* findDailyCounts(context, key)) ?? { day: key.day, counts };
}
