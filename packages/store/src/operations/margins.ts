import { desc, eq, max } from "drizzle-orm";
import type { AnalysisPlanRecord, MarginsUpload } from "../port/index.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";

/** The study of a wave; undefined if there is no such wave. */
export function* homeOf({ db, tables: { waves } }: DataContext, wave: string): Operation<string | undefined> {
  const [home] = yield* rowsOf(db.select({ study: waves.study }).from(waves).where(eq(waves.id, wave)));
  return home?.study;
}

/** Adds the upload and makes it the wave's margins, together. */
export function* uploadMargins(context: DataContext, upload: MarginsUpload): Operation<boolean> {
  const { db, tables } = context;
  const study = yield* homeOf(context, upload.wave);
  if (study === undefined) return false;
  yield* rowsOf(db.insert(tables.marginsUploads).values({ ...upload, study }));
  const current = { marginsCsv: upload.csv, marginsDigest: upload.digest };
  yield* rowsOf(db.update(tables.waves).set(current).where(eq(tables.waves.id, upload.wave)));
  return true;
}

export function* marginsUploads(
  { db, tables: { marginsUploads: uploads } }: DataContext,
  of: string,
): Operation<readonly Omit<MarginsUpload, "csv">[]> {
  const { wave, name, digest, by, at } = uploads;
  return yield* rowsOf(
    db
      .select({ wave, name, digest, by, at })
      .from(uploads)
      .where(eq(wave, of))
      .orderBy(desc(uploads.sequence)),
  );
}

export function* planAnalysis(
  context: DataContext,
  plan: Omit<AnalysisPlanRecord, "number">,
): Operation<number | undefined> {
  const { db, tables } = context;
  const { analysisPlans: plans } = tables;
  const study = yield* homeOf(context, plan.wave);
  if (study === undefined) return undefined;
  const [last] = yield* rowsOf(
    db
      .select({ number: max(plans.number) })
      .from(plans)
      .where(eq(plans.wave, plan.wave)),
  );
  const number = (last?.number ?? 0) + 1;
  yield* rowsOf(db.insert(plans).values({ ...plan, study, number }));
  return number;
}

export function* analysisPlans(
  { db, tables: { analysisPlans: plans } }: DataContext,
  wave: string,
): Operation<readonly AnalysisPlanRecord[]> {
  const rows = yield* rowsOf(db.select().from(plans).where(eq(plans.wave, wave)).orderBy(desc(plans.number)));
  return rows.map(({ study: _study, ...plan }) => plan);
}
