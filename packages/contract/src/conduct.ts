import { Reason } from "@tiltas/instrument/definition";
import { z } from "zod";

/** `GET /api/recordings/<SHA-256>.mp3`: an item read aloud; what lies there never changes. */
export const recordingAddress = /^\/api\/recordings\/[0-9a-f]{64}\.(?:mp3|m4a)$/;

const Name = z.string().min(1);

/**
 * `GET /api/instruments/:digest/conduct`: what whoever asks must know beside the questionnaire; the same shape as
 * `Conduct` of @tiltas/instrument/conduct.
 */
export const Conduct = z.strictObject({
  alone: z.array(Name),
  forOthers: z.array(Name),
  reasons: z.array(Reason).default([]),
  recordings: z.record(Name, z.record(z.string(), z.string().regex(recordingAddress))).default({}),
});
export type Conduct = z.infer<typeof Conduct>;
