import { Worker } from "node:worker_threads";
import { type Check, type Plan, preparePlan } from "@tiltas/instrument/plan";
import type { Answer, Request } from "./check-thread.ts";

/** What the intake asks of a check: objections by place, never an answer. */
export interface PlanCheck {
  readonly findings: readonly Pick<Check["findings"][number], "path" | "kind">[];
  readonly removed: Check["removed"];
}

/**
 * undefined when it could not be found out; the response is kept all the same, and marked as unchecked.
 *
 * @param answers as JSON: a text crosses to another thread for a tenth of what its parts cost
 */
export type CheckAnswers = (answers: string, now: Date) => Promise<PlanCheck | undefined>;

/** Judges answers by plans. */
export interface Checker {
  learn(plan: Plan): CheckAnswers;
  close(): Promise<void>;
}

/** In the thread that asks: for tests, and where nobody else waits. */
export const checkerHere: Checker = {
  learn(plan) {
    const prepared = preparePlan(plan);
    return async (answers, now) => prepared.check(JSON.parse(answers), { now });
  },
  close: async () => undefined,
};

/** Memory (MiB) of the thread, and how long the answers of one response may take it (ms). */
const memory = 512;
const patience = 10_000;
/** A busy machine may take this many times as long until a new thread speaks for the first time. */
const startingTakes = 6;

/**
 * A thread that checks: a response to a long questionnaire costs it a millisecond, which the thread that serves has not
 * got. What is asked within one turn of the loop crosses together. If the thread dies or hangs, what waits stays
 * unchecked, and the next response finds a new one.
 */
export function startChecker(
  thread = new URL("./check-thread.ts", import.meta.url),
  within = patience,
): Checker {
  return new CheckingThread(thread, within);
}

class CheckingThread implements Checker {
  readonly #thread: URL;
  readonly #within: number;
  readonly #plans: Plan[] = [];
  readonly #waiting = new Map<number, (check: PlanCheck | undefined) => void>();
  #worker: Worker | undefined;
  #unsent: Request[] = [];
  #lastId = 0;
  #watch: NodeJS.Timeout | undefined;
  /** Of the last request that was answered. */
  #answered = 0;
  #hasSpoken = false;

  constructor(thread: URL, within: number) {
    this.#thread = thread;
    this.#within = within;
  }

  learn(plan: Plan): CheckAnswers {
    const number = this.#plans.push(plan) - 1;
    if (this.#worker) this.#send({ plan: number, learn: plan });
    else this.#worker = this.#start();
    return (answers, now) => this.#ask(number, answers, now);
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#giveUp();
    await worker?.terminate();
  }

  #ask(plan: number, answers: string, now: Date): Promise<PlanCheck | undefined> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#send({ id, plan, answers, now: now.getTime() });
    });
  }

  #send(request: Request): void {
    this.#worker ??= this.#start();
    if (this.#unsent.push(request) > 1) return;
    setImmediate(() => {
      this.#worker?.postMessage(this.#unsent);
      this.#unsent = [];
    });
    this.#watch ??= this.#watchFrom(this.#answered);
  }

  #watchFrom(answered: number): NodeJS.Timeout {
    const within = this.#hasSpoken ? this.#within : this.#within * startingTakes;
    return setTimeout(() => this.#lookAfter(answered), within);
  }

  /** Begins with the first plan that is learnt, so that no response waits for a thread to start. */
  #start(): Worker {
    this.#hasSpoken = false;
    const worker = new Worker(this.#thread, { resourceLimits: { maxOldGenerationSizeMb: memory } });
    worker.unref();
    worker.on("message", (answers: Answer) => this.#hear(answers));
    worker.on("error", () => this.#lost(worker));
    worker.on("exit", () => this.#lost(worker));
    this.#unsent = this.#plans.map((learn, plan) => ({ plan, learn }));
    if (this.#unsent.length > 0) {
      worker.postMessage(this.#unsent);
      this.#unsent = [];
    }
    return worker;
  }

  #hear(answers: Answer): void {
    this.#hasSpoken = true;
    for (const { id, check } of answers) {
      this.#waiting.get(id)?.(check);
      this.#waiting.delete(id);
      this.#answered = id;
    }
    if (this.#waiting.size === 0) {
      clearTimeout(this.#watch);
      this.#watch = undefined;
    }
  }

  /** A thread that has answered nothing for so long hangs over something. */
  #lookAfter(answered: number): void {
    this.#watch = undefined;
    if (this.#waiting.size === 0) return;
    if (answered === this.#answered) this.#lost(this.#worker);
    else this.#watch = this.#watchFrom(this.#answered);
  }

  #lost(worker: Worker | undefined): void {
    if (worker === undefined || worker !== this.#worker) return;
    void worker.terminate();
    this.#giveUp();
  }

  #giveUp(): void {
    clearTimeout(this.#watch);
    this.#watch = undefined;
    this.#worker = undefined;
    this.#unsent = [];
    for (const resolve of this.#waiting.values()) resolve(undefined);
    this.#waiting.clear();
  }
}
