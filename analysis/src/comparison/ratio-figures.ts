import type { CrossingDomains } from "../lattice/index.ts";
import { type DomainSums, without } from "./domain-sums.ts";
import type { ScoreSpace } from "./score-space.ts";
import { type RatioDomain, ratioDomain, sharedByRatios } from "./scored-domain.ts";
import type { ScoredFigures, ScoredLevel } from "./scored-figures.ts";

/** A level of ratios, whose sums may be taken from each other. */
interface RatioLevel extends ScoredLevel {
  readonly domains: readonly (CountedRatio | undefined)[];
}
type CountedRatio = RatioDomain & { readonly respondents: number };

/** A ratio of totals: every figure and every covariance follows from sums by domain. */
export function ratioFigures(
  sumsOf: (crossing: CrossingDomains) => DomainSums[],
  space: ScoreSpace,
  country: CrossingDomains,
): ScoredFigures {
  const figureOf = (sums: DomainSums): CountedRatio => ({
    ...ratioDomain(sums, space),
    respondents: sums.respondents,
  });
  const [whole] = sumsOf(country).map(figureOf);
  if (!whole) throw new RangeError("The country is one domain, yet it has no sums.");
  const known = new Map<CrossingDomains, DomainSums[]>();
  const sumsIn = (crossing: CrossingDomains) => {
    const sums = known.get(crossing) ?? sumsOf(crossing);
    known.set(crossing, sums);
    return sums;
  };
  const levelOf = (crossing: CrossingDomains, isCompared: (place: number) => boolean): RatioLevel => {
    const domains = sumsIn(crossing).map((sums, place) => (isCompared(place) ? figureOf(sums) : undefined));
    const shared = (place: number, holder: RatioDomain | undefined) => {
      const own = domains[place];
      return own && holder ? sharedByRatios(own, holder, own.sums) : Number.NaN;
    };
    return {
      crossing,
      domains,
      sharedWithCountry: (place) => shared(place, whole),
      sharedWith: (place, other, holder) => shared(place, (other as RatioLevel).domains[holder]),
    };
  };
  return {
    country: whole,
    levelOf,
    restsOf: (crossing, places) =>
      places.map((place) => ratioDomain(without(whole.sums, sumsIn(crossing)[place]!), space)),
  };
}
