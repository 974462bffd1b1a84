import type { Worker } from "node:worker_threads";
import type { Commit, Write } from "../operations/index.ts";
import { type OutOfOrder, UnavailableError } from "../port/index.ts";
import type { Answer, Request } from "./listen.ts";
import { errorOf, type Outcome } from "./outcome.ts";

interface Waiting {
  resolve(result: never): void;
  reject(error: Error): void;
}

/** This side of one life of the writer thread: who waits for what. If the thread dies, nobody waits on. */
export class WriterThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #exited: Promise<unknown>;
  readonly #started = Promise.withResolvers<readonly string[]>();
  #stopped: UnavailableError | undefined;
  #isReady = false;
  #lastId = 0;
  #unsent: Request[] = [];

  constructor(worker: Worker) {
    this.#worker = worker;
    this.#exited = new Promise((resolve) => worker.once("exit", resolve));
    worker.on("message", (answer: Answer) => this.#hear(answer));
    worker.on("error", (error) => this.#stop(this.#reasonOf(error)));
    worker.on("exit", () => this.#stop(new UnavailableError("The writer has stopped.")));
  }

  /** Resolves with the writer's warnings once it can take requests. */
  get ready(): Promise<readonly string[]> {
    return this.#started.promise;
  }

  /** Resolves when the thread is gone, with the reason. */
  get ended(): Promise<UnavailableError> {
    return this.#exited.then(() => this.#stopped ?? new UnavailableError("The writer has stopped."));
  }

  readonly commit: Commit = (name, argument) => {
    if (this.#stopped) return Promise.reject(this.#stopped);
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ id, write: { name, argument } as Write });
    });
  };

  /** What is asked for in one go, such as by all whose answers were judged together, crosses together. */
  #send(request: Request): void {
    if (this.#unsent.push(request) === 1) queueMicrotask(() => this.#flush());
  }

  #flush(): void {
    if (this.#unsent.length > 0) this.#worker.postMessage(this.#unsent);
    this.#unsent = [];
  }

  async check(): Promise<void> {
    if (this.#stopped) throw this.#stopped;
  }

  async close(): Promise<void> {
    this.#stopped ??= new UnavailableError("The store is closed.");
    this.#send("close");
    await this.#exited;
  }

  #hear(answer: Answer): void {
    if ("ready" in answer) {
      this.#isReady = true;
      this.#started.resolve(answer.ready);
    } else for (const { id, outcome } of answer.outcomes) this.#settle(id, outcome);
  }

  #reasonOf(error: unknown): UnavailableError {
    const sentence = error instanceof Error ? error.message : "no reason given";
    const message = this.#isReady ? `The writer has stopped: ${sentence}` : sentence;
    return new UnavailableError(message, outOfOrderIn(error));
  }

  #settle(id: number, outcome: Outcome): void {
    const request = this.#waiting.get(id);
    this.#waiting.delete(id);
    if ("failure" in outcome) request?.reject(errorOf(outcome.failure));
    else request?.resolve(outcome.result as never);
  }

  #stop(reason: UnavailableError): void {
    this.#stopped ??= reason;
    this.#started.reject(this.#stopped);
    for (const request of this.#waiting.values()) request.reject(this.#stopped);
    this.#waiting.clear();
  }
}

/** An error loses its class on the way out of a thread, but not what it holds. */
function outOfOrderIn(error: unknown): OutOfOrder {
  const said = error instanceof Error && "outOfOrder" in error ? error.outOfOrder : undefined;
  return said === "disk" || said === "database" ? said : "writer";
}
