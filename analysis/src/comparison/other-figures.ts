import { crossedCells, type Domains } from "../estimation/index.ts";
import type { CrossingDomains, ScoredMeasure } from "../lattice/index.ts";
import { figureScores, type OtherStatistic } from "./figure-scores.ts";
import type { ScoreSpace } from "./score-space.ts";
import { type Figure, type StretchedDomain, sharedScores, stretchedDomains } from "./score-sums.ts";
import type { ScoredFigures, ScoredLevel } from "./scored-figures.ts";

/** A level with its scores by row, before they are stretched. */
interface OtherLevel extends ScoredLevel {
  readonly scores: Float64Array;
  readonly domains: readonly (CountedStretched | undefined)[];
}
type CountedStretched = StretchedDomain & { readonly respondents: number };

/**
 * Quantiles and times to an event: its figures as they were estimated, and how they hang together by their
 * scores. The figure of the rest is estimated for each domain anew.
 */
export function otherFigures(
  scored: ScoredMeasure,
  statistic: OtherStatistic,
  space: ScoreSpace,
  country: CrossingDomains,
): ScoredFigures {
  const scoresIn = figureScores(statistic, space.weights);
  const figuresIn = (domains: Domains, figures: readonly Figure[]) => {
    const scores = scoresIn(
      domains,
      figures.map(({ value }) => value),
    );
    return { scores, stretched: stretchedDomains(scores, domains, figures, space) };
  };
  const scoredIn = (crossing: CrossingDomains, isCompared: (place: number) => boolean) => {
    const cells = scored.cells[scored.crossings.indexOf(crossing)] ?? [];
    const figures = cells.map((cell, place) => (cell && isCompared(place) ? cell.estimate : nothing));
    const { scores, stretched } = figuresIn(crossing, figures);
    const domains = stretched.map(
      (one, place) => one && { ...one, respondents: cells[place]?.estimate.respondents ?? 0 },
    );
    return { scores, domains };
  };
  const whole = scoredIn(country, () => true);
  const levelOf = (crossing: CrossingDomains, isCompared: (place: number) => boolean): OtherLevel => {
    const { scores, domains } = scoredIn(crossing, isCompared);
    const known = new Map<Float64Array, Float64Array>();
    const shared = (place: number, others: Float64Array, holder: StretchedDomain | undefined) => {
      const sums = known.get(others) ?? sharedScores(scores, others, crossing, space);
      known.set(others, sums);
      return sums[place]! * (domains[place]?.factor ?? Number.NaN) * (holder?.factor ?? Number.NaN);
    };
    return {
      crossing,
      scores,
      domains,
      sharedWithCountry: (place) => shared(place, whole.scores, whole.domains[0]),
      sharedWith: (place, other, holder) => {
        const { scores: others, domains: holders } = other as OtherLevel;
        return shared(place, others, holders[holder]);
      },
    };
  };
  return {
    country: whole.domains[0],
    levelOf,
    restsOf: (crossing, places) => {
      const rests = places.map((place) => ({ of: restIn(country, crossing, place), count: 1 }));
      const estimates = scored.estimatesIn(crossedCells(rests)).map(({ estimate }) => estimate);
      return rests.map((rest, i) => figuresIn(rest, estimates.slice(i, i + 1)).stretched[0]);
    },
  };
}

const nothing: Figure = { value: null, standardError: null };

function restIn(country: CrossingDomains, { of }: CrossingDomains, place: number): Int32Array {
  return country.of.map((inside, row) => (inside < 0 || of[row] === place ? -1 : 0));
}
