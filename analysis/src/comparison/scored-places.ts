import type { RatioStatistic } from "../indicators/index.ts";
import { differencesOfSameComposition } from "./composition.ts";
import { type DomainSums, sumsByDomain, together } from "./domain-sums.ts";
import type { Places } from "./places.ts";
import type { ScoreSpace } from "./score-space.ts";
import { type ScoredDomain, scoredDomain } from "./scored-domain.ts";

/** One measure in the country, its groups and its municipalities, with all that their covariances need. */
export interface ScoredPlaces {
  readonly space: ScoreSpace;
  readonly country: ScoredDomain;
  readonly municipalities: readonly ScoredDomain[];
  readonly groups: readonly ScoredDomain[];
  /** Everybody of the country but the domain. */
  readonly restOf: (domain: ScoredDomain) => ScoredDomain;
  /** By municipality and by group: the difference to the rest between people of the same composition. */
  readonly sameComposition: { readonly municipality: Float64Array; readonly group: Float64Array };
}

/** One pass over the rows for the sums of all places; groups and the country are their sums. */
export function scoredPlaces(statistic: RatioStatistic, space: ScoreSpace, places: Places): ScoredPlaces {
  const { of, municipalities, groups, groupOf, composition } = places;
  const sums = sumsByDomain(statistic, space, of, municipalities.length + 1);
  const scored = (own: DomainSums) => scoredDomain(own, space);
  const country = together(sums);
  const inGroup = groups.map((_, group) => together(sums.filter((_, place) => groupOf[place] === group)));
  const groupOfRow = of.map((place) =>
    place < 0 ? -1 : (groupOf[place] ?? -1) < 0 ? groups.length : groupOf[place]!,
  );
  const adjusted = (domains: Int32Array, count: number) =>
    differencesOfSameComposition(statistic, space.weights, composition, domains, count);
  return {
    space,
    country: scored(country),
    municipalities: sums.slice(0, municipalities.length).map(scored),
    groups: inGroup.map(scored),
    restOf: (domain) => scored(without(country, domain.sums)),
    sameComposition: {
      municipality: adjusted(of, municipalities.length + 1),
      group: adjusted(groupOfRow, groups.length + 1),
    },
  };
}

function without(all: DomainSums, part: DomainSums): DomainSums {
  return {
    respondents: all.respondents - part.respondents,
    y: all.y - part.y,
    x: all.x - part.x,
    yy: all.yy - part.yy,
    xy: all.xy - part.xy,
    xx: all.xx - part.xx,
    byCategory: all.byCategory.map((sum, i) => sum - part.byCategory[i]!),
  };
}
