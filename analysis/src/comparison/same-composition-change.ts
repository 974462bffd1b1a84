import type { IndicatorDefinition } from "../indicators/index.ts";
import type { WorkingTables } from "../lattice/index.ts";
import { type ComposedDomains, type ComposedSums, sameComposition } from "./composition.ts";

/** The people of a wave by what they are, and of each ratio of totals what they answered; by the id of the measure. */
export interface ComposedWave {
  readonly composed: ComposedDomains;
  readonly sums: ReadonlyMap<string, ComposedSums>;
}

/**
 * How much a figure of the country changed between people of the same citizenship, sex, age and ground of stay. The best
 * channels are chosen anew in each wave, so that of their parts no change is told.
 *
 * @returns a function of the measure; null for figures that are no ratio of totals
 */
export function changeOfSameComposition(
  before: ComposedWave,
  now: ComposedWave,
  { measures }: Pick<WorkingTables, "measures">,
  indicators: readonly IndicatorDefinition[],
): (measure: number) => number | null {
  const types = new Map(indicators.map(({ id, estimand }) => [id, estimand.type]));
  return (measure) => {
    const { id = "", indicator = "", part = null } = measures[measure] ?? {};
    const [earlier, later] = [before.sums.get(id), now.sums.get(id)];
    if (!earlier || !later || (part !== null && types.get(indicator) !== "index")) return null;
    const wave = ({ composed }: ComposedWave, sums: ComposedSums, place: number) => ({
      composed,
      sums,
      domainOf: composed.domainOf.map(() => place),
    });
    const { difference } = sameComposition([wave(before, earlier, 0), wave(now, later, 1)], 2)([1]);
    return Number.isFinite(difference) ? difference : null;
  };
}
