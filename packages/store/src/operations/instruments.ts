import { and, asc, eq } from "drizzle-orm";
import type { InstrumentRecord } from "../port/index.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";

/** Publishes once. Files that are there stay as they are; numbered files added since (a notice, an indicator set) join them. */
export function* publishInstrument(
  { db, tables }: DataContext,
  instrument: InstrumentRecord,
): Operation<void> {
  const { instruments, instrumentFiles } = tables;
  const { digest, id, version, files } = instrument;
  yield* rowsOf(db.insert(instruments).values({ digest, id, version }).onConflictDoNothing());
  const [published] = yield* rowsOf(
    db
      .select()
      .from(instruments)
      .where(and(eq(instruments.id, id), eq(instruments.version, version))),
  );
  if (published?.digest !== digest) throw new Error(changedAfterPublishing(instrument));
  const rows = Object.entries(files).map(([path, content]) => ({ digest, path, content }));
  if (rows.length > 0) yield* rowsOf(db.insert(instrumentFiles).values(rows).onConflictDoNothing());
}

export function* findInstrument(
  { db, tables }: DataContext,
  digest: string,
): Operation<InstrumentRecord | undefined> {
  const { instruments, instrumentFiles } = tables;
  const [instrument] = yield* rowsOf(db.select().from(instruments).where(eq(instruments.digest, digest)));
  if (!instrument) return undefined;
  const rows = yield* rowsOf(
    db
      .select()
      .from(instrumentFiles)
      .where(eq(instrumentFiles.digest, digest))
      .orderBy(asc(instrumentFiles.path)),
  );
  return { ...instrument, files: Object.fromEntries(rows.map(({ path, content }) => [path, content])) };
}

export function* listInstruments({
  db,
  tables,
}: DataContext): Operation<readonly Omit<InstrumentRecord, "files">[]> {
  const { instruments } = tables;
  return yield* rowsOf(db.select().from(instruments).orderBy(asc(instruments.id), asc(instruments.version)));
}

function changedAfterPublishing({ id, version, digest }: InstrumentRecord): string {
  return `Instrument ${id}@${version} is already published with another questionnaire, or the questionnaire ${digest.slice(0, 12)}… under another version. A published version never changes: give the changed questionnaire a new version number.`;
}
