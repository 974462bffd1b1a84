/** Whom interviewers are to visit: numbers and places, never names. */

export interface CaseRecord {
  readonly id: string;
  readonly wave: string;
  readonly number: string;
  /** Two-digit code; null where the list is for the whole country. */
  readonly municipality: string | null;
  readonly language: string | null;
  /** The one tablet that works on it; null: every tablet of its municipality. */
  readonly device: string | null;
  readonly disposition: string;
}

export interface Cases {
  /** Keeps all of them, or none: the numbers that are there already come back. */
  addCases(cases: readonly CaseRecord[]): Promise<readonly string[]>;
  /** In the order of their numbers. */
  listCases(wave: string): Promise<readonly CaseRecord[]>;
  /** Those on which this tablet works: its own, and those of its municipality that belong to no tablet. */
  casesOfDevice(device: {
    id: string;
    wave: string;
    municipality: string | null;
  }): Promise<readonly CaseRecord[]>;
  /** null gives them to every tablet of their municipality. Cases of other waves stay as they are. */
  assignCases(order: { wave: string; cases: readonly string[]; device: string | null }): Promise<void>;
}
