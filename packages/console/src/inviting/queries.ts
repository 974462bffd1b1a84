import { queryOptions } from "@tanstack/react-query";
import { api } from "../shell/index.ts";

/** How many codes of a wave were made and used, by channel and day. */
export const codesQuery = (wave: string) =>
  queryOptions({ queryKey: ["codes", wave], queryFn: () => api.codes(wave) });
