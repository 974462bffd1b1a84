import { queryOptions } from "@tanstack/react-query";
import { api } from "../shell/index.ts";

/** While a report is being computed its progress is asked for this often, in milliseconds. */
const progressRenewal = 1_000;

export const reportsQuery = (wave: string) =>
  queryOptions({
    queryKey: ["reports", wave],
    queryFn: () => api.reports(wave),
    refetchInterval: (query) =>
      query.state.data?.some((report) => report.state === "running") ? progressRenewal : false,
  });
