/** What one respondent's row amounts to. */
export interface Scored {
  /** False: routing or an older version left the question out. */
  asked: boolean;
  usable: boolean;
  value: number;
  prorated: boolean;
}
/** What it returns is written over by the next row: millions of rows make no garbage. */
export type Scorer = (row: number) => Readonly<Scored>;

/** A scorer that fills in what it finds; what it leaves alone stays as it is, prorating at false. */
export function scorerBy(score: (row: number, scored: Scored) => void): Scorer {
  const scored: Scored = { asked: false, usable: false, value: Number.NaN, prorated: false };
  return (row) => {
    score(row, scored);
    return scored;
  };
}
