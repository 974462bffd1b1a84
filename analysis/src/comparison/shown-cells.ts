import type { Crossing, WorkingCell, WorkingTables } from "../lattice/index.ts";
import { crossingName } from "../lattice/index.ts";

/** With fewer respondents, or effective ones, a figure is too imprecise to be shown, and is compared with nothing. */
const fewest = 20;
const fewestEffective = 12;

/** True for figures that may stand alone; the policy of a release may still hide them. */
export function isPrecise(cell: WorkingCell | null | undefined): cell is WorkingCell {
  if (!cell || cell.leftOut || cell.estimate.value === null) return false;
  const { respondents, effectiveRespondents } = cell.estimate;
  return respondents >= fewest && (effectiveRespondents ?? respondents) >= fewestEffective;
}

/** The table of one crossing, where there is one. */
export function tableOf(
  tables: WorkingTables,
  crossing: Crossing,
): WorkingTables["crossings"][number] | undefined {
  const name = crossingName(crossing);
  return tables.crossings.find((one) => crossingName(one.crossing) === name);
}

/** Municipalities whose cells hold two waves together: nothing of one wave alone is compared with them. */
export function pooledPlaces({ ladder }: WorkingTables): ReadonlySet<string> {
  return new Set(ladder.flatMap(({ municipality, stands }) => (stands === "pooled" ? [municipality] : [])));
}
