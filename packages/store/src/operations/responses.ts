import { and, asc, count, eq, gt, inArray, lt, lte, max, not, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { QuarantinedEnvelope, StoredResponse } from "../port/index.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";
import { isWithdrawn } from "./withdrawals.ts";

/** Envelopes that quarantine holds at most; with the limit of a message, half a gigabyte. */
const quarantinedAtMost = 2_000;

/**
 * True when the envelope is kept, now or since an earlier attempt; false when there is no room for another one, or its
 * response has just been withdrawn.
 */
export function* quarantine(context: DataContext, envelope: QuarantinedEnvelope): Operation<boolean> {
  const { db, tables } = context;
  const { quarantine } = tables;
  if (yield* isWithdrawn(context, envelope.responseId)) return false;
  const isIt = and(eq(quarantine.responseId, envelope.responseId), eq(quarantine.hash, envelope.hash));
  const known = yield* rowsOf(db.select({ hash: quarantine.hash }).from(quarantine).where(isIt));
  if (known.length > 0) return true;
  const [held] = yield* rowsOf(db.select({ count: count() }).from(quarantine));
  if ((held?.count ?? 0) >= quarantinedAtMost) return false;
  yield* rowsOf(db.insert(quarantine).values(envelope).onConflictDoNothing());
  return true;
}

/**
 * How many responses there are: revisions of one response count once.
 * Counted as all rows less those that follow an earlier revision, because the few revised rows have an index of their own.
 */
export function* countResponses({ db, tables }: DataContext, wave: string): Operation<number> {
  const { responses } = tables;
  const earlier = alias(responses, "earlier");
  const follows = db
    .select({ one: sql`1` })
    .from(earlier)
    .where(and(eq(earlier.responseId, responses.responseId), lt(earlier.revision, responses.revision)));
  const ofWave = eq(responses.wave, wave);
  const [all] = yield* rowsOf(db.select({ count: count() }).from(responses).where(ofWave));
  const [following] = yield* rowsOf(
    db
      .select({ count: count() })
      .from(responses)
      .where(and(ofWave, sql`${responses.revision} > 1`, sql`exists ${follows}`)),
  );
  return (all?.count ?? 0) - (following?.count ?? 0);
}

/** The last sequence kept so far; 0 when there is none. */
export function* lastSequence({ db, tables }: DataContext): Operation<number> {
  const [row] = yield* rowsOf(db.select({ last: max(tables.responses.sequence) }).from(tables.responses));
  return row?.last ?? 0;
}

/** One page of the wave as it was when `until` was the last sequence: the newest revision of each response, in server order. */
export function* pageOfWave(
  { db, tables }: DataContext,
  page: { wave: string; after: number; until: number; size: number },
): Operation<StoredResponse[]> {
  const { responses } = tables;
  const newer = alias(responses, "newer");
  const replaced = db
    .select({ one: sql`1` })
    .from(newer)
    .where(
      and(
        eq(newer.responseId, responses.responseId),
        gt(newer.revision, responses.revision),
        lte(newer.sequence, page.until),
      ),
    );
  const rows = yield* rowsOf(
    db
      .select()
      .from(responses)
      .where(
        and(
          eq(responses.wave, page.wave),
          gt(responses.sequence, page.after),
          lte(responses.sequence, page.until),
          not(sql`exists ${replaced}`),
        ),
      )
      .orderBy(asc(responses.sequence))
      .limit(page.size),
  );
  return rows.map(({ study: _study, receipt: _receipt, rowHash: _rowHash, ...response }) => response);
}

/** Identity and hash of what is kept, as the receipt ledger writes it. */
export interface KeptResponse {
  readonly sequence: number;
  readonly responseId: string;
  readonly revision: number;
  readonly hash: string;
}

/** The next responses kept after a sequence, in server order. */
export function* keptAfter(
  { db, tables }: DataContext,
  { sequence, size }: { sequence: number; size: number },
): Operation<readonly KeptResponse[]> {
  const { responses } = tables;
  const { responseId, revision, hash } = responses;
  return yield* rowsOf(
    db
      .select({ sequence: responses.sequence, responseId, revision, hash })
      .from(responses)
      .where(gt(responses.sequence, sequence))
      .orderBy(asc(responses.sequence))
      .limit(size),
  );
}

/** Identities (`<response id>/<revision>`, or `<response id>/quarantined`) with the hashes kept for them. */
export function* keptHashes(
  { db, tables }: DataContext,
  responseIds: readonly string[],
): Operation<ReadonlyMap<string, readonly string[]>> {
  const { responses, quarantine } = tables;
  const kept = yield* rowsOf(
    db
      .select({ responseId: responses.responseId, revision: responses.revision, hash: responses.hash })
      .from(responses)
      .where(inArray(responses.responseId, [...responseIds])),
  );
  const apart = yield* rowsOf(
    db
      .select({ responseId: quarantine.responseId, hash: quarantine.hash })
      .from(quarantine)
      .where(inArray(quarantine.responseId, [...responseIds])),
  );
  const identities = [
    ...kept.map(({ responseId, revision, hash }) => [`${responseId}/${revision}`, hash] as const),
    ...apart.map(({ responseId, hash }) => [`${responseId}/quarantined`, hash] as const),
  ];
  const hashes = Map.groupBy(identities, ([identity]) => identity);
  return new Map([...hashes].map(([identity, entries]) => [identity, entries.map(([, hash]) => hash)]));
}
