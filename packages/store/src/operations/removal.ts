import { asc, desc, eq, inArray, lte } from "drizzle-orm";
import { pagesOf } from "./ended.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";

/** Deletes responses, all their revisions, and what reviewers said of them. */
export function* removeResponses(
  { db, tables: { responses, reviews } }: DataContext,
  responseIds: readonly string[],
): Operation<void> {
  for (const page of pagesOf(responseIds)) {
    yield* rowsOf(db.delete(reviews).where(inArray(reviews.responseId, [...page])));
    yield* rowsOf(db.delete(responses).where(inArray(responses.responseId, [...page])));
  }
}

/** Deletes envelopes that were kept apart. */
export function* removeEnvelopes(
  { db, tables: { quarantine } }: DataContext,
  responseIds: readonly string[],
): Operation<void> {
  for (const page of pagesOf(responseIds))
    yield* rowsOf(db.delete(quarantine).where(inArray(quarantine.responseId, [...page])));
}

type PerWave = "codes" | "cases" | "devices" | "setAsides" | "lastLooks" | "dailyCounts";

/** How many rows of a table are of one wave, and their names in a fixed order. */
export function* namesOfWave(
  { db, tables }: DataContext,
  { table, wave }: { table: "codes" | "cases" | "devices"; wave: string },
): Operation<readonly string[]> {
  const of = tables[table];
  const name = table === "codes" ? tables.codes.code : tables[table].id;
  const rows = yield* rowsOf(db.select({ name }).from(of).where(eq(of.wave, wave)).orderBy(asc(name)));
  return rows.map((row) => row.name);
}

/** Deletes everything of one wave from a table. */
export function* removeOfWave(
  { db, tables }: DataContext,
  { table, wave }: { table: PerWave; wave: string },
): Operation<void> {
  yield* rowsOf(db.delete(tables[table]).where(eq(tables[table].wave, wave)));
}

/** The next responses of a wave by id, each once however often it was revised. */
export function* responseIdsOfWave(
  { db, tables: { responses } }: DataContext,
  { wave, size }: { wave: string; size: number },
): Operation<readonly string[]> {
  const { responseId } = responses;
  const query = db.selectDistinct({ responseId }).from(responses).where(eq(responses.wave, wave));
  return (yield* rowsOf(query.orderBy(asc(responseId)).limit(size))).map((row) => row.responseId);
}

/** Ids of moving drafts whose time was over before a moment. */
export function* endedResumes(
  { db, tables: { resumes } }: DataContext,
  now: Date,
): Operation<readonly string[]> {
  const query = db.select({ id: resumes.id }).from(resumes).where(lte(resumes.until, now));
  return (yield* rowsOf(query.orderBy(asc(resumes.id)))).map((row) => row.id);
}

export function* removeResumes(
  { db, tables: { resumes } }: DataContext,
  ids: readonly string[],
): Operation<void> {
  for (const page of pagesOf(ids)) yield* rowsOf(db.delete(resumes).where(inArray(resumes.id, [...page])));
}

/** Reports of a wave by id, with when they were asked for. */
export function* reportTimes(
  { db, tables: { reports } }: DataContext,
  wave: string,
): Operation<readonly { id: string; requestedAt: Date }[]> {
  const { id, requestedAt } = reports;
  return yield* rowsOf(
    db.select({ id, requestedAt }).from(reports).where(eq(reports.wave, wave)).orderBy(asc(id)),
  );
}

export function* removeReports(
  { db, tables: { reports } }: DataContext,
  ids: readonly string[],
): Operation<void> {
  for (const page of pagesOf(ids)) yield* rowsOf(db.delete(reports).where(inArray(reports.id, [...page])));
}

/** When the newest response arrived; undefined when there is none. Invented people arrive at invented times, and do not count. */
export function* newestArrival({ db, tables }: DataContext): Operation<Date | undefined> {
  const { responses, studies } = tables;
  const real = db.select({ id: studies.id }).from(studies).where(eq(studies.synthetic, false));
  const query = db.select({ at: responses.receivedAt }).from(responses).where(inArray(responses.study, real));
  const [row] = yield* rowsOf(query.orderBy(desc(responses.sequence)).limit(1));
  return row?.at;
}
