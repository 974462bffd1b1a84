import { z } from "zod";
import { FigureUnit } from "./explore.ts";

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
  /** Of the hour (UTC), for comparing with what is set aside. */
  receivedAt: z.iso.datetime(),
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

/** `GET /api/staff/waves/:wave/reviews?state=&flagged=yes&after=`. */
export const ReviewPage = z.strictObject({
  counts: z.record(ReviewState, z.int()),
  rule: ReviewRule,
  responses: z.array(ReviewedResponse),
  /** What `after` is for the next page; null on the last one. */
  next: z.int().nullable(),
});
export type ReviewPage = z.infer<typeof ReviewPage>;

/** `POST /api/staff/waves/:wave/reviews`: a decision about the revision that was looked at, and its reason. */
export const ReviewDecision = z.strictObject({
  responseId: z.uuid(),
  revision: z.int32().min(1),
  state: z.enum(["received", "has-issues", "approved", "rejected"]),
  reason: z.string().trim().min(1).max(500),
});
export type ReviewDecision = z.infer<typeof ReviewDecision>;

/** A channel and period that staff set aside, or think of setting aside. Hours, UTC; from included, until excluded. */
const Period = z.strictObject({
  channel: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .nullable(),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
});
const isInOrder = ({ from, until }: { from: string; until: string }) => from < until;
const outOfOrder = { path: ["until"], error: "lies not after the beginning" };

/** `POST /api/staff/waves/:wave/set-asides/preview`. */
export const SetAsideQuestion = Period.refine(isInOrder, outOfOrder);
export type SetAsideQuestion = z.infer<typeof SetAsideQuestion>;

/** `POST /api/staff/waves/:wave/set-asides`. */
export const SetAside = z
  .strictObject({ ...Period.shape, reason: z.string().trim().min(1).max(500) })
  .refine(isInOrder, outOfOrder);
export type SetAside = z.infer<typeof SetAside>;

/** One of `GET /api/staff/waves/:wave/set-asides`; `DELETE …/set-asides/:id` lifts it, and it stays listed. */
export const SetAsideShown = z.strictObject({
  ...Period.shape,
  id: z.uuid(),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  liftedAt: z.iso.datetime().nullable(),
});
export type SetAsideShown = z.infer<typeof SetAsideShown>;

/**
 * What setting aside would change: working estimates of the headline indicators in the country, with and without. Not
 * released. Empty where too few responses are covered, or too few remain.
 */
export const SetAsidePreview = z.strictObject({
  responses: z.int(),
  of: z.int(),
  indicators: z.array(
    z.strictObject({
      id: z.string(),
      label: z.record(z.string(), z.string()),
      unit: FigureUnit,
      with: z.strictObject({ value: z.number().nullable(), n: z.int() }),
      without: z.strictObject({ value: z.number().nullable(), n: z.int() }),
    }),
  ),
  /** One sentence where the figures could not be made, such as margins that do not fit: what to do next. */
  failure: z.string().nullable(),
});
export type SetAsidePreview = z.infer<typeof SetAsidePreview>;

/** `POST /api/staff/waves/:wave/flags` looks for signs of fabrication, which may take a minute. */
export const FlagReport = z.strictObject({
  at: z.iso.datetime(),
  responses: z.int(),
  /** Responses with the very same answers, largest run first. */
  runs: z.array(
    z.strictObject({
      responses: z.int(),
      items: z.int(),
      channels: z.array(z.string().nullable()),
      from: z.iso.datetime(),
      until: z.iso.datetime(),
      ids: z.array(z.string()),
    }),
  ),
  /** Responses of interviews that went faster than one can read. */
  speeders: z.array(z.string()),
  /** Hours in which a channel brought far more than it usually does. */
  bursts: z.array(
    z.strictObject({
      channel: z.string().nullable(),
      hour: z.iso.datetime(),
      responses: z.int(),
      usual: z.number(),
    }),
  ),
});
export type FlagReport = z.infer<typeof FlagReport>;

/** `GET /api/staff/waves/:wave/flags`: what was last found; null before the first look. */
export const LastLook = z.strictObject({ last: FlagReport.nullable() });
export type LastLook = z.infer<typeof LastLook>;
