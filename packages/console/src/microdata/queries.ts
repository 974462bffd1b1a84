import { queryOptions } from "@tanstack/react-query";
import { api } from "../shell/index.ts";

/** While a file is being made the register is asked this often, in milliseconds. */
const renewal = 1_000;

export const microdataQuery = (wave: string) =>
  queryOptions({
    queryKey: ["microdata", wave],
    queryFn: () => api.microdata(wave),
    refetchInterval: (query) =>
      query.state.data?.some(({ state }) => state === "running") ? renewal : false,
  });
