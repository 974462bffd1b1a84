import { median } from "../numerics/index.ts";
import type { TimeSpent } from "./input.ts";
import type { People } from "./people.ts";
import type { PilotUnit } from "./units.ts";

/** Time in front of the window, by item and in all. */
export interface Times {
  /** By item name, then respondent: milliseconds, NaN where not timed. */
  readonly items: ReadonlyMap<string, Float64Array>;
  /** By respondent: minutes over everything; NaN where nothing was timed. */
  readonly minutes: Float64Array;
  /** By page, then respondent: milliseconds. */
  readonly pages: ReadonlyMap<string, Float64Array>;
}

/** Sums the time of each respondent; time out of sight does not count. A page timed as a whole counts once. */
export function readTimes(times: readonly TimeSpent[], people: People): Times {
  const [items, whole] = [new Map<string, Float64Array>(), new Map<string, Float64Array>()];
  for (const { response, item, page, milliseconds, focused } of times) {
    const row = people.rowOf.get(response);
    if (row === undefined || !focused) continue;
    if (item !== undefined) add(items, item, row, milliseconds, people.count);
    else if (page !== undefined) add(whole, page, row, milliseconds, people.count);
  }
  const pageOf = new Map(people.units.map((unit) => [unit.item, unit.page]));
  const summed = new Map<string, Float64Array>();
  for (const [item, column] of items)
    column.forEach((time, row) => {
      if (!Number.isNaN(time)) add(summed, pageOf.get(item) ?? "", row, time, people.count);
    });
  const pages = new Map([...summed].map(([page, column]) => [page, preferred(whole.get(page), column)]));
  for (const [page, column] of whole) if (!pages.has(page)) pages.set(page, column);
  const minutes = new Float64Array(people.count).fill(Number.NaN);
  for (const column of pages.values())
    column.forEach((time, row) => {
      if (!Number.isNaN(time))
        minutes[row] = (Number.isNaN(minutes[row]!) ? 0 : minutes[row]!) + time / 60_000;
    });
  return { items, minutes, pages };
}

function add(
  columns: Map<string, Float64Array>,
  name: string,
  row: number,
  time: number,
  rows: number,
): void {
  const column = columns.get(name) ?? new Float64Array(rows).fill(Number.NaN);
  column[row] = (Number.isNaN(column[row]!) ? 0 : column[row]!) + time;
  columns.set(name, column);
}

function preferred(whole: Float64Array | undefined, parts: Float64Array): Float64Array {
  return whole ? parts.map((time, row) => (Number.isNaN(whole[row]!) ? time : whole[row]!)) : parts;
}

/** By item, then respondent: time taken over the time that its words take at the usual pace of the language. */
export function relativeTimes({ items }: Times, people: People): ReadonlyMap<string, Float64Array> {
  const byItem = new Map(people.units.map((unit) => [unit.item, unit]));
  const known = [...items].flatMap(([name, column]) => {
    const unit = byItem.get(name);
    return unit ? [{ name, column, unit }] : [];
  });
  const paces = people.languages.map((language, place) =>
    median(
      known.map(({ column, unit }) => {
        const own = column.filter((_, row) => people.language[row] === place);
        return median(own) / wordsFor(unit, language);
      }),
    ),
  );
  return new Map(
    known.map(({ name, column, unit }) => {
      const expected = people.languages.map((language, place) => paces[place]! * wordsFor(unit, language));
      return [name, column.map((time, row) => time / expected[people.language[row]!]!)];
    }),
  );
}

/** Words of an item in a language, of another where it has none; NaN where there are no words. */
export function wordsFor(unit: PilotUnit, language: string): number {
  return unit.words[language] || Object.values(unit.words)[0] || Number.NaN;
}
