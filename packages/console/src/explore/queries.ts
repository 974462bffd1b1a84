import { queryOptions } from "@tanstack/react-query";
import { api, type Cut } from "../shell/index.ts";

/** A release never changes: what was read of it stays read. */
const frozen = { staleTime: Number.POSITIVE_INFINITY };

export const releasesQuery = (wave: string) =>
  queryOptions({ queryKey: ["releases", wave], queryFn: () => api.releases(wave) });

/** One release, by its wave and number. */
export interface Edition {
  readonly wave: string;
  readonly number: number;
}

export const frameQuery = ({ wave, number }: Edition) =>
  queryOptions({ queryKey: ["frame", wave, number], queryFn: () => api.frame(wave, number), ...frozen });

export const cellsQuery = ({ wave, number }: Edition, cut: Cut) =>
  queryOptions({
    queryKey: ["cells", wave, number, cut],
    queryFn: () => api.cells(wave, number, cut),
    ...frozen,
  });

export const trendQuery = ({ wave, number }: Edition, cut: Cut) =>
  queryOptions({ queryKey: ["trend", wave, number, cut], queryFn: () => api.trend(wave, number, cut) });

export const compareQuery = ({ wave, number }: Edition, two: Cut & { one: string; other: string }) =>
  queryOptions({
    queryKey: ["compare", wave, number, two],
    queryFn: () => api.compare(wave, number, two),
    ...frozen,
  });
