import { queryOptions } from "@tanstack/react-query";
import { api } from "../shell/index.ts";

export const peopleQuery = queryOptions({ queryKey: ["people"], queryFn: api.people });
