import { outsidePopulation, type WorkingCell, type WorkingTables } from "../lattice/index.ts";
import { differenceOf } from "./difference.ts";
import { isPrecise, pooledPlaces, tableOf } from "./shown-cells.ts";
import type { Untold } from "./verdict.ts";

/**
 * Change since the wave before, for the country and every domain of one dimension in which both waves have a figure.
 * Not for people outside the population, who are weighted to nothing. The samples were drawn independently of each other: variances and degrees of freedom add.
 *
 * @param isComparable whether the mapping between versions allows a measure to be compared at all
 * @param compositionAdjusted the change of the country between groups of the same composition, by measure
 * @source Kish (1965), Survey Sampling, §12.4
 * @agrees R survey::svycontrast over two independent samples, tests/reference
 */
export function changesSince(
  before: WorkingTables,
  now: WorkingTables,
  isComparable: (indicator: string) => boolean,
  compositionAdjusted: (measure: number) => number | null,
): Untold[] {
  const pooled = new Set([...pooledPlaces(before), ...pooledPlaces(now)]);
  const placeBefore = new Map(before.measures.map(({ id }, place) => [id, place]));
  return now.crossings
    .filter(({ crossing }) => crossing.length <= 1 && !crossing.includes(outsidePopulation))
    .flatMap(({ crossing, domains, cells }) => {
      const earlier = tableOf(before, crossing);
      if (!earlier) return [];
      const domainBefore = new Map(earlier.domains.map(([code = ""], place) => [code, place]));
      return now.measures.flatMap(({ id, indicator }, measure) => {
        const row = placeBefore.get(id);
        if (row === undefined || !isComparable(indicator)) return [];
        return domains.flatMap((domain, place): Untold[] => {
          const [code = ""] = domain;
          const cell = cells[measure]?.[place];
          const old = earlier.cells[row]?.[domainBefore.get(code) ?? -1];
          if (!isPrecise(cell) || !isPrecise(old)) return [];
          if (crossing[0] === "municipality" && pooled.has(code)) return [];
          const alike = crossing.length === 0 ? compositionAdjusted(measure) : null;
          return [{ ...changeBetween(cell, old), measure, crossing, domain, compositionAdjusted: alike }];
        });
      });
    });
}

function changeBetween({ estimate: now }: WorkingCell, { estimate: before }: WorkingCell) {
  const variance = (now.standardError ?? Number.NaN) ** 2 + (before.standardError ?? Number.NaN) ** 2;
  const difference = (now.value ?? Number.NaN) - (before.value ?? Number.NaN);
  const { respondents, effectiveRespondents } = before;
  return {
    kind: "change" as const,
    ...differenceOf(difference, variance, now.degreesOfFreedom + before.degreesOfFreedom),
    before: { respondents, effectiveRespondents },
  };
}
