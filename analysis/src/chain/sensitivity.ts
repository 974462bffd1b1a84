import type { Sensitivity } from "../comparison/index.ts";
import type { ReleasedTables } from "../disclosure/index.ts";
import { type IndicatorDefinition, lowestLevel } from "../indicators/index.ts";
import type { ReleaseFile } from "../release/index.ts";

/** Indicators that go down to municipalities are what most readers look at first. */
export const isHeadline = (indicator: IndicatorDefinition): boolean =>
  lowestLevel(indicator) === "municipality";

/** How far each shown figure of the country would move under other weights: what is hidden has no shift either. */
export function shownShifts(
  sensitivity: readonly Sensitivity[],
  { crossings }: ReleasedTables,
): ReleaseFile["sensitivity"] {
  const country = crossings.find(({ crossing }) => crossing.length === 0);
  const isShown = (measure: number) => {
    const state = country?.cells[measure]?.[0]?.state;
    return state === "published" || state === "few-observations";
  };
  return sensitivity.map(({ name, shifts }) => ({
    name,
    shifts: shifts
      .filter(({ measure }) => isShown(measure))
      .map(({ measure, shift }) => ({ measure, shift: Math.round(shift * 1e6) / 1e6 + 0 })),
  }));
}
