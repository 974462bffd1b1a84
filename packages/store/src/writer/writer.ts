import { join } from "node:path";
import {
  contextOf,
  inOneTransaction,
  migrateSqlite,
  openForWriting,
  runNow,
  type SqliteConnection,
  type SqliteStatement,
} from "../dialects/index.ts";
import { isFull } from "../lock/index.ts";
import {
  type DataContext,
  keptAfter,
  lastSequence,
  listWithdrawals,
  operationOf,
  type Write,
  withdrawAgain,
} from "../operations/index.ts";
import { sqliteData } from "../tables/index.ts";
import { Ledgers, returnedWarning } from "./ledgers.ts";
import { erases, errorOf, failureOf, fills, noSpace, type Outcome } from "./outcome.ts";

export const dataFile = (folder: string) => join(folder, "data.sqlite");

/** The one connection that writes answers. It lives in a thread of its own and never waits for anything but the disk. */
export class Writer {
  readonly #folder: string;
  readonly #client: SqliteConnection;
  readonly #context: DataContext;
  readonly #ledgers: Ledgers;
  readonly #savepoint: SqliteStatement;
  readonly #release: SqliteStatement;
  readonly warnings: readonly string[];
  /** True while the log may still hold what was erased. */
  #logRemembers = false;
  /** Set when the disk failed: after a failed sync nobody knows what is on it, so this connection writes no more. */
  broken: Error | undefined;

  constructor(folder: string) {
    this.#folder = folder;
    this.#client = openForWriting(dataFile(folder));
    migrateSqlite(this.#client, "data");
    // The log starts empty: should it ever be lost, what was there at start is not.
    this.#client.pragma("wal_checkpoint(TRUNCATE)");
    this.#context = contextOf(this.#client, sqliteData);
    this.#savepoint = this.#client.prepare<[]>("SAVEPOINT member");
    this.#release = this.#client.prepare<[]>("RELEASE member");
    this.#ledgers = new Ledgers(folder);
    this.warnings = [...this.#ledgers.warnings, ...this.#settleReceipts(), ...this.#settleWithdrawals()];
  }

  /** Commits a group in one transaction, then what it owes to the ledgers. When this returns, all that succeeded is on disk. */
  commit(group: readonly Write[]): Outcome[] {
    if (this.broken) return this.#refuse(group, this.broken);
    try {
      const full = isFull(this.#folder);
      const outcomes = inOneTransaction(this.#client, () =>
        group.map((write) => (full && fills(write) ? noSpace : this.#member(write))),
      );
      this.#ledgers.owe(group, outcomes);
      this.#ledgers.settle();
      this.#logRemembers ||= group.some(erases);
      if (this.#logRemembers) this.emptyLog();
      return outcomes;
    } catch (error) {
      return this.#refuse(group, error);
    }
  }

  #refuse(group: readonly Write[], error: unknown): Outcome[] {
    const failure = failureOf(error);
    if (failure.outOfOrder) this.broken ??= errorOf(failure);
    return group.map(() => ({ failure }));
  }

  /** What was committed just before a crash, but not yet in the ledger, enters it now. */
  #settleReceipts(): readonly string[] {
    let after = this.#ledgers.lastSequence();
    const shortfall = this.#ledgers.shortfall(runNow(lastSequence(this.#context)));
    for (;;) {
      const kept = runNow(keptAfter(this.#context, { sequence: after, size: 1_000 }));
      this.#ledgers.oweRows(kept);
      this.#ledgers.settle();
      after = kept.at(-1)?.sequence ?? after;
      if (kept.length === 0) return shortfall;
    }
  }

  /** The same for withdrawals; and whoever an older copy of the data has brought back is taken out again. */
  #settleWithdrawals(): readonly string[] {
    const unknown = this.#ledgers.compare(runNow(listWithdrawals(this.#context)));
    this.#ledgers.settle();
    if (unknown.length === 0) return [];
    const again = inOneTransaction(this.#client, () => runNow(withdrawAgain(this.#context, unknown)));
    this.emptyLog();
    return returnedWarning(again);
  }

  /** True while somebody who reads keeps the log from being emptied of what was erased. */
  get logRemembers(): boolean {
    return this.#logRemembers;
  }

  /** What was erased is overwritten in the database at once, but older pages stay in the log until it is emptied. */
  emptyLog(): void {
    this.#client.pragma("busy_timeout = 100");
    const [done] = this.#client.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
    this.#client.pragma("busy_timeout = 5000");
    this.#logRemembers = done?.busy !== 0;
  }

  close(): void {
    this.#client.close();
    this.#ledgers.close();
  }

  /** One write under its own savepoint: if it fails, the others do not. */
  #member(write: Write): Outcome {
    this.#savepoint.run();
    try {
      const result = runNow(operationOf(this.#context, write));
      this.#release.run();
      return { result };
    } catch (error) {
      const { storageFull, outOfOrder } = failureOf(error);
      const wholeGroupIsLost = !this.#client.inTransaction || storageFull || outOfOrder !== undefined;
      if (wholeGroupIsLost) throw error;
      this.#client.exec("ROLLBACK TO member");
      this.#release.run();
      return { failure: failureOf(error) };
    }
  }
}
