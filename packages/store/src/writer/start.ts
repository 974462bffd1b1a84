import { Worker } from "node:worker_threads";
import type { Commit } from "../operations/index.ts";
import type { Answer } from "./listen.ts";
import { errorOf, type Outcome } from "./outcome.ts";

export interface WriterHandle {
  readonly commit: Commit;
  readonly warnings: readonly string[];
  close(): Promise<void>;
}

interface Waiting {
  resolve(result: never): void;
  reject(error: Error): void;
}

/** Starts the thread that owns the writing connection; `thread` is another program only in tests. */
export function startWriter(
  folder: string,
  thread: URL = new URL("./thread.ts", import.meta.url),
): Promise<WriterHandle> {
  const worker = new Worker(thread, { workerData: { folder } });
  const waiting = new Map<number, Waiting>();
  let stopped: Error | undefined;
  let lastId = 0;

  const settle = (id: number, outcome: Outcome) => {
    const request = waiting.get(id);
    waiting.delete(id);
    if ("failure" in outcome) request?.reject(errorOf(outcome.failure));
    else request?.resolve(outcome.result as never);
  };
  const commit: Commit = (name, argument) => {
    if (stopped) return Promise.reject(stopped);
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, write: { name, argument } });
    });
  };
  const exited = new Promise<void>((resolve) => {
    worker.once("exit", () => {
      stopped ??= new Error(
        "The writer has stopped; nothing more is taken until the server is started again.",
      );
      for (const request of waiting.values()) request.reject(stopped);
      waiting.clear();
      resolve();
    });
  });
  const close = async () => {
    stopped ??= new Error("The store is closed.");
    worker.postMessage("close");
    await exited;
  };

  return new Promise((resolve, reject) => {
    worker.on("error", (error) => {
      stopped ??= new Error(`The writer has stopped: ${messageOf(error)}`);
      reject(stopped);
    });
    worker.on("message", (answer: Answer) => {
      if ("ready" in answer) resolve({ commit, warnings: answer.ready, close });
      else for (const { id, outcome } of answer.outcomes) settle(id, outcome);
    });
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "no reason given";
}
