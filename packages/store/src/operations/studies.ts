import { asc, eq } from "drizzle-orm";
import type { NewStudy, NewWave, StudyRecord, WaveRecord } from "../port/index.ts";
import type { DataTables } from "../tables/index.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";

type WaveRow = DataTables["waves"]["$inferSelect"];

export function* saveStudy({ db, tables }: DataContext, saved: NewStudy): Operation<void> {
  const { studies } = tables;
  const study: StudyRecord = { particulars: null, review: null, terms: null, signatures: 1, ...saved };
  yield* rowsOf(db.insert(studies).values(study).onConflictDoUpdate({ target: studies.id, set: study }));
}

export function* findStudy({ db, tables }: DataContext, id: string): Operation<StudyRecord | undefined> {
  const [study] = yield* rowsOf(db.select().from(tables.studies).where(eq(tables.studies.id, id)));
  return study;
}

export function* saveWave({ db, tables }: DataContext, wave: NewWave): Operation<void> {
  const { waves } = tables;
  const { margins, ...rest } = wave;
  const way = { form: "short", sample: "open", stage: "pilot" } as const;
  const row: WaveRow = {
    ...way,
    ...rest,
    marginsCsv: margins?.csv ?? null,
    marginsDigest: margins?.digest ?? null,
  };
  yield* rowsOf(db.insert(waves).values(row).onConflictDoUpdate({ target: waves.id, set: row }));
}

export function* findWave({ db, tables }: DataContext, id: string): Operation<WaveRecord | undefined> {
  const [row] = yield* rowsOf(db.select().from(tables.waves).where(eq(tables.waves.id, id)));
  return row && waveOf(row);
}

/** The study a wave belongs to, which every row of the wave carries. */
export function* studyOf({ db, tables: { waves } }: DataContext, wave: string): Operation<string> {
  const [row] = yield* rowsOf(db.select({ study: waves.study }).from(waves).where(eq(waves.id, wave)));
  if (!row) throw new Error("There is no wave with this name.");
  return row.study;
}

export function* listWaves({ db, tables }: DataContext): Operation<readonly WaveRecord[]> {
  const rows = yield* rowsOf(
    db.select().from(tables.waves).orderBy(asc(tables.waves.opens), asc(tables.waves.id)),
  );
  return rows.map(waveOf);
}

function waveOf({ marginsCsv, marginsDigest, ...wave }: WaveRow): WaveRecord {
  const margins =
    marginsCsv === null || marginsDigest === null ? null : { csv: marginsCsv, digest: marginsDigest };
  return { ...wave, margins };
}
