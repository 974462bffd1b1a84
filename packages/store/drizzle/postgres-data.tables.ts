/** The tables by name, as drizzle-kit wants to find them. */
import { postgresData } from "../src/tables/index.ts";

export const {
  keyMarks,
  instruments,
  instrumentFiles,
  studies,
  waves,
  responses,
  quarantine,
  dailyCounts,
  reports,
  withdrawals,
  reviews,
  lastLooks,
  setAsides,
  codes,
  devices,
  cases,
  resumes,
  marginsUploads,
  analysisPlans,
  candidates,
  candidateSignatures,
  releases,
  microdataExports,
} = postgresData;
