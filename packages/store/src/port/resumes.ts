/** Drafts on their way from one device of a person to another; the server cannot read them. */

export interface MovingDraft {
  readonly id: string;
  readonly wave: string;
  /** base64url. */
  readonly iv: string;
  readonly ciphertext: string;
}

export interface Resumes {
  /**
   * Replaces what had the same id and was not taken; removes what is too old on the way.
   * "full" when `most` others are there; "taken" when it has left already.
   */
  keepDraft(
    draft: MovingDraft,
    terms: { readonly now: Date; readonly until: Date; readonly most: number },
  ): Promise<"kept" | "full" | "taken">;
  /** Removes what was not taken in time. */
  sweepDrafts(now: Date): Promise<void>;
  /** Leaves once, until `again` only for the same taker; undefined if there is none or it has left. */
  takeDraft(claim: {
    readonly id: string;
    /** SHA-256 of what the taking device calls itself; null for one that says nothing. */
    readonly taker: string | null;
    readonly now: Date;
    readonly again: Date;
  }): Promise<MovingDraft | undefined>;
}
