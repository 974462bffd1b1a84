import { median } from "../numerics/index.ts";

/** How long each respondent's window was in front, by item. */
export interface Timings {
  /** By item, then respondent: milliseconds; NaN where the item was not timed. */
  readonly milliseconds: readonly Float64Array[];
  /** By item, then respondent's group: words there are to read. */
  readonly words: readonly Float64Array[];
  /** By respondent: language and mode, 0 …; people are compared within it. */
  readonly group: Int32Array;
}

export interface Speed {
  /** By respondent: time spent over the time that the median member of the group spent on the same items. */
  readonly ofMedian: Float64Array;
  /** By respondent: share of timed items that took less time than the words need. */
  readonly hasty: Float64Array;
  /** Items timed. */
  readonly items: Int32Array;
}

/**
 * How fast each respondent was. Nobody is compared on items that routing spared them, so a short way through the
 * questionnaire is not haste.
 *
 * @param fastest milliseconds a word below which nobody reads it
 * @source Greszki, Meyer & Schoen (2015), Public Opinion Quarterly 79(2); Zhang & Conrad (2014), Survey Research Methods 8(2) (300 ms a word)
 */
export function speedOf({ milliseconds, words, group }: Timings, fastest: number): Speed {
  const people = group.length;
  const usual = milliseconds.map((column) => mediansByGroup(column, group));
  const [ofMedian, hasty, items] = [
    new Float64Array(people).fill(Number.NaN),
    new Float64Array(people).fill(Number.NaN),
    new Int32Array(people),
  ];
  for (let person = 0; person < people; person++) {
    let [spent, expected, quick] = [0, 0, 0];
    milliseconds.forEach((column, item) => {
      const time = column[person]!;
      if (Number.isNaN(time)) return;
      items[person]!++;
      spent += time;
      expected += usual[item]!.get(group[person]!) ?? 0;
      if (time < fastest * (words[item]?.[group[person]!] ?? 0)) quick++;
    });
    if (items[person] === 0 || expected === 0) continue;
    ofMedian[person] = spent / expected;
    hasty[person] = quick / items[person]!;
  }
  return { ofMedian, hasty, items };
}

function mediansByGroup(column: Float64Array, group: Int32Array): Map<number, number> {
  const members = Map.groupBy(column.keys(), (person) => group[person]!);
  return new Map([...members].map(([own, people]) => [own, median(people.map((person) => column[person]!))]));
}
