import { join } from "node:path";
import { AppendOnly } from "./append-only.ts";

/** Who withdrew: enough to delete the response again wherever an older copy of it comes back, and no more. */
export interface Withdrawn {
  readonly responseId: string;
  readonly wave: string;
  /** YYYY-MM-DD (UTC). */
  readonly receivedOn: string;
  readonly withdrawnOn: string;
}

export const withdrawalsFile = (folder: string) => join(folder, "withdrawals.ledger");

/** The deletion ledger: synced before a withdrawal is answered, never part of a backup that it must outlive. */
export class WithdrawalLedger extends AppendOnly<Withdrawn> {
  constructor(folder: string) {
    super(
      withdrawalsFile(folder),
      ({ responseId, wave, receivedOn, withdrawnOn }) =>
        `${JSON.stringify({ responseId, wave, receivedOn, withdrawnOn })}\n`,
    );
  }

  /** Everything in it; withdrawals are few. */
  entries(): readonly Withdrawn[] {
    const lines = this.tail(Number.MAX_SAFE_INTEGER).text.split("\n").slice(0, -1);
    return lines.map((line) => JSON.parse(line));
  }
}
