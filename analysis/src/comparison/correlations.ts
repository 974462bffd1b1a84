import type { ScoreSpace } from "./score-space.ts";
import { covarianceOf, type ScoredDomain } from "./scored-domain.ts";
import type { ScoredFigures, ScoredLevel } from "./scored-figures.ts";
import type { Correlations } from "./working-comparisons.ts";

/** Pairs whose correlation is below this, in thousandths, are not kept: they change an error by less than 0.3 %. */
const smallest = 5;

/** How far the figures of the domains of one dimension hang together, and with that of the country, which holds them. */
export function correlationsWithin(
  measure: number,
  { crossing: { crossing }, domains, sharedWithCountry }: ScoredLevel,
  country: ScoredFigures["country"],
  space: ScoreSpace,
): Correlations[] {
  const among = domains.flatMap((one, i) =>
    domains.slice(i + 1).flatMap((other, j) => pairOf(i, i + 1 + j, one, other, 0, space)),
  );
  const beside = domains.flatMap((one, i) =>
    one ? pairOf(i, 0, one, country, sharedWithCountry(i), space) : [],
  );
  return [
    { measure, crossing, other: crossing, pairs: among },
    { measure, crossing, other: [], pairs: beside },
  ];
}

/** Of the domains of one level and those of another, which hold them. */
export function correlationsBetween(
  measure: number,
  level: ScoredLevel,
  holders: ScoredLevel,
  holderOf: Int32Array,
  space: ScoreSpace,
): Correlations {
  const pairs = level.domains.flatMap((one, i) =>
    holders.domains.flatMap((other, j) => {
      if (!one || !other) return [];
      const shared = holderOf[i] === j ? level.sharedWith(i, holders, j) : 0;
      return pairOf(i, j, one, other, shared, space);
    }),
  );
  return { measure, crossing: level.crossing.crossing, other: holders.crossing.crossing, pairs };
}

function pairOf(
  i: number,
  j: number,
  one: ScoredDomain | undefined,
  other: ScoredDomain | undefined,
  shared: number,
  space: ScoreSpace,
): Correlations["pairs"][number][] {
  if (!one || !other) return [];
  const covariance = covarianceOf(one, other, shared, space);
  const found = Math.round((1000 * covariance) / Math.sqrt(one.variance * other.variance));
  return Math.abs(found) >= smallest && Math.abs(found) <= 1000 ? [[i, j, found]] : [];
}
