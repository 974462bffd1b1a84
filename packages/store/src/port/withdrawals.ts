/** Receipts, and what people take back with them. */

/** A response as its receipt shows it: that it is there, never what it says. */
export interface ReceiptRecord {
  readonly wave: string;
  /** Day of arrival of the first revision, YYYY-MM-DD (UTC). */
  readonly receivedOn: string;
  readonly state: "kept" | "withdrawn";
}

/** What became of a withdrawal: of which response, and whether this very write took it back. */
export interface WithdrawnResponse extends ReceiptRecord {
  readonly responseId: string;
  readonly withdrawnOn: string;
  readonly isNew: boolean;
}

export interface Withdrawals {
  /** `receipt`: HMAC of the bare code. A hit and a miss cost the same. */
  findByReceipt(receipt: string): Promise<ReceiptRecord | undefined>;
  /**
   * Deletes all revisions of the response, what quarantine and reviewers hold of it, and names it in the deletion ledger.
   * Resolves only after commit and ledger sync; the second time it changes nothing. `on`: YYYY-MM-DD (UTC).
   */
  withdraw(claim: { readonly receipt: string; readonly on: string }): Promise<WithdrawnResponse | undefined>;
  isWithdrawn(responseId: string): Promise<boolean>;
  /** Responses from before receipts were kept beside them, a page at a time; empty when there are none left. */
  withoutReceipt(): Promise<readonly { readonly sequence: number; readonly responseId: string }[]>;
  fillReceipts(rows: readonly { readonly sequence: number; readonly receipt: string }[]): Promise<void>;
}
