import type { Item } from "@tiltas/instrument/definition";
import { notNumbered, type PlacedAnswers } from "@tiltas/instrument/plan";

/**
 * What follows from the answers at a few places alone is found once for the same answers.
 *
 * @param places undefined where it may follow from others: it is then found each time
 */
export function bySameAnswers<Also, Result>(
  places: readonly number[] | undefined,
  find: (answers: PlacedAnswers, also: Also) => Result,
): (answers: PlacedAnswers, also: Also) => Result {
  const known = new Map<string, Result>();
  return (answers, also) => {
    const same = places && textOf(answers, places);
    if (same === undefined) return find(answers, also);
    let result = known.get(same);
    if (result === undefined) {
      result = find(answers, also);
      if (known.size < knownAtMost) known.set(same, result);
    }
    return result;
  };
}

const knownAtMost = 10_000;

/** Places of the items of these names in small letters; undefined where a name is not that of exactly one item. */
export function placesOf(
  items: readonly Pick<Item, "name">[],
  names: readonly string[],
): readonly number[] | undefined {
  const byName = Map.groupBy(items.keys(), (place) => items[place]?.name.toLowerCase() ?? "");
  const places = [...new Set(names)].map((name) => {
    const [place, another] = byName.get(name) ?? [];
    return another === undefined ? place : undefined;
  });
  return places.every((place) => place !== undefined) ? places : undefined;
}

/** The same for the same answers; undefined where one of them has no number. */
function textOf(answers: PlacedAnswers, places: readonly number[]): string | undefined {
  let same = "";
  for (const place of places) {
    const number = answers.numberAt(place);
    if (number === notNumbered) return undefined;
    same += `${number} `;
  }
  return same;
}
