import type { SealingKey } from "@tiltas/contract/sealing";
import { enveloped, type Finished } from "./envelope.ts";
import type { Afterwards, Waiting } from "./ports.ts";
import { sealResponse } from "./seal-response.ts";

/**
 * Makes a finished interview ready to wait and to travel: sealed to the study where the study has a key.
 *
 * @param hour  in which it ended, `2026-11-22T10:00:00Z`
 */
export async function finish(
  finished: Finished,
  study: SealingKey | null,
  hour: string,
  afterwards?: Afterwards,
): Promise<Waiting> {
  const upload = enveloped(finished);
  const message = study === null ? upload : await sealResponse(upload, study);
  return { message, madeAt: hour, afterwards };
}
