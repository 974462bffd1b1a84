import { and, asc, eq, isNull } from "drizzle-orm";
import type { SetAsideRecord } from "../port/index.ts";
import { type DataContext, type Operation, rowsOf } from "./operation.ts";

export function* setAside({ db, tables }: DataContext, record: SetAsideRecord): Operation<boolean> {
  const { setAsides, waves } = tables;
  const [wave] = yield* rowsOf(
    db.select({ study: waves.study }).from(waves).where(eq(waves.id, record.wave)),
  );
  if (!wave) return false;
  yield* rowsOf(db.insert(setAsides).values({ ...record, ...wave }));
  return true;
}

export function* liftSetAside(
  { db, tables: { setAsides } }: DataContext,
  { id, wave, at }: { id: string; wave: string; at: Date },
): Operation<boolean> {
  const holds = and(eq(setAsides.id, id), eq(setAsides.wave, wave), isNull(setAsides.liftedAt));
  const lifted = yield* rowsOf(
    db.update(setAsides).set({ liftedAt: at }).where(holds).returning({ id: setAsides.id }),
  );
  return lifted.length === 1;
}

export function* setAsidesOf(
  { db, tables: { setAsides } }: DataContext,
  wave: string,
): Operation<readonly SetAsideRecord[]> {
  const rows = yield* rowsOf(
    db.select().from(setAsides).where(eq(setAsides.wave, wave)).orderBy(asc(setAsides.at), asc(setAsides.id)),
  );
  return rows.map(({ study: _study, ...record }) => record);
}
