import { WeightingError } from "./weighting-error.ts";

/** What staff read, in their two languages. */
export interface Sentence {
  readonly lt: string;
  readonly en: string;
}

/** One thing to put right in a margins file. */
export interface MarginsProblem {
  /** Line of the file, its header being line 1; null: the whole file. */
  readonly line: number | null;
  readonly sentence: Sentence;
}

/** A margins file that cannot be used, or does not fit the answers; the message names every line or category, and the remedy. */
export class MarginsError extends WeightingError {
  override readonly name = "MarginsError";
  /** Everything that is to be put right in the file, by line; empty where the file and the answers do not fit each other. */
  readonly problems: readonly MarginsProblem[];
  constructor(what: string | readonly MarginsProblem[]) {
    super(typeof what === "string" ? what : what.map(inOneLine).join("\n"));
    this.problems = typeof what === "string" ? [] : what;
  }
}

const inOneLine = ({ line, sentence: { en } }: MarginsProblem) =>
  line === null ? en : `Line ${line} of the margins: ${en}`;
