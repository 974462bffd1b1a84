import { MessageChannel } from "node:worker_threads";
import { Piscina } from "piscina";
import type { ReportOutcome, ReportProgress, ReportTask, RunReport } from "./task.ts";

/** Reports at once; each may use so much memory (MiB). Others wait. */
const atOnce = 2;
const memoryEach = 1_536;

interface PoolOptions {
  readonly worker?: URL;
  readonly memory?: number;
}

/** Worker threads that make workbooks, so that the main thread only serves. */
export function createReportPool({
  worker = new URL("./worker.ts", import.meta.url),
  memory = memoryEach,
}: PoolOptions = {}): { run: RunReport; close(): Promise<void> } {
  const pool = new Piscina<{ task: ReportTask; port: MessageChannel["port1"] }, ReportOutcome>({
    filename: worker.href,
    minThreads: 0,
    maxThreads: atOnce,
    concurrentTasksPerWorker: 1,
    idleTimeout: 10_000,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  return {
    async run(task, signal, onProgress) {
      const { port1, port2 } = new MessageChannel();
      port1.on("message", (progress: ReportProgress) => onProgress(progress));
      try {
        return await pool.run({ task, port: port2 }, { signal, transferList: [port2] });
      } finally {
        port1.close();
      }
    },
    close: () => pool.destroy(),
  };
}
