import { z } from "zod";

/** `POST /api/staff/waves/:wave/reports` → 202 Report. */
export const ReportRequest = z.strictObject({ language: z.enum(["lt", "en"]) });
export type ReportRequest = z.infer<typeof ReportRequest>;

/** Steps of the computation, in order; the console shows them as a bar. */
export const ReportStep = z.enum(["waiting", "reading", "weighting", "estimating", "releasing", "writing"]);
export type ReportStep = z.infer<typeof ReportStep>;

/** `GET /api/staff/reports/:id`, and rows of `GET /api/staff/waves/:wave/reports`, newest first. `GET …/:id/workbook` downloads. `DELETE …/:id` cancels. */
export const Report = z.strictObject({
  id: z.string(),
  wave: z.string(),
  language: z.enum(["lt", "en"]),
  state: z.enum(["running", "finished", "failed", "cancelled"]),
  step: ReportStep,
  /** 0 to 1. */
  progress: z.number().min(0).max(1),
  requestedAt: z.iso.datetime(),
  /** Responses that entered; present when finished. */
  respondents: z.int().nullable(),
  /** One sentence when failed: what happened and what to do next. */
  failure: z.string().nullable(),
});
export type Report = z.infer<typeof Report>;
