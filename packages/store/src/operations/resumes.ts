import { and, count, eq, gt, isNull, lte, ne, or } from "drizzle-orm";
import type { MovingDraft, Resumes } from "../port/index.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";
import { studyOf } from "./studies.ts";

type Kept = Awaited<ReturnType<Resumes["keepDraft"]>>;
type Terms = Parameters<Resumes["keepDraft"]>[1];
export type TakingClaim = Parameters<Resumes["takeDraft"]>[0];

export function* keepDraft(
  context: DataContext,
  { draft, terms }: { draft: MovingDraft; terms: Terms },
): Operation<Kept> {
  const { db, tables } = context;
  const { resumes } = tables;
  const study = yield* studyOf(context, draft.wave);
  yield* rowsOf(db.delete(resumes).where(lte(resumes.until, terms.now)));
  const [others] = yield* rowsOf(db.select({ count: count() }).from(resumes).where(ne(resumes.id, draft.id)));
  if ((others?.count ?? 0) >= terms.most) return "full";
  const row = { ...draft, study, until: terms.until, takenBy: null };
  const [kept] = yield* rowsOf(
    db
      .insert(resumes)
      .values(row)
      .onConflictDoUpdate({ target: resumes.id, set: row, setWhere: isNull(resumes.takenBy) })
      .returning({ id: resumes.id }),
  );
  return kept ? "kept" : "taken";
}

/** Removes drafts whose time was over. */
export function* sweepDrafts({ db, tables: { resumes } }: DataContext, now: Date): Operation<void> {
  yield* rowsOf(db.delete(resumes).where(lte(resumes.until, now)));
}

/** The first taker gets it; what nobody can ask for again is gone at once. */
export function* takeDraft(
  { db, tables: { resumes } }: DataContext,
  { id, taker, now, again }: TakingClaim,
): Operation<MovingDraft | undefined> {
  const isFree =
    taker === null ? isNull(resumes.takenBy) : or(isNull(resumes.takenBy), eq(resumes.takenBy, taker));
  const isThere = and(eq(resumes.id, id), gt(resumes.until, now), isFree);
  const [row] = yield* rowsOf(
    taker === null
      ? db.delete(resumes).where(isThere).returning()
      : db.update(resumes).set({ takenBy: taker }).where(isThere).returning(),
  );
  if (!row) return undefined;
  if (taker !== null && row.until > again)
    yield* rowsOf(db.update(resumes).set({ until: again }).where(eq(resumes.id, id)));
  const { wave, iv, ciphertext } = row;
  return { id, wave, iv, ciphertext };
}
