import { queryOptions } from "@tanstack/react-query";
import { api } from "../shell/index.ts";

/** How often an open page asks how tablets stand, in milliseconds. */
const renewal = 30_000;

export const tabletsQuery = queryOptions({
  queryKey: ["tablets"],
  queryFn: api.devices,
  refetchInterval: renewal,
});

export const casesQuery = (wave: string) =>
  queryOptions({ queryKey: ["cases", wave], queryFn: () => api.cases(wave), refetchInterval: renewal });
