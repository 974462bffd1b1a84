import { Worker } from "node:worker_threads";
import type { Estimate } from "../estimate.ts";
import type { Measurement } from "../measurement.ts";
import type { EstimationOptions } from "../options.ts";
import type { Arrangement } from "../units/arrangement.ts";
import { inPasses } from "../units/row-sums.ts";
import { inSharedMemory } from "./shared-memory.ts";
import { sentMeasurement, type ThreadedEstimates, type ThreadTask } from "./thread-messages.ts";

/** Worker threads that estimate; they keep the arrangement of their last task. */
export interface EstimationThreads {
  /**
   * Estimates by variable, then by domain, as the function of one thread gives them, to the last bit: work is divided
   * by variable. Rows lie in shared memory; what is not there yet is copied to it once.
   *
   * @throws what the function of one thread throws; an Error when a thread ends
   */
  estimate<What extends keyof ThreadedEstimates>(
    what: What,
    arrangement: ThreadedEstimates[What],
    measurements: readonly Measurement[],
    options?: EstimationOptions,
  ): Promise<Estimate[][]>;
  close(): Promise<void>;
}

/** Starts threads for large samples; close them when done. Below some 100,000 rows one thread alone is as quick. */
export function openEstimationThreads(count: number): EstimationThreads {
  const threads = Array.from({ length: count }, startThread);
  return {
    async estimate(what, arrangement, measurements, options = {}) {
      const passes = inPasses(measurements, (some) => [some]);
      const results: Estimate[][][] = [];
      const shared = sharedArrangement(arrangement);
      let next = 0;
      /** Two of these per thread, so that its next task waits for it while its answer is read. */
      const work = async (thread: Thread) => {
        for (let pass = next++; pass < passes.length; pass = next++)
          results[pass] = await thread.run(shared, {
            what,
            measurements: passes[pass]!.map((one) => inSharedMemory(sentMeasurement(one))),
            options,
          });
      };
      await Promise.all([...threads, ...threads].map(work));
      return results.flat();
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

const sharedArrangements = new WeakMap<Arrangement, Arrangement>();

/** One shared copy per arrangement, by which threads know that they have it. */
function sharedArrangement(arrangement: Arrangement): Arrangement {
  const known = sharedArrangements.get(arrangement) ?? inSharedMemory(arrangement);
  sharedArrangements.set(arrangement, known);
  return known;
}

interface Thread {
  run(arrangement: Arrangement, task: Omit<ThreadTask, "arrangement">): Promise<Estimate[][]>;
  close(): Promise<void>;
}

type Answer = { readonly estimates: Estimate[][] } | { readonly failure: unknown };

interface Waiting {
  resolve(estimates: Estimate[][]): void;
  reject(failure: unknown): void;
}

/** Answers tasks in the order in which they were asked for. */
function startThread(): Thread {
  const worker = new Worker(new URL("./thread.ts", import.meta.url));
  const waiting: Waiting[] = [];
  let held: Arrangement | undefined;
  let ended: unknown;
  const end = (failure: unknown) => {
    ended ??= failure;
    for (const one of waiting.splice(0)) one.reject(ended);
  };
  worker.on("error", end);
  worker.on("exit", () => end(new Error("A thread that estimates has ended. Open new threads.")));
  worker.on("message", (answer: Answer) => {
    const one = waiting.shift();
    if ("failure" in answer) one?.reject(answer.failure);
    else one?.resolve(answer.estimates);
  });
  return {
    run: (arrangement, task) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) return reject(ended);
        worker.postMessage(arrangement === held ? task : { ...task, arrangement });
        held = arrangement;
        waiting.push({ resolve, reject });
      }),
    async close() {
      await worker.terminate();
    },
  };
}
