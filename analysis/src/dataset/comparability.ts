import { trendOf, type VersionStep } from "@tiltas/instrument/versions";
import type { Comparability } from "./dataset.ts";

/** What is known of one item over the versions of a chain, oldest first. */
export interface ItemTrend {
  /** By version: what answers to it are worth in the terms of the own version. */
  readonly grades: readonly Comparability[];
  /** By version: what the item was called; none where it was not asked. */
  readonly called: readonly (readonly string[])[];
}

/**
 * Grades of one item, by version.
 * same: as if nothing had happened · renamed · recoded: other codes for the same answers · limited: the series goes on
 * with a note · not-comparable: it begins anew, or was not asked.
 *
 * @param item its address in the own version: `item`, `matrix.row`, `roster[].part`
 */
export function trendOfItem(steps: readonly VersionStep[], item: string): ItemTrend {
  if (steps.length === 0) return { grades: ["same"], called: [[item]] };
  const points = trendOf(steps, item);
  return {
    called: points.map(({ items }) => items),
    grades: points.map(({ items, standing, codes }) => {
      if (standing === "broken" || items.length === 0) return "not-comparable";
      if (standing === "with-note") return "limited";
      if (codes !== undefined) return "recoded";
      return items.length === 1 && items[0] === item ? "same" : "renamed";
    }),
  };
}

const order: readonly Comparability[] = ["same", "renamed", "recoded", "limited", "not-comparable"];

/** The weakest of several grades: a series holds as well as its weakest link. */
export function weakest(grades: Iterable<Comparability>): Comparability {
  return order[Math.max(0, ...[...grades].map((grade) => order.indexOf(grade)))] ?? "same";
}
