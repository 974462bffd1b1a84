import { asc, count, eq, gt, inArray } from "drizzle-orm";
import type { NewResponse, QuarantinedEnvelope } from "../port/index.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";

/** A response with everything that is kept beside it. */
export type WholeRow = NewResponse & { readonly sequence: number; readonly study: string };

/** The next rows after a sequence, in server order, with every column. */
export function* rowsAfter(
  { db, tables: { responses } }: DataContext,
  { sequence, size }: { sequence: number; size: number },
): Operation<readonly WholeRow[]> {
  const query = db.select().from(responses).where(gt(responses.sequence, sequence));
  return yield* rowsOf(query.orderBy(asc(responses.sequence)).limit(size));
}

/** The row at one sequence, where its neighbours cannot be read. */
export function* rowAt(
  { db, tables: { responses } }: DataContext,
  sequence: number,
): Operation<WholeRow | undefined> {
  const [row] = yield* rowsOf(db.select().from(responses).where(eq(responses.sequence, sequence)));
  return row;
}

/** Which of these responses were withdrawn, by the database's own list. */
export function* withdrawnAmong(
  { db, tables: { withdrawals } }: DataContext,
  responseIds: readonly string[],
): Operation<ReadonlySet<string>> {
  const { responseId } = withdrawals;
  const rows = yield* rowsOf(
    db
      .select({ responseId })
      .from(withdrawals)
      .where(inArray(responseId, [...responseIds])),
  );
  return new Set(rows.map((row) => row.responseId));
}

/** All envelopes kept apart; their number has a limit. */
export function* quarantinedEnvelopes({
  db,
  tables: { quarantine },
}: DataContext): Operation<readonly QuarantinedEnvelope[]> {
  return yield* rowsOf(db.select().from(quarantine).orderBy(asc(quarantine.responseId)));
}

/** How many people withdrew, by wave. */
export function* countWithdrawn({
  db,
  tables: { withdrawals },
}: DataContext): Operation<ReadonlyMap<string, number>> {
  const { wave } = withdrawals;
  const rows = yield* rowsOf(db.select({ wave, count: count() }).from(withdrawals).groupBy(wave));
  return new Map(rows.map((row) => [row.wave, row.count]));
}
