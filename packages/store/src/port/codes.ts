/** Personal codes, kept as HMAC only, with days instead of times: nobody can join them to a response. */

export interface NewCodes {
  readonly wave: string;
  /** HMACs of bare codes. */
  readonly codes: readonly string[];
  readonly channel: string | null;
  /** YYYY-MM-DD (UTC). */
  readonly issuedOn: string;
}

export interface CodeRecord {
  readonly wave: string;
  readonly channel: string | null;
  readonly spent: boolean;
}

export interface CodeCount {
  readonly channel: string | null;
  readonly issuedOn: string;
  readonly issued: number;
  readonly spent: number;
}

export interface Codes {
  issueCodes(codes: NewCodes): Promise<void>;
  findCode(code: string): Promise<CodeRecord | undefined>;
  /** By channel and day of issue, newest first. */
  countCodes(wave: string): Promise<readonly CodeCount[]>;
}
