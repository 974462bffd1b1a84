import { z } from "zod";

const Text = z.record(z.string(), z.string().min(1));

/** Why some items are asked, in the words of those who read it; one reason may stand for several items. */
export const Reason = z.strictObject({ items: z.array(z.string().min(1)).min(1), text: Text });
export type Reason = z.infer<typeof Reason>;

/** `reasons/N.json`: what "Why do you ask this?" says at single items. Numbered and append-only; the highest is in force. */
export const Reasons = z.strictObject({ number: z.int().min(1), reasons: z.array(Reason).min(1) });
export type Reasons = z.infer<typeof Reasons>;

/** The reason for asking one item; undefined where only the notice says why anything is asked. */
export function reasonFor(reasons: readonly Reason[], item: string): Reason["text"] | undefined {
  return reasons.find(({ items }) => items.includes(item))?.text;
}
