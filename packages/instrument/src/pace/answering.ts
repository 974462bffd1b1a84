import type { Item } from "../definition/index.ts";

/**
 * Seconds to find and give an answer once it is read, by kind. Our assumption, to be replaced by the medians of a
 * pilot; on paper they come to what web surveys of ticks and short texts usually take.
 */
const seconds = {
  single: 4,
  boolean: 3,
  rating: 4,
  several: 6,
  rankedOption: 3,
  number: 6,
  date: 8,
  row: 4,
  shortText: 8,
  ownWords: 40,
  file: 60,
} as const;

/** Entries that an ordinary respondent makes in a roster. Our assumption. */
export const usualEntries = 2;

/** Answers up to this many characters are a name or a code, longer ones a story. */
const shortAnswer = 100;

/** What of an item decides how long its answer takes. */
export interface Answered {
  readonly kind: Item["kind"];
  readonly choices: readonly unknown[];
  readonly rows: readonly unknown[];
  readonly parts?: readonly Answered[];
  readonly maximumLength?: number;
}

/** Seconds an ordinary respondent needs to answer an item, reading not counted. */
export function answeringSeconds(item: Answered): number {
  const { kind, choices, rows, parts = [] } = item;
  const inside = parts.reduce((sum, part) => sum + answeringSeconds(part), 0);
  switch (kind) {
    case "single":
    case "boolean":
    case "rating":
    case "number":
    case "date":
    case "file":
      return seconds[kind];
    case "multiple":
      return seconds.several;
    case "ranking":
      return seconds.rankedOption * choices.length;
    case "text":
      return (item.maximumLength ?? Infinity) <= shortAnswer ? seconds.shortText : seconds.ownWords;
    case "matrix":
      return seconds.row * rows.length;
    case "composite":
      return inside;
    case "grid":
      return inside * rows.length;
    case "roster":
      return inside * usualEntries;
    case "calculated":
      return 0;
    default:
      return kind satisfies never;
  }
}
