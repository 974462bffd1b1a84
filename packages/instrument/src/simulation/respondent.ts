import type { Answers } from "../drawing/index.ts";
import type { Random } from "./random.ts";

/** What bends the answers of one respondent. */
export interface Respondent {
  readonly random: Random;
  readonly language: string;
  readonly place: string;
  readonly group: string;
  /** Standard normal: how favourably this person sees things altogether. */
  readonly mood: number;
  /** Chance for what is not a question: where the person is met, what is left out of too long a list. */
  readonly aside: Random;
  /** The answers so far. */
  readonly answers: Answers;
}

/** One item, with what its answers lean to worked out once; undefined is "left empty". */
export type Answering = (respondent: Respondent) => unknown;
