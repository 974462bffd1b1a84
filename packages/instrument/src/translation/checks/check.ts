/** One text beside its translation. */
export interface TextPair {
  readonly source: string;
  readonly sourceLanguage: string;
  readonly target: string;
  readonly language: string;
}

/** One thing that can go wrong in a translation and that a machine can see. */
export interface TranslationCheck {
  readonly id: string;
  /** What would happen to respondents or data. */
  readonly why: string;
  /** error: the interview breaks or misleads · warning: look at it; it may be right. */
  readonly severity: "error" | "warning";
  /** @yields one sentence for each objection */
  readonly check: (pair: TextPair) => Iterable<string>;
}

/** How often each of `words` occurs. */
export function tally(words: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words of `a` that occur more often there than in `b`. */
export function surplus(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): string[] {
  return [...a].filter(([word, count]) => count > (b.get(word) ?? 0)).map(([word]) => word);
}
