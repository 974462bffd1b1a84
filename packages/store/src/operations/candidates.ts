import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { CandidateOutcome, CandidateRecord, CandidateSignature, NewCandidate } from "../port/index.ts";
import type { DataTables } from "../tables/index.ts";
import { homeOf } from "./margins.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";
import { lastSequence } from "./responses.ts";

type CandidateRow = DataTables["candidates"]["$inferSelect"];

export function* beginCandidate(context: DataContext, candidate: NewCandidate): Operation<boolean> {
  const study = yield* homeOf(context, candidate.wave);
  if (study === undefined) return false;
  yield* rowsOf(
    context.db.insert(context.tables.candidates).values({ ...candidate, study, state: "running" }),
  );
  return true;
}

/** What is kept now is the most that it may hold: whoever of these withdraws later makes it outdated. */
export function* endCandidate(
  context: DataContext,
  { id, ...outcome }: CandidateOutcome,
): Operation<CandidateRecord | undefined> {
  const { db, tables } = context;
  const { candidates } = tables;
  const from: CandidateRow["state"][] = outcome.state === "cancelled" ? ["running", "ready"] : ["running"];
  yield* rowsOf(
    db
      .update(candidates)
      .set({ ...outcome, lastSequence: yield* lastSequence(context) })
      .where(and(eq(candidates.id, id), inArray(candidates.state, from))),
  );
  return yield* findCandidate(context, id);
}

export function* findCandidate(context: DataContext, id: string): Operation<CandidateRecord | undefined> {
  const { db, tables } = context;
  const rows = yield* rowsOf(db.select().from(tables.candidates).where(eq(tables.candidates.id, id)));
  return (yield* withSignatures(context, rows))[0];
}

export function* listCandidates(context: DataContext, wave: string): Operation<readonly CandidateRecord[]> {
  const { candidates } = context.tables;
  const rows = yield* rowsOf(
    context.db
      .select()
      .from(candidates)
      .where(eq(candidates.wave, wave))
      .orderBy(desc(candidates.requestedAt), desc(candidates.id)),
  );
  return yield* withSignatures(context, rows);
}

export function* signCandidate(
  context: DataContext,
  { id, by, at, notes, corrects }: CandidateSignature,
): Operation<{ outcome: "signed" | "not-ready" | "differs"; candidate: CandidateRecord } | undefined> {
  const { db, tables } = context;
  const { candidates, candidateSignatures } = tables;
  const found = yield* findCandidate(context, id);
  if (!found) return undefined;
  if (found.state !== "ready") return { outcome: "not-ready", candidate: found };
  const isFirst = found.signatures.length === 0;
  if (!isFirst && (found.notes !== notes || found.corrects !== corrects))
    return { outcome: "differs", candidate: found };
  if (isFirst) yield* rowsOf(db.update(candidates).set({ notes, corrects }).where(eq(candidates.id, id)));
  yield* rowsOf(db.insert(candidateSignatures).values({ candidate: id, by, at }).onConflictDoNothing());
  const signed = yield* findCandidate(context, id);
  return signed && { outcome: "signed", candidate: signed };
}

function* withSignatures(
  { db, tables: { candidateSignatures } }: DataContext,
  rows: readonly CandidateRow[],
): Operation<readonly CandidateRecord[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const signatures = yield* rowsOf(
    db
      .select()
      .from(candidateSignatures)
      .where(inArray(candidateSignatures.candidate, ids))
      .orderBy(asc(candidateSignatures.at), asc(candidateSignatures.by)),
  );
  return rows.map(({ study: _study, lastSequence: _last, ...row }) => ({
    ...row,
    signatures: signatures.filter(({ candidate }) => candidate === row.id).map(({ by, at }) => ({ by, at })),
  }));
}
