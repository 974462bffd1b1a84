import { eq, sql } from "drizzle-orm";
import type { LookRecord } from "../port/index.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";

/** Keeps what was found in place of what was found before. False if there is no such wave. */
export function* keepLook(
  { db, tables: { lastLooks, waves } }: DataContext,
  { wave, at, found }: LookRecord,
): Operation<boolean> {
  const [home] = yield* rowsOf(db.select({ study: waves.study }).from(waves).where(eq(waves.id, wave)));
  if (!home) return false;
  const looked = { at, found };
  yield* rowsOf(
    db
      .insert(lastLooks)
      .values({ ...home, wave, ...looked })
      .onConflictDoUpdate({ target: lastLooks.wave, set: looked }),
  );
  return true;
}

export function* findLook(
  { db, tables: { lastLooks } }: DataContext,
  wave: string,
): Operation<LookRecord | undefined> {
  const { at, found } = lastLooks;
  const [look] = yield* rowsOf(
    db.select({ wave: lastLooks.wave, at, found }).from(lastLooks).where(eq(lastLooks.wave, wave)),
  );
  return look;
}

/** Blots a response's id out of whatever was found: its person withdrew. */
export function* forgetInLooks(
  { db, tables: { lastLooks } }: DataContext,
  responseId: string,
): Operation<void> {
  const named = sql`${lastLooks.found} like ${`%${responseId}%`}`;
  yield* rowsOf(
    db
      .update(lastLooks)
      .set({ found: sql`replace(${lastLooks.found}, ${responseId}, '')` })
      .where(named),
  );
}
