import { Worker } from "node:worker_threads";
import type { Place } from "@tiltas/store/open";
import type { Looked } from "./look.ts";

/** Looks at the folder elsewhere than on the thread that serves; ends early when the signal says so. */
export type Look = (place: Place, now: Date, signal: AbortSignal) => Promise<Looked>;

export const lookInThread: Look = (place, now, signal) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./thread.ts", import.meta.url), {
      workerData: { place, now: now.getTime() },
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("The check of the data ended early.")));
    signal.addEventListener("abort", () => void worker.terminate(), { once: true });
  });
