import { type Kit, postgresKit, sqliteKit } from "./kits.ts";

/** Staff, invitations, sessions. Tokens are kept as SHA-256 only; passwords as argon2id only. */
function buildAccess(kit: Kit) {
  const people = kit.table(
    "people",
    {
      id: kit.text().primaryKey(),
      email: kit.text().notNull(),
      role: kit.text().notNull(),
      municipality: kit.text(),
      passwordHash: kit.text(),
      disabled: kit.boolean().notNull(),
    },
    (t) => [kit.unique("people_email").on(t.email)],
  );
  const invitations = kit.table(
    "invitations",
    {
      tokenHash: kit.text().primaryKey(),
      /** null only for the first administrator. */
      person: kit.text().references(() => people.id),
      role: kit.text().notNull(),
      municipality: kit.text(),
      expiresAt: kit.instant().notNull(),
      used: kit.boolean().notNull(),
    },
    (t) => [kit.index("invitations_person").on(t.person)],
  );
  const sessions = kit.table(
    "sessions",
    {
      tokenHash: kit.text().primaryKey(),
      person: kit
        .text()
        .notNull()
        .references(() => people.id),
      idleUntil: kit.instant().notNull(),
      endsAt: kit.instant().notNull(),
    },
    (t) => [kit.index("sessions_person").on(t.person)],
  );
  return { people, invitations, sessions };
}

export type AccessTables = ReturnType<typeof buildAccess>;

export const sqliteAccess: AccessTables = buildAccess(sqliteKit);
export const postgresAccess: AccessTables = buildAccess(postgresKit);
