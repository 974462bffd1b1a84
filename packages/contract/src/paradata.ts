import { z } from "zod";
import { Digest, Language, WaveId } from "./responses.ts";

/** What can happen during an interview; never what was answered. */
export const paradataKinds = [
  "page-shown",
  "answer-changed",
  "validation-shown",
  "language-changed",
  "focus-lost",
  "focus-regained",
  "back",
  "help-opened",
  "paused",
  "resumed",
  "finished",
] as const;

/** `at`: whole milliseconds of interview time on the device's monotonic clock, pauses between visits left out. */
export const ParadataEvent = z.strictObject({
  at: z.int().min(0),
  kind: z.enum(paradataKinds),
  /** Page of the instrument on which it happened. */
  page: z.string().max(64).optional(),
  /** Item it is about, such as the one whose answer changed. */
  item: z.string().max(64).optional(),
  language: Language.optional(),
});
export type ParadataEvent = z.infer<typeof ParadataEvent>;

/** Batches of one response, and events of one batch: five keys each, so that a full one stays below the keys of a message. */
export const batchesAtMost = 50;
export const eventsAtMost = 390;

/** `POST /api/paradata`: delivered apart from the answers and after them, in numbered batches; losing one loses no answer. */
export const ParadataBatch = z.strictObject({
  responseId: z.uuid(),
  wave: WaveId,
  instrument: Digest,
  batch: z.int().min(1).max(batchesAtMost),
  events: z.array(ParadataEvent).min(1).max(eventsAtMost),
});
export type ParadataBatch = z.infer<typeof ParadataBatch>;
