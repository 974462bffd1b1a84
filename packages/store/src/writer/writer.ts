import { join } from "node:path";
import {
  contextOf,
  migrateSqlite,
  openForWriting,
  runNow,
  type SqliteConnection,
} from "../dialects/index.ts";
import { Ledger, type Receipted } from "../ledger/index.ts";
import { type DataContext, type Operation, type Write, writes } from "../operations/index.ts";
import { sqliteData } from "../tables/index.ts";
import { failureOf, type Outcome, receiptedBy } from "./outcome.ts";

export const dataFile = (folder: string) => join(folder, "data.sqlite");
export const ledgerFile = (folder: string) => join(folder, "receipts.ledger");

/** The one connection that writes answers. It lives in a thread of its own and never waits for anything but the disk. */
export class Writer {
  readonly #client: SqliteConnection;
  readonly #context: DataContext;
  readonly #ledger: Ledger;
  /** Committed, but not yet in the ledger because the disk refused. */
  #owed: Receipted[] = [];
  readonly warnings: readonly string[];

  constructor(folder: string) {
    this.#client = openForWriting(dataFile(folder));
    migrateSqlite(this.#client, "data");
    this.#context = contextOf(this.#client, sqliteData);
    this.#ledger = new Ledger(ledgerFile(folder));
    this.warnings = this.#ledger.warning === undefined ? [] : [this.#ledger.warning];
  }

  /** Commits a group in one transaction, then its receipts to the ledger. When this returns, all that succeeded is on disk. */
  commit(group: readonly Write[]): Outcome[] {
    try {
      const outcomes = this.#inOneTransaction(group);
      const receipted = group.map((write, place) => receiptedBy(write, outcomes[place]!));
      this.#owed.push(...receipted.filter((entry) => entry !== undefined));
      this.#ledger.append(this.#owed);
      this.#owed = [];
      return outcomes;
    } catch (error) {
      const failure = failureOf(error);
      return group.map(() => ({ failure }));
    }
  }

  close(): void {
    this.#client.close();
    this.#ledger.close();
  }

  #inOneTransaction(group: readonly Write[]): Outcome[] {
    this.#client.exec("BEGIN IMMEDIATE");
    try {
      const outcomes = group.map((write) => this.#member(write));
      this.#client.exec("COMMIT");
      return outcomes;
    } catch (error) {
      if (this.#client.inTransaction) this.#client.exec("ROLLBACK");
      throw error;
    }
  }

  /** One write under its own savepoint: if it fails, the others do not. */
  #member(write: Write): Outcome {
    this.#client.exec("SAVEPOINT member");
    try {
      const result = runNow(operationOf(this.#context, write));
      this.#client.exec("RELEASE member");
      return { result };
    } catch (error) {
      const wholeGroupIsLost = !this.#client.inTransaction || failureOf(error).storageFull;
      if (wholeGroupIsLost) throw error;
      this.#client.exec("ROLLBACK TO member");
      this.#client.exec("RELEASE member");
      return { failure: failureOf(error) };
    }
  }
}

function operationOf(context: DataContext, { name, argument }: Write): Operation<unknown> {
  const operation = writes[name] as (context: DataContext, argument: unknown) => Operation<unknown>;
  return operation(context, argument);
}
