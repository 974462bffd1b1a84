import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Agreement } from "@tiltas/instrument/agreement";

/** What a thread is given. */
export interface Trial {
  readonly questionnaire: unknown;
  readonly runs: number;
  readonly seed: number;
  readonly now: Date;
}

/** What a thread says: how many runs are done, or the end. */
export type ThreadMessage = { readonly done: number } | { readonly agreement: Agreement };

/** Longest time without a sign of life (50 runs), and memory of one thread. */
const limits = { silence: 300_000, megabytes: 2048 };

/**
 * Runs trials in as many threads as there are cores.
 *
 * @returns in the order of the trials, what each comes to as soon as it ends
 */
export function inThreads(
  trials: readonly Trial[],
  onProgress: (trial: number, done: number) => void,
): Promise<Agreement>[] {
  const results = trials.map(() => Promise.withResolvers<Agreement>());
  const waiting = trials.entries();
  const work = async () => {
    const lane = new Lane();
    for (const [i, trial] of waiting)
      results[i]?.resolve(await lane.run(trial, (done) => onProgress(i, done)));
    await lane.close();
  };
  for (let i = 0; i < Math.min(availableParallelism(), trials.length); i++) void work();
  return results.map(({ promise }) => promise);
}

/** One thread after another: a trial that stops answering, or breaks its thread, ends as a disagreement that says so. */
class Lane {
  private thread: Worker | undefined;

  async run(trial: Trial, onProgress: (done: number) => void): Promise<Agreement> {
    this.thread ??= new Worker(new URL("./trial-thread.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    });
    const agreement = await outcomeOf(this.thread, trial, onProgress);
    if (typeof agreement !== "string") return agreement;
    await this.close();
    return broken(agreement);
  }

  async close(): Promise<void> {
    await this.thread?.terminate();
    this.thread = undefined;
  }
}

/** What a trial came to, or in a sentence why it came to nothing. */
function outcomeOf(
  thread: Worker,
  trial: Trial,
  onProgress: (done: number) => void,
): Promise<Agreement | string> {
  return new Promise((resolve) => {
    const giveUp = () => end(`Nothing came for ${limits.silence / 1000} seconds.`);
    const listen = (message: ThreadMessage) => {
      if ("agreement" in message) return end(message.agreement);
      watch.refresh();
      onProgress(message.done);
    };
    const fail = (error: Error) => end(`The trial broke: ${error.message}`);
    const watch = setTimeout(giveUp, limits.silence);
    const end = (outcome: Agreement | string) => {
      clearTimeout(watch);
      thread.off("message", listen).off("error", fail);
      resolve(outcome);
    };
    thread.on("message", listen).on("error", fail).postMessage(trial);
  });
}

function broken(text: string): Agreement {
  const none = { seen: 0, of: 0 };
  return {
    compiled: true,
    refusals: [],
    passedOver: [],
    runs: 0,
    disagreeingRuns: 1,
    disagreements: [{ runs: 1, answers: {}, differences: [{ aspect: "failure", path: "", text }] }],
    failures: [],
    faults: {},
    coverage: { conditions: none, rules: none, missing: [], unreachable: [] },
  };
}
