import { asc, inArray, lte, or } from "drizzle-orm";
import type { AccessStore } from "../port/index.ts";
import { type AccessContext, type Operation, rowsOf } from "./operation.ts";

type Ended = Awaited<ReturnType<AccessStore["listEnded"]>>;

/** Sessions that were over and invitations that had ended at the given moments, by token hash. */
export function* listEnded(
  { db, tables: { sessions, invitations } }: AccessContext,
  at: Parameters<AccessStore["listEnded"]>[0],
): Operation<Ended> {
  const over = yield* rowsOf(
    db
      .select({ name: sessions.tokenHash })
      .from(sessions)
      .where(or(lte(sessions.endsAt, at.sessions), lte(sessions.idleUntil, at.sessions)))
      .orderBy(asc(sessions.tokenHash)),
  );
  const ended = yield* rowsOf(
    db
      .select({ name: invitations.tokenHash })
      .from(invitations)
      .where(lte(invitations.expiresAt, at.invitations))
      .orderBy(asc(invitations.tokenHash)),
  );
  return { sessions: over.map(({ name }) => name), invitations: ended.map(({ name }) => name) };
}

export function* removeEnded(
  { db, tables: { sessions, invitations } }: AccessContext,
  named: Ended,
): Operation<void> {
  for (const page of pagesOf(named.sessions))
    yield* rowsOf(db.delete(sessions).where(inArray(sessions.tokenHash, [...page])));
  for (const page of pagesOf(named.invitations))
    yield* rowsOf(db.delete(invitations).where(inArray(invitations.tokenHash, [...page])));
}

/** A query takes only so many names at once. */
export function pagesOf(names: readonly string[]): readonly (readonly string[])[] {
  const size = 500;
  const pages = Math.ceil(names.length / size);
  return Array.from({ length: pages }, (_, page) => names.slice(page * size, (page + 1) * size));
}
