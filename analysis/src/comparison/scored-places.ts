import type { RatioStatistic } from "../indicators/index.ts";
import { sameComposition } from "./composition.ts";
import { sumsByDomain, together, without } from "./domain-sums.ts";
import type { Places } from "./places.ts";
import type { ScoreSpace } from "./score-space.ts";
import { type ScoredDomain, scoredDomain } from "./scored-domain.ts";

/** A municipality or a group of them. */
export interface ScoredPlace extends ScoredDomain {
  readonly code: string;
  /** Its difference to everybody else of the same composition; NaN where that cannot be told. */
  readonly sameComposition: number;
}

/** One measure in the country, its groups and its municipalities, with all that their covariances need. */
export interface ScoredPlaces {
  readonly space: ScoreSpace;
  readonly country: ScoredDomain;
  /** By place in the lattice; undefined where there is nothing to compare. */
  readonly municipalities: readonly (ScoredPlace | undefined)[];
  readonly groups: readonly (ScoredPlace | undefined)[];
  /** Everybody of the country but the domain. */
  readonly restOf: (domain: ScoredDomain) => ScoredDomain;
}

/**
 * One pass over the rows for the sums of all places; groups and the country are their sums.
 *
 * @param isCompared which places have a figure that is compared with others
 */
export function scoredPlaces(
  statistic: RatioStatistic,
  space: ScoreSpace,
  places: Places,
  isCompared: (level: "municipality" | "municipality-group", code: string) => boolean,
): ScoredPlaces {
  const { of, municipalities, groups, groupOf, composition } = places;
  const sums = sumsByDomain(statistic, space, of, municipalities.length + 1);
  const country = together(sums);
  const alike = sameComposition(statistic, space.weights, composition, of, municipalities.length + 1);
  const scored = (code: string, members: readonly number[]): ScoredPlace => ({
    ...scoredDomain(together(members.map((place) => sums[place]!)), space),
    code,
    sameComposition: alike(members),
  });
  return {
    space,
    country: scoredDomain(country, space),
    municipalities: municipalities.map((code, place) =>
      isCompared("municipality", code) ? scored(code, [place]) : undefined,
    ),
    groups: groups.map((code, group) => {
      const members = municipalities.flatMap((_, place) => (groupOf[place] === group ? [place] : []));
      return isCompared("municipality-group", code) ? scored(code, members) : undefined;
    }),
    restOf: (domain) => scoredDomain(without(country, domain.sums), space),
  };
}
