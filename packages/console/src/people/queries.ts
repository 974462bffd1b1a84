import { queryOptions } from "@tanstack/react-query";
import { api } from "../shell/index.ts";

export const peopleQuery = queryOptions({ queryKey: ["people"], queryFn: api.people });

export const municipalitiesQuery = queryOptions({
  queryKey: ["municipalities"],
  queryFn: api.municipalities,
  staleTime: Number.POSITIVE_INFINITY,
});
