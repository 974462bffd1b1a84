import type { Invitation, InvitationSent, Person } from "@tiltas/contract/people";
import { Refusal } from "@tiltas/contract/problems";
import { Role } from "@tiltas/contract/roles";
import type { AccessStore, PersonRecord } from "@tiltas/store/port";
import { newToken } from "./token.ts";

/** How long an invitation's link works, milliseconds. */
export const linkLife = 24 * 60 * 60_000;

export interface PeopleNeeds {
  readonly access: AccessStore;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** Origin of the links. */
  readonly origin: () => string;
  /** Two-digit codes that exist. */
  readonly municipalities: ReadonlySet<string>;
}

export interface People {
  list(): Promise<Person[]>;
  invite(invitation: Invitation): Promise<InvitationSent>;
  /** A fresh link for somebody who has not accepted yet; earlier links stop working. */
  inviteAgain(id: string): Promise<InvitationSent>;
  setDisabled(id: string, disabled: boolean): Promise<Person>;
  /** The link for the very first administrator; undefined as soon as somebody can sign in. */
  firstLink(): Promise<string | undefined>;
}

export function createPeople(needs: PeopleNeeds): People {
  const { access, newId } = needs;
  return {
    list: async () => (await access.listPeople()).map(personShown),
    async invite(invitation) {
      refuseWrongPlace(invitation, needs.municipalities);
      const known = await access.findPersonByEmail(invitation.email);
      if (known) throw alreadyThere();
      return send(needs, { ...invitation, id: newId() });
    },
    async inviteAgain(id) {
      const person = await existing(access, id);
      if (person.passwordHash !== null) throw alreadyThere();
      const { email, municipality } = person;
      return send(needs, { id, email, role: Role.parse(person.role), municipality });
    },
    async setDisabled(id, disabled) {
      await existing(access, id);
      if (!(await access.setDisabled(id, disabled))) throw lastAdministrator();
      return personShown(await existing(access, id));
    },
    async firstLink() {
      if ((await access.listPeople()).some(isActive)) return undefined;
      const { secret, hash } = newToken();
      const invitation = {
        tokenHash: hash,
        person: null,
        role: "administrator",
        municipality: null,
        expiresAt: expiry(needs),
      };
      await access.invite(invitation);
      return linkOf(needs, secret);
    },
  };
}

export function isActive(person: PersonRecord): boolean {
  return person.passwordHash !== null && !person.disabled;
}

export function personShown(person: PersonRecord): Person {
  const { id, email, municipality, disabled, passwordHash } = person;
  const state = disabled ? "disabled" : passwordHash === null ? "invited" : "active";
  return { id, email, role: Role.parse(person.role), municipality, state };
}

async function send(needs: PeopleNeeds, person: Invitation & { id: string }): Promise<InvitationSent> {
  const { id, email, role, municipality } = person;
  const { secret, hash } = newToken();
  const expiresAt = expiry(needs);
  const sent = await needs.access.invite({
    tokenHash: hash,
    person: { id, email },
    role,
    municipality,
    expiresAt,
  });
  if (!sent) throw alreadyThere();
  const shown: Person = { id, email, role, municipality, state: "invited" };
  return { person: shown, link: linkOf(needs, secret), expires: expiresAt.toISOString() };
}

/** The token stands behind #, so that it never reaches a server's or a proxy's log. */
function linkOf({ origin }: PeopleNeeds, secret: string): string {
  return `${origin()}/console/invitation#${secret}`;
}

function expiry({ clock }: PeopleNeeds): Date {
  return new Date(clock().getTime() + linkLife);
}

async function existing(access: AccessStore, id: string): Promise<PersonRecord> {
  const person = await access.findPerson(id);
  if (!person) throw new Refusal("not-found", "There is no account with this identity.");
  return person;
}

const local: readonly Role[] = ["coordinator", "interviewer"];

/** Coordinators and interviewers belong to one municipality; everybody else to none. */
function refuseWrongPlace({ role, municipality }: Invitation, codes: ReadonlySet<string>): void {
  const right = local.includes(role)
    ? municipality !== null && codes.has(municipality)
    : municipality === null;
  if (right) return;
  const message = local.includes(role)
    ? "name the municipality that the person works for"
    : "must be null for this role";
  throw new Refusal("invalid-request", "The municipality does not fit the role.", {
    errors: [{ path: "/municipality", message }],
  });
}

const alreadyThere = () =>
  new Refusal(
    "person-exists",
    "There is an account with this e-mail address already. Look for it in the list of people.",
  );
const lastAdministrator = () =>
  new Refusal(
    "last-administrator",
    "This is the last active administrator. Invite another one first, and wait until the invitation is accepted.",
  );
