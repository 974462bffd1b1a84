import type { Answers } from "./run/check.ts";

/** Answers of one response by the place of their items in the questionnaire, however they are held. */
export interface PlacedAnswers {
  /** undefined where there is none. */
  valueAt(place: number): unknown;
  /**
   * A number that is the same whenever this answer to the item comes again, in whatever response, and then also the same
   * object: what was found out of it may be remembered by it. `notNumbered` where there is none, `absent` without answer.
   */
  numberAt(place: number): number;
  /** All of them by name; the same object until the next response. */
  whole(): Answers;
}

export const notNumbered = -1;
export const absent = -2;

/** Answers held as an object, response after response. */
export class NamedAnswers implements PlacedAnswers {
  readonly #names: readonly string[];
  #answers: Answers = {};

  /** @param items in the order of the questionnaire */
  constructor(items: readonly { readonly name: string }[]) {
    this.#names = items.map(({ name }) => name);
  }

  /** The same object, now with the answers of another response. */
  of(answers: Answers): this {
    this.#answers = answers;
    return this;
  }

  valueAt(place: number): unknown {
    return own(this.#answers, this.#names[place] ?? "");
  }

  numberAt(): number {
    return notNumbered;
  }

  whole(): Answers {
    return this.#answers;
  }
}

export function own(answers: Answers, name: string): unknown {
  return Object.hasOwn(answers, name) ? answers[name] : undefined;
}
