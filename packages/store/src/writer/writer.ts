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
import { Ledger, type Receipted, shortfallWarning } from "../ledger/index.ts";
import { type DataContext, keptAfter, lastSequence, operationOf, type Write } from "../operations/index.ts";
import { sqliteData } from "../tables/index.ts";
import { errorOf, failureOf, type Outcome, receiptedBy } from "./outcome.ts";

export const dataFile = (folder: string) => join(folder, "data.sqlite");

/** The one connection that writes answers. It lives in a thread of its own and never waits for anything but the disk. */
export class Writer {
  readonly #client: SqliteConnection;
  readonly #context: DataContext;
  readonly #ledger: Ledger;
  /** Committed, but not yet in the ledger because the disk refused. */
  #owed: Receipted[] = [];
  readonly #savepoint: SqliteStatement;
  readonly #release: SqliteStatement;
  readonly warnings: readonly string[];
  /** Set when the disk failed: after a failed sync nobody knows what is on it, so this connection writes no more. */
  broken: Error | undefined;

  constructor(folder: string) {
    this.#client = openForWriting(dataFile(folder));
    migrateSqlite(this.#client, "data");
    // The log starts empty: should it ever be lost, what was there at start is not.
    this.#client.pragma("wal_checkpoint(TRUNCATE)");
    this.#context = contextOf(this.#client, sqliteData);
    this.#savepoint = this.#client.prepare<[]>("SAVEPOINT member");
    this.#release = this.#client.prepare<[]>("RELEASE member");
    this.#ledger = new Ledger(folder);
    this.warnings = [...this.#ledger.warnings, ...this.#settleLedger()];
  }

  /** Commits a group in one transaction, then its receipts to the ledger. When this returns, all that succeeded is on disk. */
  commit(group: readonly Write[]): Outcome[] {
    if (this.broken) return this.#refuse(group, this.broken);
    try {
      const outcomes = inOneTransaction(this.#client, () => group.map((write) => this.#member(write)));
      const receipted = group.map((write, place) => receiptedBy(write, outcomes[place]!));
      this.#owed.push(...receipted.filter((entry) => entry !== undefined));
      this.#ledger.append(this.#owed);
      this.#owed = [];
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
  #settleLedger(): readonly string[] {
    let after = this.#ledger.lastSequence();
    const shortfall = shortfallWarning(after, runNow(lastSequence(this.#context)));
    for (;;) {
      const kept = runNow(keptAfter(this.#context, { sequence: after, size: 1_000 }));
      this.#ledger.append(kept);
      after = kept.at(-1)?.sequence ?? after;
      if (kept.length === 0) return shortfall;
    }
  }

  close(): void {
    this.#client.close();
    this.#ledger.close();
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
