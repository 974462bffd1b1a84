import { type QueryClient, queryOptions } from "@tanstack/react-query";

/** Waves whose reports this tab follows to their end, whichever page it shows. */
export const watchedWavesQuery = queryOptions<readonly string[]>({
  queryKey: ["watched-waves"],
  queryFn: () => [],
  initialData: [],
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});

export function watchWave(queries: QueryClient, wave: string) {
  queries.setQueryData(watchedWavesQuery.queryKey, (watched) => {
    const known = watched ?? [];
    return known.includes(wave) ? known : [...known, wave];
  });
}
