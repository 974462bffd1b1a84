import type { Crossing } from "../lattice/index.ts";
import { differenceOf } from "./difference.ts";
import type { DomainSums } from "./domain-sums.ts";
import type { Places } from "./places.ts";
import { type ScoredDomain, varianceOfDifference } from "./scored-domain.ts";
import type { ScoredPlace, ScoredPlaces } from "./scored-places.ts";
import type { Untold } from "./verdict.ts";

/** Fewest respondents of the others with whom a place is compared. */
const fewestOthers = 20;

/**
 * A measure in each municipality and group of them against the rest and against the country, and in each municipality
 * against its group; by family: one kind in one crossing.
 */
export function againstOthers(
  measure: number,
  { groupOf }: Places,
  scored: ScoredPlaces,
  degreesOfFreedom: number,
): Untold[][] {
  const about = { measure, scored, degreesOfFreedom };
  const levels: readonly (readonly [Crossing, ScoredPlaces["groups"]])[] = [
    [["municipality"], scored.municipalities],
    [["municipality-group"], scored.groups],
  ];
  const inGroups = scored.municipalities.flatMap((place, i) => {
    const group = scored.groups[groupOf[i]!];
    if (!place || !group || group.sums.respondents - place.sums.respondents < fewestOthers) return [];
    return [compared("group", ["municipality"], place, group, place.sums, Number.NaN, about)];
  });
  return [...levels.flatMap(([crossing, places]) => againstCountry(crossing, places, about)), inGroups];
}

interface About {
  readonly measure: number;
  readonly scored: ScoredPlaces;
  readonly degreesOfFreedom: number;
}

function againstCountry(crossing: Crossing, places: ScoredPlaces["groups"], about: About): Untold[][] {
  const { country, restOf } = about.scored;
  const found = places.filter(
    (place): place is ScoredPlace =>
      place !== undefined && country.sums.respondents - place.sums.respondents >= fewestOthers,
  );
  return [
    found.map((place) =>
      compared("rest", crossing, place, restOf(place), undefined, place.sameComposition, about),
    ),
    found.map((place) => {
      const shareOfOthers = 1 - place.sums.x / country.sums.x;
      const alike = place.sameComposition * shareOfOthers;
      return compared("country", crossing, place, country, place.sums, alike, about);
    }),
  ];
}

/** @param common sums over those whom both hold; undefined where they share nobody */
function compared(
  kind: Untold["kind"],
  crossing: Crossing,
  place: ScoredPlace,
  other: ScoredDomain,
  common: DomainSums | undefined,
  sameComposition: number,
  { measure, scored, degreesOfFreedom }: About,
): Untold {
  const variance = varianceOfDifference(place, other, common, scored.space);
  return {
    kind,
    measure,
    crossing,
    domain: [place.code],
    ...differenceOf(place.value - other.value, variance, degreesOfFreedom),
    compositionAdjusted: Number.isFinite(sameComposition) ? sameComposition : null,
    before: null,
  };
}
