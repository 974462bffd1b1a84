import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Commit } from "../operations/index.ts";
import { WriterThread } from "./writer-thread.ts";

export interface WriterHandle {
  readonly commit: Commit;
  readonly warnings: readonly string[];
  check(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts the thread that owns the writing connection, and starts it again whenever it has died: a new one opens the files anew,
 * so that it stands on what is on the disk. Until then whoever writes is told at once that nothing can be kept.
 * @param thread  another program, only in tests
 * @param tell  takes sentences for whoever runs the server
 */
export async function startWriter(
  folder: string,
  thread: URL = new URL("./thread.ts", import.meta.url),
  tell: (sentence: string) => void = () => undefined,
): Promise<WriterHandle> {
  const start = () => new WriterThread(new Worker(thread, { workerData: { folder } }));
  const first = start();
  const warnings = await first.ready;
  const standing = new StandingWriter(first, start, tell);
  return {
    commit: (name, argument) => standing.thread.commit(name, argument),
    warnings,
    check: () => standing.thread.check(),
    close: () => standing.close(),
  };
}

/** Milliseconds before each new try; a writer that lived a minute has earned the first one again. */
const pauses = [0, 250, 1_000, 2_000] as const;
const longLife = 60_000;

/** The writer as the store sees it: one thread after another. */
class StandingWriter {
  /** The living thread, or the one that died last. */
  thread: WriterThread;
  readonly #start: () => WriterThread;
  readonly #tell: (sentence: string) => void;
  readonly #closing = new AbortController();
  readonly #standing: Promise<void>;

  constructor(first: WriterThread, start: () => WriterThread, tell: (sentence: string) => void) {
    this.thread = first;
    this.#start = start;
    this.#tell = tell;
    this.#standing = this.#stand();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.thread.close();
    await this.#standing;
  }

  async #stand(): Promise<void> {
    let tries = 0;
    while (!this.#closing.signal.aborted) {
      const since = performance.now();
      const { message } = await this.thread.ended;
      if (this.#closing.signal.aborted) return;
      this.#tell(`${message.replace(/\.?$/, ".")} It is started again.`);
      tries = await this.#startAgain(performance.now() - since > longLife ? 0 : tries);
    }
  }

  /** @returns how many tries there have been since the writer last stood for long */
  async #startAgain(tried: number): Promise<number> {
    const { signal } = this.#closing;
    for (let tries = tried; !signal.aborted; tries++) {
      const wait = pauses[Math.min(tries, pauses.length - 1)];
      await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) break;
      const next = this.#start();
      const warnings = await next.ready.catch(() => undefined);
      if (warnings === undefined) continue;
      this.thread = next;
      if (signal.aborted) await next.close();
      for (const warning of warnings) this.#tell(warning);
      return tries + 1;
    }
    return tried;
  }
}
