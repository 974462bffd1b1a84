import { Worker } from "node:worker_threads";
import { makeOutput, type OutputFiles, type OutputTask } from "./outputs.ts";

/** Makes outputs one after another, or in as many threads as are given. @returns their files in the order of the tasks */
export async function makeOutputs(tasks: readonly OutputTask[], threads: number): Promise<OutputFiles[]> {
  const made: OutputFiles[] = [];
  const make = threads < 2 ? makeOutput : inThread;
  let next = 0;
  const work = async () => {
    for (let at = next++; at < tasks.length; at = next++) made[at] = await make(tasks[at]!);
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(threads, tasks.length)) }, work));
  return made;
}

function inThread(task: OutputTask): Promise<OutputFiles> {
  const worker = new Worker(new URL("./output-thread.ts", import.meta.url), { workerData: task });
  return new Promise<OutputFiles>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("A thread that writes a release has ended.")));
  }).finally(() => worker.terminate());
}
