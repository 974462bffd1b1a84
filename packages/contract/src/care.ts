import { z } from "zod";

/** What the nightly look at the data found. */
export const Care = z.strictObject({
  checkedAt: z.iso.datetime(),
  receipts: z.int(),
  responses: z.int(),
  /** Responses and files that are not as they were acknowledged; 0 is what it should be. */
  findings: z.int(),
  sentences: z.array(z.string()).readonly(),
  /** The first responses concerned; all of them are listed by `npx tiltas admin verify`. */
  responseIds: z.array(z.string()).readonly(),
  /** Classes of data of which something is past its term. */
  due: z.array(z.string()).readonly(),
});
export type Care = z.infer<typeof Care>;

/** `GET /api/staff/care`: the last look; null until there was one since the start. */
export const LatestCare = z.strictObject({ latest: Care.nullable() });
