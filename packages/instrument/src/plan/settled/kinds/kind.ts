import type { Test } from "../conditions.ts";

/** What one kind of question asks of an answer before it is settled. */
export interface Kind {
  /** A copy of an answer that its life would leave as it is; undefined for any other. */
  take(answer: unknown): unknown;
  /** Whether all that was chosen is offered now, for an answer that was taken. */
  stays?(answer: unknown): boolean;
  /** Whether the answer that was taken comes with words beside it, which then must be there; absent: it never does. */
  needsWords?(answer: unknown): boolean;
  /** Whether a question without an answer, if it is asked, objects to nothing and adds nothing. */
  readonly isQuietEmpty: boolean;
  /** Parts of an answer at most. */
  readonly parts: number;
}

/** Whether a choice or a row is offered, by its condition. */
export type Offer = (condition: string, value: unknown) => Test;

/** Settled as long as nobody answers: what answers go through is left to their life. */
export const onlyUnanswered: Kind = { take: () => undefined, isQuietEmpty: true, parts: 1 };

/** A kind whose answers are one value, and left to their life where the value is none of them. */
export function oneValue(isSettled: (answer: unknown) => boolean): Kind {
  return { ...onlyUnanswered, take: (answer) => (isSettled(answer) ? answer : undefined) };
}
