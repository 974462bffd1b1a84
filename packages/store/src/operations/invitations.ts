import { and, eq, gt, isNotNull, isNull } from "drizzle-orm";
import type { AccessStore, InvitationRecord, NewInvitation, PersonRecord } from "../port/index.ts";
import { type AccessContext, type Operation, rowsOf } from "./operation.ts";
import { addressKey, invitePerson } from "./people.ts";

export type Claim = Parameters<AccessStore["acceptInvitation"]>[0];

export function* invite(context: AccessContext, invitation: NewInvitation): Operation<boolean> {
  const { db, tables } = context;
  const { invitations } = tables;
  const { tokenHash, role, municipality, expiresAt } = invitation;
  let person: string | null = null;
  if (invitation.person) {
    const id = yield* invitePerson(context, { ...invitation.person, role, municipality });
    if (id === undefined) return false;
    person = id;
  }
  const ofPerson = person === null ? isNull(invitations.person) : eq(invitations.person, person);
  yield* rowsOf(
    db
      .update(invitations)
      .set({ used: true })
      .where(and(ofPerson, eq(invitations.used, false))),
  );
  const row = { tokenHash, person, role, municipality, expiresAt, used: false };
  yield* rowsOf(db.insert(invitations).values(row));
  return true;
}

export function* findInvitation(
  { db, tables }: AccessContext,
  tokenHash: string,
): Operation<InvitationRecord | undefined> {
  const { invitations, people } = tables;
  const [row] = yield* rowsOf(
    db
      .select()
      .from(invitations)
      .leftJoin(people, eq(people.id, invitations.person))
      .where(eq(invitations.tokenHash, tokenHash)),
  );
  if (!row) return undefined;
  const person = row.people ? { id: row.people.id, email: row.people.email } : null;
  return { ...row.invitations, person };
}

/** Claims the link by one update, so that of two at once one finds it used; then sets the password. */
export function* acceptInvitation(context: AccessContext, claim: Claim): Operation<PersonRecord | undefined> {
  const { db, tables } = context;
  const { invitations } = tables;
  const [claimed] = yield* rowsOf(
    db
      .update(invitations)
      .set({ used: true })
      .where(
        and(
          eq(invitations.tokenHash, claim.tokenHash),
          eq(invitations.used, false),
          gt(invitations.expiresAt, claim.now),
          claim.email === null ? isNotNull(invitations.person) : undefined,
        ),
      )
      .returning(),
  );
  if (!claimed) return undefined;
  return claimed.person === null
    ? yield* addAdministrator(context, claim, claimed)
    : yield* setFirstPassword(context, claimed.person, claim.passwordHash);
}

function* setFirstPassword(
  { db, tables }: AccessContext,
  person: string,
  passwordHash: string,
): Operation<PersonRecord | undefined> {
  const { people } = tables;
  const [active] = yield* rowsOf(
    db
      .update(people)
      .set({ passwordHash })
      .where(and(eq(people.id, person), isNull(people.passwordHash), eq(people.disabled, false)))
      .returning(),
  );
  return active;
}

/** The first administrator types the address. If it is taken, the error rolls the claim back and the link stays good. */
function* addAdministrator(
  { db, tables }: AccessContext,
  claim: Claim,
  { role, municipality }: { role: string; municipality: string | null },
): Operation<PersonRecord> {
  const { people } = tables;
  const { newPersonId: id, passwordHash } = claim;
  const person = {
    id,
    email: addressKey(claim.email ?? ""),
    role,
    municipality,
    passwordHash,
    disabled: false,
  };
  const [added] = yield* rowsOf(db.insert(people).values(person).onConflictDoNothing().returning());
  if (!added) throw new Error("There is already an account with this e-mail address. Use another one.");
  return added;
}
