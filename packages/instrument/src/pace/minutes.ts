import { type Answered, answeringSeconds, usualEntries } from "./answering.ts";
import { type Reader, readingSeconds } from "./reading.ts";

/** What of a question decides how long it takes: the words that are read, and how it is answered. */
export interface Asked {
  /** Title, description, rows and options without the reasons for not answering, which are the same everywhere. */
  readonly texts: readonly string[];
  /** undefined for words between questions. */
  readonly answered?: Answered | undefined;
  /** What an entry of a list asks. */
  readonly inside?: readonly Asked[];
}

/** In a list that opens, people find their answer after about ten options. Our assumption. */
export const optionsRead = 10;

/** Seconds that reading and answering one question take. */
export function secondsOf({ texts, answered, inside }: Asked, reader: Reader): number {
  const read = texts.reduce((sum, text) => sum + readingSeconds(text, reader), 0);
  if (inside !== undefined)
    return read + inside.reduce((sum, one) => sum + secondsOf(one, reader), 0) * usualEntries;
  return read + (answered === undefined ? 0 : answeringSeconds(answered));
}

/** Minutes that some questions take, rounded up; at least one. */
export function minutesOf(asked: readonly Asked[], reader: Reader): number {
  const seconds = asked.reduce((sum, one) => sum + secondsOf(one, reader), 0);
  return Math.max(1, Math.ceil(seconds / 60));
}
