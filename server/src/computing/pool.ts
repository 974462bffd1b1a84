import { MessageChannel, type MessagePort } from "node:worker_threads";
import { Piscina } from "piscina";
import type { Compute, ComputingProgress, Task } from "./task.ts";

/** MiB that one task may use. */
const memory = 1_536;

/** What takes minutes; the rest takes seconds and does not wait for it. */
const long = new Set<Task["kind"]>(["prepare-release", "make-microdata"]);
export const isLong = ({ kind }: Task) => long.has(kind);

interface PoolOptions {
  readonly worker?: URL;
  readonly memory?: number;
}

/** Worker threads for releases and what belongs to them: one for long work, one for short. */
export function createComputing({
  worker = new URL("./worker.ts", import.meta.url),
  memory: most = memory,
}: PoolOptions = {}): { compute: Compute; close(): Promise<void> } {
  const threads = () =>
    new Piscina<{ task: Task; port: MessagePort }, never>({
      filename: worker.href,
      minThreads: 0,
      maxThreads: 1,
      concurrentTasksPerWorker: 1,
      idleTimeout: 10_000,
      resourceLimits: { maxOldGenerationSizeMb: most },
    });
  const [patient, prompt] = [threads(), threads()];
  return {
    async compute(task, { signal, onProgress } = {}) {
      const { port1, port2 } = new MessageChannel();
      port1.on("message", (progress: ComputingProgress) => onProgress?.(progress));
      const pool = isLong(task) ? patient : prompt;
      try {
        return await pool.run({ task, port: port2 }, { transferList: [port2], ...(signal && { signal }) });
      } finally {
        port1.close();
      }
    },
    close: async () => void (await Promise.all([patient.destroy(), prompt.destroy()])),
  };
}
