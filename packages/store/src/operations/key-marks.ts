import { asc, eq } from "drizzle-orm";
import type { KeyMark, NewKeyMark } from "../port/index.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";

export function* listKeyMarks({ db, tables: { keyMarks } }: DataContext): Operation<readonly KeyMark[]> {
  return yield* rowsOf(db.select().from(keyMarks).orderBy(asc(keyMarks.name)));
}

/** Lets another key come under this name: the one that was known by the mark is lost for good. */
export function* forgetKeyMark({ db, tables: { keyMarks } }: DataContext, name: string): Operation<void> {
  yield* rowsOf(db.delete(keyMarks).where(eq(keyMarks.name, name)));
}

/** The first mark under a name stays, unless it is one of those that the new one may follow. @returns what stands now */
export function* markKey(
  { db, tables: { keyMarks } }: DataContext,
  { name, mark, after }: NewKeyMark,
): Operation<string> {
  yield* rowsOf(db.insert(keyMarks).values({ name, mark }).onConflictDoNothing());
  const [kept] = yield* rowsOf(db.select().from(keyMarks).where(eq(keyMarks.name, name)));
  if (!kept || kept.mark === mark || !after.includes(kept.mark)) return kept?.mark ?? mark;
  yield* rowsOf(db.update(keyMarks).set({ mark }).where(eq(keyMarks.name, name)));
  return mark;
}
