import { isList, isObject } from "../../definition/index.ts";

/** Values nested deeper than this are compared without recursion. */
const deepest = 300;

/** Whether two JSON values are the same, whatever the order of keys; depth is no danger. */
export function isSame(left: unknown, right: unknown, depth = 0): boolean {
  if (Object.is(left, right)) return true;
  if (depth > deepest) return isSameAtAnyDepth(left, right);
  if (isList(left))
    return (
      isList(right) &&
      left.length === right.length &&
      left.every((value, i) => isSame(value, right[i], depth + 1))
    );
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key], depth + 1))
  );
}

function isSameAtAnyDepth(left: unknown, right: unknown): boolean {
  const open: [unknown, unknown][] = [[left, right]];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [one, other] = pair;
    if (Object.is(one, other)) continue;
    const members = membersOf(one, other);
    if (members === undefined) return false;
    for (const member of members) open.push(member);
  }
  return true;
}

/** The values that must be the same one by one; undefined where these two can never be. */
function membersOf(one: unknown, other: unknown): [unknown, unknown][] | undefined {
  if (isList(one) && isList(other))
    return one.length === other.length ? one.map((value, i) => [value, other[i]]) : undefined;
  if (!isObject(one) || !isObject(other)) return undefined;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return undefined;
  if (!keys.every((key) => Object.hasOwn(other, key))) return undefined;
  return keys.map((key) => [one[key], other[key]]);
}

/** The longest run of `order` that is already in rising order, as positions: what is outside has moved. */
export function unmoved(order: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [i, value] of order.entries()) {
    const length = placeAmong(ends, order, value);
    previous[i] = length > 0 ? (ends[length - 1] ?? -1) : -1;
    ends[length] = i;
  }
  const kept = new Set<number>();
  for (let i = ends.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) kept.add(i);
  return kept;
}

/** How many of the runs end below `value`; the runs stand in order of their ends. */
function placeAmong(ends: readonly number[], order: readonly number[], value: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((order[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
