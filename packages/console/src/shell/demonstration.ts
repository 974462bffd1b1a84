import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "./api/resources.ts";
import { useSession } from "./session.ts";

const hintQuery = queryOptions({
  queryKey: ["demonstration"],
  queryFn: () => api.demonstration().catch(() => false),
  staleTime: Number.POSITIVE_INFINITY,
});

/** True where everything shown is invented; before sign-in as far as the server says so openly. */
export function useDemonstration(): boolean {
  const signedIn = useSession();
  const hint = useQuery(hintQuery).data ?? false;
  return signedIn?.session.demonstration ?? hint;
}
