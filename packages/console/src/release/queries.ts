import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { api } from "../shell/index.ts";

/** While figures are computed their progress is asked for this often, in milliseconds. */
const progressRenewal = 1_000;

export const candidatesQuery = (wave: string) =>
  queryOptions({
    queryKey: ["candidates", wave],
    queryFn: () => api.candidates(wave),
    refetchInterval: (query) =>
      query.state.data?.some(({ state }) => state === "running") ? progressRenewal : false,
  });

export const previewQuery = (candidate: string) =>
  queryOptions({
    queryKey: ["preview", candidate],
    queryFn: () => api.preview(candidate),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Waves whose figures this tab follows to their end, whichever page it shows. */
export const followedWavesQuery = queryOptions<readonly string[]>({
  queryKey: ["followed-waves"],
  queryFn: () => [],
  initialData: [],
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});

export function followWave(queries: QueryClient, wave: string) {
  queries.setQueryData(followedWavesQuery.queryKey, (followed = []) =>
    followed.includes(wave) ? followed : [...followed, wave],
  );
}
