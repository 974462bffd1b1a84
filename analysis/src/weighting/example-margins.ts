import { type CountedMargin, countedMargin } from "./counted-margin.ts";

/** A margin over people whose category is written out, for tests: counts by level, and the level of each row ("" for none). */
export function aMarginOver(
  name: string,
  people: readonly string[],
  counts: Readonly<Record<string, number>>,
): CountedMargin {
  const levels = [...new Set([...Object.keys(counts), ...people])].filter((level) => level !== "");
  return countedMargin(
    [{ name, levels, codes: people.map((level) => levels.indexOf(level)) }],
    Object.entries(counts).map(([level, count]) => ({ levels: [level], count })),
    people.length,
  );
}

/** Σ w of the rows of a level. */
export function weightOf(weights: Float64Array, people: readonly string[], level: string): number {
  return weights.reduce((sum, weight, row) => sum + (people[row] === level ? weight : 0), 0);
}
