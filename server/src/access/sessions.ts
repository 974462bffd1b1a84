import type { Session } from "@tiltas/contract/people";
import {
  type AccessStore,
  type PersonRecord,
  type SessionRecord,
  StorageFullError,
} from "@tiltas/store/port";
import { personShown } from "./people.ts";
import { newToken, tokenHash } from "./token.ts";

const minute = 60_000;
/** A session ends after this long without a request, and after this long in any case; milliseconds. */
export const idleLimit = 15 * minute;
export const absoluteLimit = 8 * 60 * minute;
/** Idle time is written down at most this often, milliseconds. */
const writtenEvery = minute / 4;

export interface SignedIn {
  readonly person: PersonRecord;
  readonly session: Session;
}

export interface Sessions {
  /** A new session under a new secret; the secret goes into the cookie and is kept nowhere. */
  start(person: PersonRecord): Promise<{ secret: string; session: Session }>;
  /** Who holds this secret, if the session still runs. What a person does keeps it from growing idle; what a page asks by itself does not. */
  find(secret: string, unattended?: boolean): Promise<SignedIn | undefined>;
  end(secret: string): Promise<void>;
}

export function createSessions(needs: {
  access: Pick<AccessStore, "startSession" | "findSession" | "extendSession" | "endSession">;
  clock: () => Date;
  demonstration: boolean;
}): Sessions {
  const { access, clock, demonstration } = needs;
  const shown = (person: PersonRecord, idleUntil: Date, endsAt: Date): Session => ({
    person: personShown(person),
    idleUntil: idleUntil.toISOString(),
    endsAt: endsAt.toISOString(),
    demonstration,
  });
  return {
    async start(person) {
      const { secret, hash } = newToken();
      const now = clock().getTime();
      const [idleUntil, endsAt] = [new Date(now + idleLimit), new Date(now + absoluteLimit)];
      await access.startSession({ tokenHash: hash, person: person.id, idleUntil, endsAt });
      return { secret, session: shown(person, idleUntil, endsAt) };
    },
    async find(secret, unattended = false) {
      const now = clock();
      const found = await access.findSession(tokenHash(secret), now);
      if (!found || isFromTheFuture(found.session, now)) return undefined;
      const { session, person } = found;
      if (unattended) return { person, session: shown(person, session.idleUntil, session.endsAt) };
      const idleUntil = new Date(Math.min(now.getTime() + idleLimit, session.endsAt.getTime()));
      const isDue = idleUntil.getTime() - session.idleUntil.getTime() >= writtenEvery;
      const isKept = !isDue || (await access.extendSession(session.tokenHash, idleUntil).then(yes, noIfFull));
      return { person, session: shown(person, isKept ? idleUntil : session.idleUntil, session.endsAt) };
    },
    end: (secret) => access.endSession(tokenHash(secret)),
  };
}

/** A clock that was set back must not let a session run for longer than it was given; small corrections pass. */
function isFromTheFuture({ idleUntil, endsAt }: SessionRecord, now: Date): boolean {
  const time = now.getTime() + minute;
  return idleUntil.getTime() > time + idleLimit || endsAt.getTime() > time + absoluteLimit;
}

const yes = () => true;

/** A full disk must not keep staff from reading: the session is then not extended, and ends the sooner. */
function noIfFull(error: unknown): false {
  if (error instanceof StorageFullError) return false;
  throw error;
}
