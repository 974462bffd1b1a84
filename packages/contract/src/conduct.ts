import { z } from "zod";

const Name = z.string().min(1);

/**
 * `GET /api/instruments/:digest/conduct`: what whoever asks must know beside the questionnaire; the same shape as
 * `Conduct` of @tiltas/instrument/conduct.
 */
export const Conduct = z.strictObject({ alone: z.array(Name), forOthers: z.array(Name) });
export type Conduct = z.infer<typeof Conduct>;
