import type { Dataset } from "../dataset/index.ts";
import { type Design, secondPhase } from "../design/index.ts";
import type { Domains } from "../estimation/index.ts";
import {
  drawFactors,
  type EvaluatedIndicator,
  evaluateIndicators,
  type IndicatorDefinition,
  type Tally,
  talliesOf,
} from "../indicators/index.ts";
import type { WorkingCell } from "./working-tables.ts";

/** An indicator or a part of one: by crossing, by cell. */
export interface Estimated {
  readonly indicator: IndicatorDefinition;
  /** null for the indicator itself. */
  readonly part: string | null;
  readonly byCrossing: readonly (readonly WorkingCell[])[];
}

export interface EstimatedPeople {
  readonly dataset: Dataset;
  readonly design: Design;
  /** By row: 1 for who counts in the country. */
  readonly inside: Uint8Array;
}

/** Every measure in every cell of the crossings. */
export function estimatedIn(
  crossings: readonly Domains[],
  indicators: readonly IndicatorDefinition[],
  people: EstimatedPeople,
): Estimated[] {
  const { dataset, design, inside } = people;
  const evaluated = crossings.map((domains) =>
    evaluateIndicators(indicators, dataset, design, domains, inside),
  );
  return indicators.flatMap((indicator, i) => {
    const own = evaluated.map((crossing) => crossing[i]!);
    const weights = weightsOf(indicator, people);
    const country = { domains: { of: Int32Array.from(inside, (one) => one - 1), count: 1 } };
    const tallies = talliesOf(indicator, { dataset, design: { weights }, country });
    return [null, ...(own[0]?.parts ?? []).map(({ id }) => id)].map((part, p): Estimated => {
      const byCrossing = own.map((one, c) =>
        byDomainOf(one, p).map((estimate, domain) => {
          const { base, households, weightedBase, numerator } = countsIn(
            tallies[p]!,
            weights,
            crossings[c]!,
            domain,
          );
          return { ...estimate, base, households, weightedBase, numerator };
        }),
      );
      return { indicator, part, byCrossing };
    });
  });
}

function byDomainOf({ byDomain, parts }: EvaluatedIndicator, p: number) {
  return p === 0 ? byDomain : parts[p - 1]!.byDomain;
}

function weightsOf({ drawn }: IndicatorDefinition, { dataset, design }: EstimatedPeople): Float64Array {
  return drawn === undefined ? design.weights : secondPhase(design, drawFactors(drawn, dataset)).weights;
}

function countsIn({ base, numerator }: Tally, weights: Float64Array, { of }: Domains, domain: number) {
  const counts = { base: 0, households: 0, weightedBase: 0, numerator: numerator ? 0 : null };
  for (let row = 0; row < of.length; row++) {
    if (of[row] !== domain || weights[row] === 0 || base[row] === 0) continue;
    counts.base += base[row]!;
    counts.households++;
    counts.weightedBase += weights[row]! * base[row]!;
    if (numerator && counts.numerator !== null) counts.numerator += numerator[row]!;
  }
  return counts;
}
