/**
 * The first of 0 … count-1 from which on a condition holds, found by halving; `count` where it never holds.
 *
 * @param holds false up to some place and true from there on
 */
export function firstPlaceWhere(count: number, holds: (place: number) => boolean): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
