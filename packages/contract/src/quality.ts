import { z } from "zod";

const Text = z.record(z.string(), z.string());

/** `GET /api/staff/waves/:wave/quality`: response quality as the newest finished computation of the wave found it. Never a count below ten. */
export const ResponseQuality = z.strictObject({
  candidate: z.uuid().nullable(),
  computedAt: z.iso.datetime().nullable(),
  outdated: z.boolean(),
  /** Interviews that entered. */
  respondents: z.int().nullable(),
  /** Responses left out of estimates, by reason (a review state, "set-aside", "withdrawn"); null: fewer than ten. */
  exclusions: z.record(z.string(), z.int().nullable()),
  /** Respondents by language, mode and channel. */
  counts: z.array(
    z.strictObject({ dimension: z.string(), code: z.string(), label: Text, respondents: z.int() }),
  ),
  /** Shares of those who were asked, largest first. */
  items: z.array(z.strictObject({ item: z.string(), label: Text, nonresponse: z.number() })),
  /** Shares of interviews that ended on a page, in the order of the pages. */
  breakOff: z.array(z.strictObject({ page: z.string(), label: Text, share: z.number() })),
  /** Seconds on a page, in the order of the pages; empty where no paradata are kept. */
  times: z.array(
    z.strictObject({ page: z.string(), label: Text, median: z.number(), slowestTenth: z.number() }),
  ),
});
export type ResponseQuality = z.infer<typeof ResponseQuality>;
