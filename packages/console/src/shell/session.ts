import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Session } from "@tiltas/contract/people";
import { may, type Verb } from "@tiltas/contract/roles";
import { serverNow } from "./api/request.ts";
import { api } from "./api/resources.ts";
import type { SessionReading } from "./session-clock.ts";

/** Who is signed in, with the reading of the session's end. */
export interface SignedIn {
  readonly session: Session;
  readonly reading: SessionReading;
}

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: readSession,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});

async function readSession(): Promise<SignedIn | null> {
  const session = await api.session();
  if (session === null) return null;
  const now = serverNow();
  const reading = {
    readAt: Date.now(),
    idleFor: Date.parse(session.idleUntil) - now,
    endsIn: Date.parse(session.endsAt) - now,
  };
  return { session, reading };
}

/** The signed-in person; null on the pages before sign-in. */
export function useSession(): SignedIn | null {
  return useQuery(sessionQuery).data ?? null;
}

/** What a role cannot do is not shown. */
export function useMay(): (verb: Verb) => boolean {
  const signedIn = useSession();
  return (verb) => signedIn !== null && may(signedIn.session.person.role, verb);
}
