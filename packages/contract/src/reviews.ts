import { z } from "zod";

/** States of a response: the first two follow from the intake's findings, the others from a person. */
export const ReviewState = z.enum(["received", "has-issues", "approved", "rejected"]);
export type ReviewState = z.infer<typeof ReviewState>;

/** Which states enter estimates; declared by the study before the wave. */
export const ReviewRule = z.strictObject({
  received: z.boolean(),
  "has-issues": z.boolean(),
  approved: z.boolean(),
  rejected: z.literal(false),
});
export type ReviewRule = z.infer<typeof ReviewRule>;
export const standardReviewRule: ReviewRule = {
  received: true,
  "has-issues": false,
  approved: true,
  rejected: false,
};

/** A response as reviewers see it: what the plan objected to, never the answers. */
export const ReviewedResponse = z.strictObject({
  responseId: z.uuid(),
  revision: z.int(),
  state: ReviewState,
  receivedOn: z.iso.date(),
  language: z.string(),
  mode: z.string(),
  channel: z.string().nullable(),
  findings: z.array(z.strictObject({ path: z.string(), reason: z.string() })),
  /** Signs of fabrication, such as "identical-run" or "time-burst". */
  flags: z.array(z.string()),
  history: z.array(
    z.strictObject({ state: ReviewState, reason: z.string(), by: z.string(), at: z.iso.datetime() }),
  ),
});
export type ReviewedResponse = z.infer<typeof ReviewedResponse>;

/** `GET /api/staff/waves/:wave/reviews?state=&after=`. */
export const ReviewPage = z.strictObject({
  counts: z.record(ReviewState, z.int()),
  rule: ReviewRule,
  responses: z.array(ReviewedResponse),
  next: z.int().nullable(),
});
export type ReviewPage = z.infer<typeof ReviewPage>;

/** `POST /api/staff/responses/:id/review`: a decision and its reason. */
export const ReviewDecision = z.strictObject({
  state: z.enum(["received", "has-issues", "approved", "rejected"]),
  reason: z.string().trim().min(1).max(500),
});

/** A channel and period that staff set aside, or think of setting aside. Hours, UTC; from included, until excluded. */
export const SetAside = z.strictObject({
  channel: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .nullable(),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  reason: z.string().trim().min(1).max(500),
});
export type SetAside = z.infer<typeof SetAside>;

/** What setting aside would change: working estimates of the headline indicators, with and without. Not released. */
export const SetAsidePreview = z.strictObject({
  responses: z.int(),
  of: z.int(),
  indicators: z.array(
    z.strictObject({
      id: z.string(),
      label: z.record(z.string(), z.string()),
      with: z.strictObject({ value: z.number().nullable(), n: z.int() }),
      without: z.strictObject({ value: z.number().nullable(), n: z.int() }),
    }),
  ),
});
export type SetAsidePreview = z.infer<typeof SetAsidePreview>;
