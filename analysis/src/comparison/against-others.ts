import { differenceOf } from "./difference.ts";
import type { Places } from "./places.ts";
import type { ScoreSpace } from "./score-space.ts";
import { type ScoredDomain, varianceOfDifference } from "./scored-domain.ts";
import type { CountedDomain, ScoredFigures, ScoredLevel } from "./scored-figures.ts";
import type { Untold } from "./verdict.ts";

/** Fewest respondents of the others with whom a place is compared. */
const fewestOthers = 20;

/** One measure in the country, in municipalities and in their groups. */
export interface ScoredPlaces {
  readonly measure: number;
  readonly figures: ScoredFigures;
  readonly municipalities: ScoredLevel | undefined;
  readonly groups: ScoredLevel | undefined;
  readonly space: ScoreSpace;
  readonly degreesOfFreedom: number;
  /** False where nothing may be said of the country: then municipalities stand beside their groups alone. */
  readonly claimsCountry: boolean;
  /** How much more a place is than others of the same composition, and than the country; null where that cannot be told. */
  readonly sameComposition: (kind: "rest" | "country", level: ScoredLevel, place: number) => number | null;
}

/**
 * A measure in each municipality and group of them against the rest and against the country, and in each municipality
 * against its group; by family: one kind in one crossing.
 */
export function againstOthers({ groupOf }: Pick<Places, "groupOf">, about: ScoredPlaces): Untold[][] {
  const { municipalities, groups, claimsCountry } = about;
  const levels = [municipalities, groups].filter((level) => level !== undefined);
  return [
    ...(claimsCountry ? levels.flatMap((level) => againstCountry(level, about)) : []),
    ...(municipalities && groups ? [againstGroups(municipalities, groups, groupOf, about)] : []),
  ];
}

function againstCountry(level: ScoredLevel, about: ScoredPlaces): Untold[][] {
  const { country, restsOf } = about.figures;
  if (!country) return [];
  const found = placesOf(level).filter(({ own }) => country.respondents - own.respondents >= fewestOthers);
  const rests = restsOf(
    level.crossing,
    found.map(({ place }) => place),
  );
  return [
    found.flatMap(({ own, place }, i) => {
      const rest = rests[i];
      const alike = about.sameComposition("rest", level, place);
      return rest ? [compared("rest", level, place, { own, other: rest, shared: 0, alike }, about)] : [];
    }),
    found.map(({ own, place }) => {
      const shared = level.sharedWithCountry(place);
      const alike = about.sameComposition("country", level, place);
      return compared("country", level, place, { own, other: country, shared, alike }, about);
    }),
  ];
}

function againstGroups(
  municipalities: ScoredLevel,
  groups: ScoredLevel,
  groupOf: Int32Array,
  about: ScoredPlaces,
): Untold[] {
  return placesOf(municipalities).flatMap(({ own, place }) => {
    const group = groups.domains[groupOf[place]!];
    if (!group || group.respondents - own.respondents < fewestOthers) return [];
    const shared = municipalities.sharedWith(place, groups, groupOf[place]!);
    return [compared("group", municipalities, place, { own, other: group, shared, alike: null }, about)];
  });
}

function placesOf({ domains }: ScoredLevel): { own: CountedDomain; place: number }[] {
  return domains.flatMap((own, place) => (own ? [{ own, place }] : []));
}

interface TwoFigures {
  readonly own: ScoredDomain;
  readonly other: ScoredDomain;
  /** Σ scale · s·s' over those whom both hold; 0 where they share nobody. */
  readonly shared: number;
  readonly alike: number | null;
}

function compared(
  kind: Untold["kind"],
  { crossing: { crossing, codes } }: ScoredLevel,
  place: number,
  { own, other, shared, alike }: TwoFigures,
  { measure, space, degreesOfFreedom }: ScoredPlaces,
): Untold {
  const variance = varianceOfDifference(own, other, shared, space);
  return {
    kind,
    measure,
    crossing,
    domain: codes[place] ?? [],
    ...differenceOf(own.value - other.value, variance, degreesOfFreedom),
    compositionAdjusted: alike,
    before: null,
  };
}
