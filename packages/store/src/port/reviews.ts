/** Decisions about responses, and what is set aside. Only ever added to; nothing about a response is changed by them. */

export type ReviewState = "received" | "has-issues" | "approved" | "rejected";

/** A decision about one revision; a newer revision makes it void. "received" and "has-issues" take an earlier one back. */
export interface NewReview {
  readonly responseId: string;
  readonly revision: number;
  readonly state: ReviewState;
  readonly reason: string;
  /** Identity of the person who decided. */
  readonly by: string;
  readonly at: Date;
}

/** A channel (null: all) and a period, from included, until excluded, that estimates leave out. */
export interface SetAsideRecord {
  readonly id: string;
  readonly wave: string;
  readonly channel: string | null;
  readonly from: Date;
  readonly until: Date;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  /** When it was taken back; null while it holds. */
  readonly liftedAt: Date | null;
}

/** The newest revision of a response as reviewers see it: never its answers. */
export interface ReviewableResponse {
  readonly sequence: number;
  readonly responseId: string;
  readonly revision: number;
  readonly state: ReviewState;
  /** JSON list of `{path, reason}`. */
  readonly findings: string;
  readonly language: string;
  readonly mode: string;
  readonly channel: string | null;
  readonly receivedAt: Date;
}

export interface ReviewQuery {
  readonly wave: string;
  /** Only these states; all of them when absent. */
  readonly state?: ReviewState | undefined;
  /** Only these responses. */
  readonly only?: readonly string[] | undefined;
  /** Only what has a higher sequence. */
  readonly after: number;
  readonly size: number;
}

/** What a look for signs of fabrication found, as JSON; only the last one of each wave is kept. */
export interface LookRecord {
  readonly wave: string;
  readonly at: Date;
  /** Whoever withdraws afterwards is blotted out: an empty text stands where the id stood. */
  readonly found: string;
}

export interface Reviews {
  /** False if there is no such wave. */
  keepLook(look: LookRecord): Promise<boolean>;
  findLook(wave: string): Promise<LookRecord | undefined>;
  /** Keeps a decision. "unknown": there is no such response; "superseded": a newer revision has come. */
  review(review: NewReview): Promise<"kept" | "unknown" | "superseded">;
  /** Every decision about the responses of a wave, or about these of them, oldest first. */
  reviewsOf(wave: string, responses?: readonly string[]): Promise<readonly NewReview[]>;
  /** The newest revisions by their state. */
  countStates(wave: string): Promise<Readonly<Record<ReviewState, number>>>;
  /** In server order. */
  responsesToReview(query: ReviewQuery): Promise<readonly ReviewableResponse[]>;
  /** False if there is no such wave. */
  setAside(record: SetAsideRecord): Promise<boolean>;
  /** False if nothing of this wave holds under this identity. */
  liftSetAside(lifted: { readonly id: string; readonly wave: string; readonly at: Date }): Promise<boolean>;
  /** Those that hold and those that were lifted, oldest first. */
  setAsidesOf(wave: string): Promise<readonly SetAsideRecord[]>;
}
