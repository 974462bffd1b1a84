import { and, asc, eq, inArray, lt, ne, or } from "drizzle-orm";
import { pagesOf } from "./ended.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";

/** Figures that wait, and files of microdata, in which there are answers of a wave; what is released is public and stays. */
export function* madeOfWave(
  { db, tables: { candidates, microdataExports: exports } }: DataContext,
  wave: string,
): Operation<{ readonly candidates: readonly string[]; readonly microdata: readonly string[] }> {
  const ofWave = or(eq(candidates.wave, wave), eq(candidates.previousWave, wave));
  const waiting = yield* rowsOf(
    db
      .select({ id: candidates.id })
      .from(candidates)
      .where(and(ofWave, ne(candidates.state, "released")))
      .orderBy(asc(candidates.id)),
  );
  const files = yield* rowsOf(
    db.select({ id: exports.id }).from(exports).where(eq(exports.wave, wave)).orderBy(asc(exports.id)),
  );
  return { candidates: waiting.map(({ id }) => id), microdata: files.map(({ id }) => id) };
}

/** Figures that nobody released, and rows of the register, that were over before a moment; of invented people nothing is. */
export function* endedReleases(
  { db, tables: { studies, candidates, microdataExports: exports } }: DataContext,
  { requested, expired }: { readonly requested: Date; readonly expired: string },
): Operation<{ readonly candidates: readonly string[]; readonly microdata: readonly string[] }> {
  const real = db.select({ id: studies.id }).from(studies).where(eq(studies.synthetic, false));
  const waiting = yield* rowsOf(
    db
      .select({ id: candidates.id })
      .from(candidates)
      .where(
        and(
          inArray(candidates.study, real),
          ne(candidates.state, "released"),
          lt(candidates.requestedAt, requested),
        ),
      )
      .orderBy(asc(candidates.id)),
  );
  const rows = yield* rowsOf(
    db
      .select({ id: exports.id })
      .from(exports)
      .where(and(inArray(exports.study, real), lt(exports.expires, expired)))
      .orderBy(asc(exports.id)),
  );
  return { candidates: waiting.map(({ id }) => id), microdata: rows.map(({ id }) => id) };
}

export function* removeCandidates(
  { db, tables: { candidates, candidateSignatures: signatures } }: DataContext,
  ids: readonly string[],
): Operation<void> {
  for (const page of pagesOf(ids)) {
    yield* rowsOf(db.delete(signatures).where(inArray(signatures.candidate, [...page])));
    yield* rowsOf(db.delete(candidates).where(inArray(candidates.id, [...page])));
  }
}

export function* removeMicrodata(
  { db, tables: { microdataExports: exports } }: DataContext,
  ids: readonly string[],
): Operation<void> {
  for (const page of pagesOf(ids)) yield* rowsOf(db.delete(exports).where(inArray(exports.id, [...page])));
}

/** Their files are gone; the rows of the register stay. */
export function* expireMicrodata(
  { db, tables: { microdataExports: exports } }: DataContext,
  ids: readonly string[],
): Operation<void> {
  for (const page of pagesOf(ids))
    yield* rowsOf(
      db
        .update(exports)
        .set({ state: "expired" })
        .where(and(inArray(exports.id, [...page]), inArray(exports.state, ["running", "ready"]))),
    );
}
