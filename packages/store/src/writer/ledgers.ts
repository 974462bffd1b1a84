import {
  Ledger,
  type Receipted,
  shortfallWarning,
  WithdrawalLedger,
  type Withdrawn,
} from "../ledger/index.ts";
import type { KeptResponse, Write } from "../operations/index.ts";
import { type Outcome, receiptedBy, withdrawnBy } from "./outcome.ts";

/**
 * The two lists beside the database, receipts and withdrawals. What was committed is owed to them, and stays owed until
 * the disk has taken it: nothing is answered before.
 */
export class Ledgers {
  readonly #folder: string;
  readonly #receipts: Ledger;
  readonly #withdrawals: WithdrawalLedger;
  #receipted: Receipted[] = [];
  #withdrawn: Withdrawn[] = [];

  constructor(folder: string) {
    this.#folder = folder;
    this.#receipts = new Ledger(folder);
    this.#withdrawals = new WithdrawalLedger(folder);
  }

  get warnings(): readonly string[] {
    return [...this.#receipts.warnings, ...this.#withdrawals.warnings];
  }

  /** Notes what a committed group calls for. */
  owe(group: readonly Write[], outcomes: readonly Outcome[]): void {
    for (const [place, write] of group.entries()) {
      const outcome = outcomes[place];
      if (!outcome) continue;
      const receipted = receiptedBy(write, outcome);
      if (receipted) this.#receipted.push(receipted);
      const withdrawn = withdrawnBy(write, outcome);
      if (withdrawn) this.#withdrawn.push(withdrawn);
    }
  }

  settle(): void {
    this.#receipts.append(this.#receipted);
    this.#receipted = [];
    this.#withdrawals.append(this.#withdrawn);
    this.#withdrawn = [];
  }

  async settleLater(): Promise<void> {
    await this.#receipts.appendLater(this.#receipted);
    this.#receipted = [];
    await this.#withdrawals.appendLater(this.#withdrawn);
    this.#withdrawn = [];
  }

  /** Drops what reading the database tells anyhow; only envelopes in quarantine stand in no order that could be read again. */
  oweEnvelopesOnly(): void {
    this.#receipted = this.#receipted.filter((entry) => "quarantined" in entry);
    this.#withdrawn = [];
  }

  lastSequence(): number {
    return this.#receipts.lastSequence();
  }

  /** Receipts of rows that were committed just before a crash. */
  oweRows(kept: readonly KeptResponse[]): void {
    this.#receipted.push(...kept);
  }

  /** Withdrawals that one side knows and the other does not. */
  compare(inDatabase: readonly Withdrawn[]): readonly Withdrawn[] {
    const inLedger = this.#withdrawals.entries();
    const [named, known] = [idsOf(inLedger), idsOf(inDatabase)];
    this.#withdrawn.push(...inDatabase.filter(({ responseId }) => !named.has(responseId)));
    return inLedger.filter(({ responseId }) => !known.has(responseId));
  }

  /** What must be said when acknowledged responses are missing at the end of the database. */
  shortfall(lastInDatabase: number): readonly string[] {
    return shortfallWarning(this.#folder, this.lastSequence(), lastInDatabase, () =>
      this.#receipts.idsAfter(lastInDatabase),
    );
  }

  close(): void {
    this.#receipts.close();
    this.#withdrawals.close();
  }
}

/** Said at start when an older copy of the data had brought withdrawn responses back. */
export function returnedWarning(again: number): readonly string[] {
  if (again === 0) return [];
  return [
    `${again} responses that people had withdrawn were back in the data; they have been deleted again.`,
  ];
}

const idsOf = (withdrawn: readonly Withdrawn[]) => new Set(withdrawn.map(({ responseId }) => responseId));
