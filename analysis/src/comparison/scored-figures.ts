import type { CrossingDomains } from "../lattice/index.ts";
import type { ScoredDomain } from "./scored-domain.ts";

/** One measure with all that covariances of its domains need, whatever it estimates. */
export interface ScoredFigures {
  /** Undefined where the country has no figure. */
  readonly country: CountedDomain | undefined;
  /** The domains of a crossing that are compared. */
  levelOf(crossing: CrossingDomains, isCompared: (place: number) => boolean): ScoredLevel;
  /** For each of some domains: everybody of the country but them; undefined where those have no figure. */
  restsOf(crossing: CrossingDomains, places: readonly number[]): (ScoredDomain | undefined)[];
}

/** A figure and the respondents whom it rests on. */
export interface CountedDomain extends ScoredDomain {
  readonly respondents: number;
}

export interface ScoredLevel {
  readonly crossing: CrossingDomains;
  /** By place; undefined for what is not compared. */
  readonly domains: readonly (CountedDomain | undefined)[];
  /** Σ scale · s·s' of the scores of a domain and of those of the country; NaN without a figure. */
  sharedWithCountry(place: number): number;
  /** The same with a domain of another crossing that holds all of it. */
  sharedWith(place: number, other: ScoredLevel, holder: number): number;
}
