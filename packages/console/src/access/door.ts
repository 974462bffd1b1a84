import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { forget, returnPath, sessionQuery } from "../shell/index.ts";

/** Goes in after signing in: reads who is signed in, then leads to where one was. */
export function useEntry(): (from?: string) => Promise<void> {
  const queries = useQueryClient();
  const router = useRouter();
  return async (from) => {
    forget(queries);
    await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
    router.history.replace(router.basepath.replace(/\/$/, "") + returnPath(from));
  };
}
