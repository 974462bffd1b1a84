import { and, eq, gt, isNotNull } from "drizzle-orm";
import type { PersonRecord, SessionRecord } from "../port/index.ts";
import { type AccessContext, type Operation, rowsOf } from "./operation.ts";

export function* startSession({ db, tables }: AccessContext, session: SessionRecord): Operation<void> {
  yield* rowsOf(db.insert(tables.sessions).values(session));
}

/** Only a session that is neither idle nor over, of a person who may still sign in. */
export function* findSession(
  { db, tables }: AccessContext,
  { tokenHash, now }: { tokenHash: string; now: Date },
): Operation<{ session: SessionRecord; person: PersonRecord } | undefined> {
  const { sessions, people } = tables;
  const [row] = yield* rowsOf(
    db
      .select({ session: sessions, person: people })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.person))
      .where(
        and(
          eq(sessions.tokenHash, tokenHash),
          gt(sessions.idleUntil, now),
          gt(sessions.endsAt, now),
          eq(people.disabled, false),
          isNotNull(people.passwordHash),
        ),
      ),
  );
  return row;
}

export function* extendSession(
  { db, tables }: AccessContext,
  { tokenHash, idleUntil }: { tokenHash: string; idleUntil: Date },
): Operation<void> {
  const { sessions } = tables;
  yield* rowsOf(db.update(sessions).set({ idleUntil }).where(eq(sessions.tokenHash, tokenHash)));
}

export function* endSession({ db, tables }: AccessContext, tokenHash: string): Operation<void> {
  yield* rowsOf(db.delete(tables.sessions).where(eq(tables.sessions.tokenHash, tokenHash)));
}
