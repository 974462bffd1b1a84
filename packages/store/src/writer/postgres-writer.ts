import { type PostgresPool, poolContext, runLater } from "../dialects/index.ts";
import { Ledger, type Receipted, shortfallWarning } from "../ledger/index.ts";
import { type Commit, type DataContext, keptAfter, lastSequence, type Write } from "../operations/index.ts";
import { UnavailableError } from "../port/index.ts";
import { postgresData } from "../tables/index.ts";
import { errorOf, failureOf, type Outcome, receiptedBy } from "./outcome.ts";
import { commitGroup } from "./postgres-group.ts";

interface Request {
  readonly write: Write;
  settle(outcome: Outcome): void;
}

const largestGroup = 512;

/** The same promise as the SQLite writer, kept by a PostgreSQL: group, commit, ledger, acknowledge. */
export class PostgresWriter {
  readonly #pool: PostgresPool;
  readonly #context: DataContext;
  readonly #ledger: Ledger;
  #waiting: Request[] = [];
  /** Committed, but not yet in the ledger because the disk refused. */
  #owed: Receipted[] = [];
  /** Set when a commit failed in a way that leaves open whether it happened. */
  #doubtful = false;
  #working: Promise<void> | undefined;
  #closed = false;

  constructor(pool: PostgresPool, folder: string) {
    this.#pool = pool;
    this.#context = poolContext(pool, postgresData);
    this.#ledger = new Ledger(folder);
  }

  readonly commit: Commit = (name, argument) => {
    if (this.#closed) return Promise.reject(new UnavailableError("The store is closed."));
    return new Promise((resolve, reject) => {
      const settle = (outcome: Outcome) =>
        "failure" in outcome ? reject(errorOf(outcome.failure)) : resolve(outcome.result as never);
      this.#waiting.push({ write: { name, argument } as Write, settle });
      this.#working ??= this.#work();
    });
  };

  /** What was committed just before a crash, but not yet in the ledger, enters it now. Returns what must be known about it. */
  async settleLedger(): Promise<readonly string[]> {
    let after = this.#ledger.lastSequence();
    const shortfall = shortfallWarning(after, await runLater(lastSequence(this.#context)));
    for (;;) {
      const kept = await runLater(keptAfter(this.#context, { sequence: after, size: 1_000 }));
      await this.#ledger.appendLater(kept);
      after = kept.at(-1)?.sequence ?? after;
      if (kept.length === 0) break;
    }
    this.#owed = this.#owed.filter((entry) => "quarantined" in entry);
    return [...this.#ledger.warnings, ...shortfall];
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#working;
    this.#ledger.close();
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, largestGroup);
      const outcomes = await this.#commitGroup(group.map(({ write }) => write));
      group.forEach((request, place) => {
        request.settle(outcomes[place]!);
      });
    }
    this.#working = undefined;
  }

  async #commitGroup(group: readonly Write[]): Promise<Outcome[]> {
    try {
      if (this.#doubtful) await this.settleLedger();
      this.#doubtful = true;
      const outcomes = await commitGroup(this.#pool, group);
      const receipted = group.map((write, place) => receiptedBy(write, outcomes[place]!));
      this.#owed.push(...receipted.filter((entry) => entry !== undefined));
      await this.#ledger.appendLater(this.#owed);
      this.#owed = [];
      this.#doubtful = false;
      return outcomes;
    } catch (error) {
      const failure = failureOf(error);
      return group.map(() => ({ failure }));
    }
  }
}
