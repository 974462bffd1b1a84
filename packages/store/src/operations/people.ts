import { and, asc, count, eq, isNull, or, sql } from "drizzle-orm";
import type { PersonRecord } from "../port/index.ts";
import { type AccessContext, type Operation, rowsOf } from "./operation.ts";

export function* countPeople({ db, tables }: AccessContext): Operation<number> {
  const [row] = yield* rowsOf(db.select({ count: count() }).from(tables.people));
  return row?.count ?? 0;
}

export function* listPeople({ db, tables }: AccessContext): Operation<readonly PersonRecord[]> {
  return yield* rowsOf(db.select().from(tables.people).orderBy(asc(tables.people.email)));
}

export function* findPerson({ db, tables }: AccessContext, id: string): Operation<PersonRecord | undefined> {
  const [person] = yield* rowsOf(db.select().from(tables.people).where(eq(tables.people.id, id)));
  return person;
}

export function* findPersonByEmail(
  { db, tables }: AccessContext,
  email: string,
): Operation<PersonRecord | undefined> {
  const { people } = tables;
  const [person] = yield* rowsOf(
    db
      .select()
      .from(people)
      .where(eq(people.email, addressKey(email))),
  );
  return person;
}

/** One mailbox, one account: addresses are kept in lower case. */
export function addressKey(email: string): string {
  return email.trim().toLowerCase();
}

/** Refused (false) when nobody could administer afterwards, or when there is no such person. */
export function* setDisabled(
  context: AccessContext,
  { person, disabled }: { person: string; disabled: boolean },
): Operation<boolean> {
  const { db, tables } = context;
  const { people, sessions } = tables;
  if (disabled && !(yield* someoneElseAdministers(context, person))) return false;
  const changed = yield* rowsOf(
    db.update(people).set({ disabled }).where(eq(people.id, person)).returning({ id: people.id }),
  );
  if (disabled) yield* rowsOf(db.delete(sessions).where(eq(sessions.person, person)));
  return changed.length === 1;
}

/** The update changes nothing; it makes a second server wait, so that two administrators cannot disable each other at once. */
function* someoneElseAdministers({ db, tables }: AccessContext, person: string): Operation<boolean> {
  const { people } = tables;
  const administrators = yield* rowsOf(
    db
      .update(people)
      .set({ role: sql`${people.role}` })
      .where(eq(people.role, "administrator"))
      .returning(),
  );
  const active = administrators.filter(({ disabled, passwordHash }) => !disabled && passwordHash !== null);
  return active.length === 0 || active.some(({ id }) => id !== person);
}

/** Writes the invited person; an address that waits for its first password or is disabled is taken over. Undefined if it is in use. */
export function* invitePerson(
  { db, tables }: AccessContext,
  person: { id: string; email: string; role: string; municipality: string | null },
): Operation<string | undefined> {
  const { people } = tables;
  const email = addressKey(person.email);
  const invited = {
    role: person.role,
    municipality: person.municipality,
    passwordHash: null,
    disabled: false,
  };
  const [added] = yield* rowsOf(
    db
      .insert(people)
      .values({ id: person.id, email, ...invited })
      .onConflictDoNothing()
      .returning({ id: people.id }),
  );
  if (added) return added.id;
  const [again] = yield* rowsOf(
    db
      .update(people)
      .set(invited)
      .where(and(eq(people.email, email), or(isNull(people.passwordHash), eq(people.disabled, true))))
      .returning({ id: people.id }),
  );
  return again?.id;
}
