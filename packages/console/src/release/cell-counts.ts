import type { CellCounts } from "@tiltas/contract/releases";

/** Reasons in the order of the bar: what is shown first, then what is hidden, then what has no place here. */
export const reasons = [
  "published",
  "fewObservations",
  "tooFew",
  "protected",
  "notEstimable",
  "leftOut",
  "notShownHere",
] as const satisfies readonly (keyof CellCounts)[];

/** Cells that a figure could stand in: what is not about these people or not shown at this level does not count. */
export function meant(counts: CellCounts): number {
  return allOf(counts) - counts.leftOut - counts.notShownHere;
}

export function shownOf({ published, fewObservations }: CellCounts): number {
  return published + fewObservations;
}

export function allOf(counts: CellCounts): number {
  return reasons.reduce((sum, reason) => sum + counts[reason], 0);
}
