import { numberGiven } from "./given.ts";
import type { OutlineNode } from "./outline.ts";

/** survey-core shows no more than 20 rungs that are not written out. */
const mostRungs = 20;

/** The numbers on a rating whose rungs are not written out: survey-core's `rateMin`, `rateMax`, `rateStep`, `rateCount`. */
export function rungsOf(node: OutlineNode): number[] {
  const step = numberGiven(node, "rateStep") ?? 1;
  const [first, last] = endsOf(node, step);
  if (step <= 0) return first <= last ? [first] : [];
  const length = Math.min(Math.floor((last - first) / step + 1e-9) + 1, mostRungs);
  return Array.from({ length: Math.max(length, 0) }, (_, i) => rounded(first + i * step));
}

/** The count settles the end that is not given; it settles nothing alone. */
function endsOf(node: OutlineNode, step: number): [number, number] {
  const [first, last, count] = ["rateMin", "rateMax", "rateCount"].map((end) => numberGiven(node, end));
  if (count !== undefined && first !== undefined && last === undefined)
    return [first, first + step * (count - 1)];
  if (count !== undefined && first === undefined && last !== undefined)
    return [last - step * (count - 1), last];
  return [first ?? 1, last ?? 5];
}

/** Steps such as 0.1 add up without the dust of binary fractions. */
function rounded(rung: number): number {
  return Number(rung.toFixed(10)) + 0;
}
