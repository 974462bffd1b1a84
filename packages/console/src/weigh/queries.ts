import { queryOptions } from "@tanstack/react-query";
import { api } from "../shell/index.ts";

export const marginsQuery = (wave: string) =>
  queryOptions({ queryKey: ["margins", wave], queryFn: () => api.margins(wave) });

export const weighingQuery = (wave: string) =>
  queryOptions({ queryKey: ["weighing", wave], queryFn: () => api.weighing(wave) });

export const planQuery = (wave: string) =>
  queryOptions({ queryKey: ["plan", wave], queryFn: () => api.plan(wave) });
