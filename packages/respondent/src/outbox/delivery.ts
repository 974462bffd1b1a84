import type { ResponseUpload } from "@tiltas/contract/responses";
import { backOff } from "./back-off.ts";
import type { Collector } from "./ports.ts";
import { type SyncDecision, syncDecision } from "./sync-decision.ts";

export type FinalDecision = Exclude<SyncDecision, { kind: "try-later" }>;

export interface DeliveryTools {
  readonly collector: Collector;
  /** Resolves after the time, or sooner when the person presses “Send now” or the network returns. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly random: () => number;
  readonly onWaiting: () => void;
  /** True when nobody is waiting for the outcome any more. */
  readonly stopped: () => boolean;
}

/**
 * Sends one response again and again until the server has spoken about it.
 *
 * @returns the decision that ends the attempts, or undefined when stopped before
 */
export async function deliver(
  upload: ResponseUpload,
  tools: DeliveryTools,
): Promise<FinalDecision | undefined> {
  for (let failures = 1; !tools.stopped(); failures++) {
    const decision = syncDecision(upload, await tools.collector.send(upload));
    if (decision.kind !== "try-later") return decision;
    tools.onWaiting();
    await tools.pause(backOff(failures, tools.random(), decision.afterSeconds));
  }
  return undefined;
}
