import { Piscina } from "piscina";
import type { LookInto, ReviewTask } from "./task.ts";

/** MiB that one look into a wave may use. */
const memory = 1_536;

/** A worker thread that looks into waves, one at a time; it ends when nobody asks. */
export function createReviewPool(): { lookInto: LookInto; close(): Promise<void> } {
  const pool = new Piscina<ReviewTask, never>({
    filename: new URL("./worker.ts", import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    concurrentTasksPerWorker: 1,
    idleTimeout: 10_000,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  const run = (task: ReviewTask) => pool.run(task);
  return {
    lookInto: {
      flags: (asked) => run({ ...asked, without: null }),
      preview: run,
    },
    close: () => pool.destroy(),
  };
}
