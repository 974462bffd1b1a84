import { queryOptions } from "@tanstack/react-query";
import { api } from "../shell/index.ts";

/** How often an open wave page asks for the number of responses, in milliseconds. */
const countRenewal = 5_000;

export const wavesQuery = queryOptions({ queryKey: ["waves"], queryFn: api.waves });

export const waveQuery = (wave: string) =>
  queryOptions({ queryKey: ["waves", wave], queryFn: () => api.wave(wave), refetchInterval: countRenewal });
