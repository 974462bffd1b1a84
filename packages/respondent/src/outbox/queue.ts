import { backOff } from "./back-off.ts";
import { type AttemptDecision, attempt } from "./delivery.ts";
import { type Collector, idOf, type Outbox, type Waiting } from "./ports.ts";

/** What can be said about the queue at this moment. */
export type QueueState =
  | { readonly kind: "empty" }
  | { readonly kind: "sending"; readonly waiting: readonly Waiting[] }
  /** Nothing came back, or the server asked for time; the next attempt is at `nextAt`. */
  | { readonly kind: "later"; readonly waiting: readonly Waiting[]; readonly nextAt: Date }
  /** What is left was refused, and a person has to help. */
  | { readonly kind: "set-aside"; readonly waiting: readonly Waiting[] }
  /** The office no longer knows this tablet. Everything stays; after pairing again it is sent. */
  | { readonly kind: "pair-again"; readonly waiting: readonly Waiting[] };

export interface QueueTools {
  readonly outbox: Outbox;
  readonly collector: Collector;
  /** Resolves after the time, or sooner when the person presses "Send now" or the network returns. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Runs work while no other tab delivers. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly random: () => number;
  readonly now: () => Date;
  readonly stopped: () => boolean;
  readonly onState?: (state: QueueState) => void;
  /** Called when the device has done what was decided. */
  readonly onDecision?: (waiting: Waiting, decision: AttemptDecision) => void;
}

/**
 * Sends what waits, oldest first, one at a time over all tabs, until nothing is left that waiting could mend.
 * After a failure the next in line is tried, so that one response that cannot be taken does not hold up the others.
 * The whole queue is read once a round and after every pause, not for every response: a tablet may hold thousands.
 */
export async function drain(tools: QueueTools): Promise<QueueState> {
  const { outbox, now } = tools;
  const tried = new Set<string>();
  let failures = 0;
  let queue = await outbox.queue();
  while (!tools.stopped()) {
    const next = nextOf(queue, tried);
    if (next === undefined) {
      const newest = await outbox.queue();
      if (!newest.some(isSendable)) return said(tools, atRest(newest));
      queue = newest;
      continue;
    }
    said(tools, { kind: "sending", waiting: queue });
    const decision = await tools.alone(() => deliverOne(next, tools));
    if (decision?.kind === "pair-again") return said(tools, { kind: "pair-again", waiting: queue });
    failures = decision?.kind === "try-later" ? failures + 1 : 0;
    if (decision?.kind !== "try-later") {
      queue = queue.filter((waiting) => waiting !== next);
      continue;
    }
    const wait = backOff(failures, tools.random(), decision.afterSeconds);
    said(tools, { kind: "later", waiting: queue, nextAt: new Date(now().getTime() + wait) });
    await tools.pause(wait);
    queue = await outbox.queue();
  }
  return { kind: "later", waiting: await outbox.queue(), nextAt: now() };
}

function said({ onState }: QueueTools, state: QueueState): QueueState {
  onState?.(state);
  return state;
}

/** The oldest that was not tried in this round; when all were, a new round begins. */
function nextOf(queue: readonly Waiting[], tried: Set<string>): Waiting | undefined {
  const sendable = queue.filter(isSendable);
  let next = sendable.find(({ message }) => !tried.has(idOf(message)));
  if (next === undefined) {
    tried.clear();
    next = sendable[0];
  }
  if (next !== undefined) tried.add(idOf(next.message));
  return next;
}

const isSendable = ({ setAside }: Waiting) => setAside === undefined;

function atRest(queue: readonly Waiting[]): QueueState {
  return queue.length === 0 ? { kind: "empty" } : { kind: "set-aside", waiting: queue };
}

/** One attempt, and what follows from it on this device; undefined when another tab was quicker. */
async function deliverOne(next: Waiting, tools: QueueTools): Promise<AttemptDecision | undefined> {
  const { outbox, collector, onDecision } = tools;
  if (!(await outbox.holds(next))) return undefined;
  const decision = await attempt(next.message, collector);
  if (decision.kind === "set-aside") await outbox.put({ ...next, setAside: decision.problem });
  else if (decision.kind !== "try-later" && decision.kind !== "pair-again")
    await outbox.release(next, decision.kind === "delivered");
  onDecision?.(next, decision);
  return decision;
}
