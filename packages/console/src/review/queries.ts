import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { ReviewState } from "@tiltas/contract/reviews";
import { api } from "../shell/index.ts";

/** Which responses a person looks at. */
export type Filter = "all" | "flagged" | ReviewState;

export const reviewsQuery = (wave: string, filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ["waves", wave, "reviews", filter],
    queryFn: ({ pageParam }) =>
      api.reviews(wave, {
        after: pageParam,
        ...(filter === "flagged" ? { flagged: "yes" } : filter === "all" ? {} : { state: filter }),
      }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });

export const lookQuery = (wave: string) =>
  queryOptions({ queryKey: ["waves", wave, "flags"], queryFn: () => api.lastLook(wave) });

export const setAsidesQuery = (wave: string) =>
  queryOptions({ queryKey: ["waves", wave, "set-asides"], queryFn: () => api.setAsides(wave) });
