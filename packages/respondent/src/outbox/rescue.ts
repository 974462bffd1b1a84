import type { RescueFile, SealedResponse, SealingKey } from "@tiltas/contract/sealing";
import type { Waiting } from "./ports.ts";
import { sealResponse } from "./seal-response.ts";

export interface Rescue {
  /** Says nothing about where it comes from: `queue-2026-11-22.json`. */
  readonly name: string;
  readonly text: string;
  /** How many could not be put in: their wave has no key to seal to. */
  readonly leftOut: number;
}

/**
 * Everything that waits, as a file for the office: sealed, so that whoever finds the file can read nothing in it. Needs
 * no network. The responses stay on the device too, until their receipts come.
 *
 * @param keyOf  where responses of a wave are sealed to, as far as this page knows
 */
export async function rescueFile(
  waiting: readonly Waiting[],
  keyOf: (wave: string) => SealingKey | null,
  now: Date,
): Promise<Rescue> {
  const sealed = await Promise.all(waiting.map(({ message }) => sealedMessage(message, keyOf)));
  const responses = sealed.filter((response) => response !== undefined);
  const file: RescueFile = { format: "tiltas sealed responses 1", responses };
  return {
    name: `queue-${now.toISOString().slice(0, 10)}.json`,
    text: `${JSON.stringify(file)}\n`,
    leftOut: waiting.length - responses.length,
  };
}

async function sealedMessage(
  message: Waiting["message"],
  keyOf: (wave: string) => SealingKey | null,
): Promise<SealedResponse | undefined> {
  if ("sealed" in message) return message;
  const study = keyOf(message.wave);
  return study === null ? undefined : sealResponse(message, study);
}
