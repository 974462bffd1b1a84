import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { type RegisteredRouter, useRouter } from "@tanstack/react-router";
import { clearNotices } from "../widgets/index.ts";
import { api } from "./api/resources.ts";
import { sessionQuery } from "./session.ts";

/** Why someone meets the sign-in page again; it says so in a sentence. */
export type Leaving = "signed-out" | "idle" | "ended";

/** Forgets everything that was shown and leads to the sign-in page, which knows the way back. */
export async function leave(router: RegisteredRouter, queries: QueryClient, leaving: Leaving): Promise<void> {
  const { pathname, href } = router.state.location;
  if (/^\/(sign-in|invitation)(\/|$)/.test(pathname)) return;
  clearNotices();
  forget(queries);
  queries.setQueryData(sessionQuery.queryKey, null);
  const from = leaving === "signed-out" || href === "/" ? {} : { from: href };
  await router.navigate({ to: "/sign-in", search: { reason: leaving, ...from } });
}

/** Ends the session on the server, then leaves. */
export function useSignOut(): (leaving: Exclude<Leaving, "ended">) => Promise<void> {
  const queries = useQueryClient();
  const router = useRouter();
  return async (leaving) => {
    await api.signOut().catch(() => undefined);
    await leave(router, queries, leaving);
  };
}

/** Drops everything the server has told, but for who is signed in and whether this is a demonstration. */
export function forget(queries: QueryClient) {
  queries.removeQueries({
    predicate: ({ queryKey: [subject] }) => subject !== "session" && subject !== "demonstration",
  });
}
