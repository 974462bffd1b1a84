import { beginTurn, type PostgresPool, poolContext, runLater, transactLater } from "../dialects/index.ts";
import {
  type Commit,
  type DataContext,
  keptAfter,
  lastSequence,
  listWithdrawals,
  type Write,
  withdrawAgain,
} from "../operations/index.ts";
import { UnavailableError } from "../port/index.ts";
import { postgresData } from "../tables/index.ts";
import { Ledgers, returnedWarning } from "./ledgers.ts";
import { errorOf, failureOf, type Outcome } from "./outcome.ts";
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
  readonly #ledgers: Ledgers;
  #waiting: Request[] = [];
  /** Set when a commit failed in a way that leaves open whether it happened. */
  #doubtful = false;
  #working: Promise<void> | undefined;
  #closed = false;

  constructor(pool: PostgresPool, folder: string) {
    this.#pool = pool;
    this.#context = poolContext(pool, postgresData);
    this.#ledgers = new Ledgers(folder);
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

  /** What was committed just before a crash, but not yet in the ledgers, enters them now. Returns what must be known about it. */
  async settleLedgers(): Promise<readonly string[]> {
    // The database may still be committing the last group of a server that was killed.
    await this.#pool.query(`${beginTurn}; COMMIT`);
    this.#ledgers.oweEnvelopesOnly();
    let after = this.#ledgers.lastSequence();
    const shortfall = this.#ledgers.shortfall(await runLater(lastSequence(this.#context)));
    for (;;) {
      const kept = await runLater(keptAfter(this.#context, { sequence: after, size: 1_000 }));
      this.#ledgers.oweRows(kept);
      await this.#ledgers.settleLater();
      after = kept.at(-1)?.sequence ?? after;
      if (kept.length === 0) break;
    }
    return [...this.#ledgers.warnings, ...shortfall, ...(await this.#settleWithdrawals())];
  }

  /** Whoever an older copy of the data has brought back is taken out again. */
  async #settleWithdrawals(): Promise<readonly string[]> {
    const unknown = this.#ledgers.compare(await runLater(listWithdrawals(this.#context)));
    await this.#ledgers.settleLater();
    if (unknown.length === 0) return [];
    return returnedWarning(await transactLater(this.#context, (context) => withdrawAgain(context, unknown)));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#working;
    this.#ledgers.close();
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
      if (this.#doubtful) await this.settleLedgers();
      this.#doubtful = true;
      const outcomes = await commitGroup(this.#pool, group);
      this.#ledgers.owe(group, outcomes);
      await this.#ledgers.settleLater();
      this.#doubtful = false;
      return outcomes;
    } catch (error) {
      const failure = failureOf(error);
      return group.map(() => ({ failure }));
    }
  }
}
