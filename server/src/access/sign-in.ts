import type { InvitationAccept, InvitationOpened, Session, SignIn } from "@tiltas/contract/people";
import { Refusal } from "@tiltas/contract/problems";
import { Role } from "@tiltas/contract/roles";
import type { AccessStore, InvitationRecord } from "@tiltas/store/port";
import { type Passwords, refuseWeakPassword } from "./passwords.ts";
import { isActive } from "./people.ts";
import type { Sessions } from "./sessions.ts";
import { tokenHash } from "./token.ts";

export interface Started {
  /** For the cookie. */
  readonly secret: string;
  readonly session: Session;
}

export interface SignInRoom {
  signIn(credentials: SignIn): Promise<Started>;
  openInvitation(token: string): Promise<InvitationOpened>;
  acceptInvitation(acceptance: InvitationAccept): Promise<Started>;
}

interface Needs {
  readonly access: AccessStore;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly clock: () => Date;
  readonly newId: () => string;
}

export function createSignIn({ access, passwords, sessions, clock, newId }: Needs): SignInRoom {
  const openLink = async (token: string): Promise<InvitationRecord> => {
    const invitation = await access.findInvitation(tokenHash(token));
    if (!invitation || invitation.used || invitation.expiresAt <= clock()) throw linkInvalid();
    if (invitation.person === null && (await access.listPeople()).some(isActive)) throw linkInvalid();
    return invitation;
  };
  return {
    async signIn({ email, password }) {
      const person = await access.findPersonByEmail(email);
      const kept = person && isActive(person) ? person.passwordHash : null;
      const right = await passwords.matches(password, kept);
      if (!person || !right) throw credentialsWrong();
      return sessions.start(person);
    },
    async openInvitation(token) {
      const { person, role } = await openLink(token);
      return { email: person?.email ?? null, role: Role.parse(role) };
    },
    async acceptInvitation({ token, email: typed, password }) {
      const { person: invited } = await openLink(token);
      const email = invited?.email ?? typed;
      if (email === undefined) throw addressNeeded();
      if (!invited && (await access.findPersonByEmail(email))) throw addressTaken();
      refuseWeakPassword(password, email);
      const passwordHash = await passwords.hash(password);
      await openLink(token);
      const claim = { tokenHash: tokenHash(token), now: clock(), newPersonId: newId(), passwordHash };
      const person = await access.acceptInvitation({ ...claim, email: invited ? null : email });
      if (!person) throw linkInvalid();
      return sessions.start(person);
    },
  };
}

const credentialsWrong = () =>
  new Refusal(
    "credentials-wrong",
    "The e-mail address or the password is not right. Try again, or ask an administrator.",
  );
const linkInvalid = () =>
  new Refusal(
    "link-invalid",
    "This link has been used, has expired or never existed. Ask an administrator for a fresh one.",
  );
const addressTaken = () =>
  new Refusal("person-exists", "There is an account with this e-mail address already. Use another one.");
const addressNeeded = () =>
  new Refusal("invalid-request", "The first administrator chooses the e-mail address of the account.", {
    errors: [{ path: "/email", message: "is missing" }],
  });
