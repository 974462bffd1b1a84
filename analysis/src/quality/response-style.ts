/** Answers to ordered items on 0 to 1 of their own scale, as ticked; by item, then respondent, NaN missing. */
export interface OrderedAnswers {
  readonly places: readonly Float64Array[];
  /** By item: a high place means little of the concept. */
  readonly reversed: readonly boolean[];
}

export interface ResponseStyle {
  /** By respondent: share of answers at either end; NaN with fewer than `atLeast` answers. */
  readonly extreme: Float64Array;
  /**
   * By respondent: mean place over items of both directions, each direction counting half, so that content cancels
   * out: 0.5 is no leaning, 1 agrees with everything. NaN without enough answers in both directions.
   */
  readonly acquiescence: Float64Array;
}

/**
 * How respondents use scales, whatever they are asked.
 *
 * @source Baumgartner & Steenkamp (2001), Response Styles in Marketing Research, Journal of Marketing Research 38(2)
 */
export function responseStyle({ places, reversed }: OrderedAnswers, atLeast: number): ResponseStyle {
  const people = places[0]?.length ?? 0;
  const [extreme, acquiescence] = [new Float64Array(people), new Float64Array(people)];
  for (let person = 0; person < people; person++) {
    const ends = { answered: 0, at: 0 };
    const sides = [
      { answered: 0, sum: 0 },
      { answered: 0, sum: 0 },
    ];
    places.forEach((column, item) => {
      const place = column[person]!;
      if (Number.isNaN(place)) return;
      ends.answered++;
      if (place <= 0 || place >= 1) ends.at++;
      const side = sides[reversed[item] ? 1 : 0]!;
      side.answered++;
      side.sum += place;
    });
    extreme[person] = ends.answered >= atLeast ? ends.at / ends.answered : Number.NaN;
    const enough = sides.every(({ answered }) => answered >= Math.max(2, atLeast / 4));
    acquiescence[person] = enough
      ? sides.reduce((sum, side) => sum + side.sum / side.answered, 0) / 2
      : Number.NaN;
  }
  return { extreme, acquiescence };
}

/** How many standard deviations each value lies from the mean of its own group; NaN where that has no spread. */
export function standardisedWithin(values: Float64Array, group: Int32Array): Float64Array {
  const known = Array.from(values.keys()).filter((person) => !Number.isNaN(values[person]!));
  const z = new Float64Array(values.length).fill(Number.NaN);
  for (const people of Map.groupBy(known, (person) => group[person]!).values()) {
    const mean = people.reduce((sum, person) => sum + values[person]!, 0) / people.length;
    const squares = people.reduce((sum, person) => sum + (values[person]! - mean) ** 2, 0);
    const deviation = Math.sqrt(squares / (people.length - 1));
    if (deviation > 0) for (const person of people) z[person] = (values[person]! - mean) / deviation;
  }
  return z;
}
