import { z } from "zod";

const Text = z.record(z.string(), z.string().min(1));

/**
 * `notice/N.json`: what a person is told before being asked to take part, and the words of consent.
 * Numbered and append-only; a consent record names the number and the digest.
 */
export const Notice = z.strictObject({
  number: z.int().min(1),
  title: Text,
  /** Short points; each opens to its detail in place. */
  points: z.array(z.strictObject({ heading: Text, detail: Text })).min(3),
  consent: z.strictObject({ question: Text, agree: Text, decline: Text, declined: Text }),
});
export type Notice = z.infer<typeof Notice>;
