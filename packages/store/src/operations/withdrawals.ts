import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { ReceiptRecord, WithdrawnResponse } from "../port/index.ts";
import { forgetInLooks } from "./last-looks.ts";
import { forgetInReleases } from "./microdata.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";
import { rowHashOf } from "./row-hash.ts";

/** A withdrawal as the deletion ledger names it. */
export type LedgerWithdrawal = Omit<WithdrawnResponse, "state" | "isNew">;

/** What is known under a receipt. Both places are always asked, so that a miss takes as long as a hit. */
export function* findByReceipt(context: DataContext, receipt: string): Operation<ReceiptRecord | undefined> {
  const kept = yield* keptUnder(context, receipt);
  const withdrawn = yield* withdrawnUnder(context, receipt);
  if (withdrawn) return { wave: withdrawn.wave, receivedOn: withdrawn.receivedOn, state: "withdrawn" };
  return kept && { wave: kept.wave, receivedOn: dayOf(kept.receivedAt), state: "kept" };
}

/** Takes a response back for good: its id is never taken again. */
export function* withdraw(
  context: DataContext,
  { receipt, on }: { receipt: string; on: string },
): Operation<WithdrawnResponse | undefined> {
  const kept = yield* keptUnder(context, receipt);
  const earlier = yield* withdrawnUnder(context, receipt);
  if (earlier) return { ...earlier, state: "withdrawn", isNew: false };
  if (!kept) return undefined;
  const { responseId, wave } = kept;
  const withdrawal = { responseId, wave, receivedOn: dayOf(kept.receivedAt), withdrawnOn: on };
  yield* deleteResponse(context, responseId);
  yield* rowsOf(
    context.db.insert(context.tables.withdrawals).values({ ...withdrawal, study: kept.study, receipt }),
  );
  return { ...withdrawal, state: "withdrawn", isNew: true };
}

/** After an older copy of the data was put back: whoever withdrew is taken out again. @returns how many were */
export function* withdrawAgain(context: DataContext, named: readonly LedgerWithdrawal[]): Operation<number> {
  const { db, tables } = context;
  let again = 0;
  for (const { responseId, wave, receivedOn, withdrawnOn } of named) {
    const [known] = yield* rowsOf(
      db
        .select({ responseId: tables.withdrawals.responseId })
        .from(tables.withdrawals)
        .where(eq(tables.withdrawals.responseId, responseId)),
    );
    const [home] = yield* rowsOf(
      db.select({ study: tables.waves.study }).from(tables.waves).where(eq(tables.waves.id, wave)),
    );
    if (known || !home) continue;
    const [kept] = yield* rowsOf(
      db
        .select({ receipt: tables.responses.receipt })
        .from(tables.responses)
        .where(eq(tables.responses.responseId, responseId)),
    );
    yield* deleteResponse(context, responseId);
    const receipt = kept?.receipt ?? null;
    const row = { responseId, wave, receivedOn, withdrawnOn, study: home.study, receipt };
    yield* rowsOf(db.insert(tables.withdrawals).values(row));
    again += kept ? 1 : 0;
  }
  return again;
}

/** All revisions, and what stands beside them. */
function* deleteResponse(context: DataContext, responseId: string): Operation<void> {
  const { db, tables } = context;
  const { responses, quarantine, reviews, waves } = tables;
  const { wave, sequence } = responses;
  const [first] = yield* rowsOf(
    db
      .select({ wave, sequence })
      .from(responses)
      .where(eq(responses.responseId, responseId))
      .orderBy(asc(sequence))
      .limit(1),
  );
  if (first) yield* forgetInReleases(context, first);
  yield* rowsOf(db.delete(responses).where(eq(responses.responseId, responseId)));
  yield* rowsOf(db.delete(quarantine).where(eq(quarantine.responseId, responseId)));
  // Naming the waves lets the index serve, which begins with them.
  const anyWave = inArray(reviews.wave, db.select({ id: waves.id }).from(waves));
  yield* rowsOf(db.delete(reviews).where(and(anyWave, eq(reviews.responseId, responseId))));
  yield* forgetInLooks(context, responseId);
}

export function* isWithdrawn(
  { db, tables: { withdrawals } }: DataContext,
  responseId: string,
): Operation<boolean> {
  const rows = yield* rowsOf(
    db.select({ wave: withdrawals.wave }).from(withdrawals).where(eq(withdrawals.responseId, responseId)),
  );
  return rows.length > 0;
}

/** Every withdrawal, as the deletion ledger names it. */
export function* listWithdrawals({
  db,
  tables: { withdrawals },
}: DataContext): Operation<readonly LedgerWithdrawal[]> {
  const { responseId, wave, receivedOn, withdrawnOn } = withdrawals;
  return yield* rowsOf(
    db
      .select({ responseId, wave, receivedOn, withdrawnOn })
      .from(withdrawals)
      .orderBy(asc(withdrawnOn), asc(responseId)),
  );
}

const pageSize = 500;

/** Rows from before receipts and row hashes were kept; they came together, and receipts have an index. */
export function* withoutReceipt({
  db,
  tables: { responses },
}: DataContext): Operation<readonly { sequence: number; responseId: string }[]> {
  const { sequence, responseId, receipt } = responses;
  return yield* rowsOf(
    db
      .select({ sequence, responseId })
      .from(responses)
      .where(isNull(receipt))
      .orderBy(asc(sequence))
      .limit(pageSize),
  );
}

/** The row's hash covers its receipt, so both are made together. */
export function* fillReceipts(
  { db, tables: { responses } }: DataContext,
  filled: readonly { readonly sequence: number; readonly receipt: string }[],
): Operation<void> {
  const sequences = filled.map(({ sequence }) => sequence);
  const receipts = new Map(filled.map(({ sequence, receipt }) => [sequence, receipt]));
  const rows = yield* rowsOf(db.select().from(responses).where(inArray(responses.sequence, sequences)));
  for (const { study: _study, ...row } of rows) {
    const receipt = receipts.get(row.sequence) ?? row.receipt;
    const rowHash = rowHashOf({ ...row, receipt });
    yield* rowsOf(db.update(responses).set({ receipt, rowHash }).where(eq(responses.sequence, row.sequence)));
  }
}

function* keptUnder({ db, tables: { responses } }: DataContext, receipt: string) {
  const { responseId, study, wave, receivedAt } = responses;
  const [row] = yield* rowsOf(
    db
      .select({ responseId, study, wave, receivedAt })
      .from(responses)
      .where(eq(responses.receipt, receipt))
      .orderBy(asc(responses.sequence))
      .limit(1),
  );
  return row;
}

function* withdrawnUnder({ db, tables: { withdrawals } }: DataContext, receipt: string) {
  const { responseId, wave, receivedOn, withdrawnOn } = withdrawals;
  const [row] = yield* rowsOf(
    db
      .select({ responseId, wave, receivedOn, withdrawnOn })
      .from(withdrawals)
      .where(eq(withdrawals.receipt, receipt))
      .limit(1),
  );
  return row;
}

const dayOf = (time: Date) => time.toISOString().slice(0, 10);
