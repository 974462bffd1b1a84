import { backOff } from "./back-off.ts";
import type { Collector, Message } from "./ports.ts";
import { solvedProof } from "./proof.ts";
import { type SyncDecision, syncDecision } from "./sync-decision.ts";

/** What an attempt ends with: a proof that was asked for has been given by then. */
export type AttemptDecision = Exclude<SyncDecision, { kind: "proof-needed" }>;
export type FinalDecision = Exclude<AttemptDecision, { kind: "try-later" | "pair-again" }>;

export interface DeliveryTools {
  readonly collector: Collector;
  /** Resolves after the time, or sooner when the person presses “Send now” or the network returns. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Runs work while no other tab delivers. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
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
export async function deliver(message: Message, tools: DeliveryTools): Promise<FinalDecision | undefined> {
  for (let failures = 1; !tools.stopped(); failures++) {
    const decision = await tools.alone(() => attempt(message, tools.collector));
    if (decision.kind !== "try-later" && decision.kind !== "pair-again") return decision;
    tools.onWaiting();
    const afterSeconds = decision.kind === "try-later" ? decision.afterSeconds : undefined;
    await tools.pause(backOff(failures, tools.random(), afterSeconds));
  }
  return undefined;
}

/** One attempt; where the server asks for a proof of work, the proof and one more. */
export async function attempt(message: Message, collector: Collector): Promise<AttemptDecision> {
  const first = syncDecision(message, await collector.send(message));
  if (first.kind !== "proof-needed") return first;
  const proof = await solvedProof(first);
  const second = syncDecision(message, await collector.send(message, proof));
  return second.kind === "proof-needed" ? { kind: "try-later" } : second;
}
