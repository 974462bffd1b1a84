import type { Design } from "../design/index.ts";
import type { CrossingDomains, Lattice } from "../lattice/index.ts";
import { type ComposedDomains, composedDomains } from "./composition.ts";
import { alone, compositionOf, type Places, placesOf } from "./places.ts";
import { type ScoreSpace, scoreSpaceOf } from "./score-space.ts";

/** What all comparisons of a wave need of its people, whatever they answered. */
export interface ComparedPeople {
  readonly country: CrossingDomains;
  /** By row: 1 for who belongs to the population. */
  readonly isInside: Uint8Array;
  /** Undefined where the instrument does not ask where people live. */
  readonly places: Places | undefined;
  /** Everybody by what they are; and the same within each municipality. */
  readonly composed: ComposedDomains;
  readonly composedPlaces: ComposedDomains | undefined;
  /** Undefined for designs whose covariances do not follow from sums. */
  spaceOf(design: Design): ScoreSpace | undefined;
}

export function comparedPeople(crossings: readonly CrossingDomains[], lattice: Lattice): ComparedPeople {
  const country = alone(crossings);
  if (!country) throw new RangeError("The country is a crossing of every lattice.");
  const [places, composition] = [placesOf(lattice, crossings), compositionOf(crossings)];
  const spaces = new Map<Design, ScoreSpace | undefined>();
  return {
    country,
    isInside: Uint8Array.from(country.of, (inside) => inside + 1),
    places,
    composed: composedDomains(composition, country.of),
    composedPlaces: places && composedDomains(composition, places.of),
    spaceOf: (design) => {
      if (!spaces.has(design)) spaces.set(design, scoreSpaceOf(design));
      return spaces.get(design);
    },
  };
}
