import { freedomOf } from "../estimation/index.ts";
import type { CrossingDomains, ScoredMeasure } from "../lattice/index.ts";
import { againstOthers, type ScoredPlaces } from "./against-others.ts";
import type { ComparedPeople } from "./compared-people.ts";
import { composedSums, sameComposition } from "./composition.ts";
import { correlationsBetween, correlationsWithin } from "./correlations.ts";
import { type Counted, sumsByDomain } from "./domain-sums.ts";
import { otherFigures } from "./other-figures.ts";
import { priorityFigures } from "./priority-figures.ts";
import { ratioFigures } from "./ratio-figures.ts";
import type { ScoreSpace } from "./score-space.ts";
import type { ScoredFigures } from "./scored-figures.ts";
import { isPrecise } from "./shown-cells.ts";
import { sumsBehind } from "./sums-behind.ts";
import type { Untold } from "./verdict.ts";
import type { Correlations } from "./working-comparisons.ts";

/** Places against others, by family, and how far the figures of every dimension hang together. */
export interface ComparedFigure {
  readonly families: Untold[][];
  readonly correlations: Correlations[];
}

/** @param counted the respondents of a ratio of totals; null for other figures */
export function compareFigure(
  scored: ScoredMeasure,
  counted: Counted | null,
  people: ComparedPeople,
  space: ScoreSpace,
  claimsCountry: boolean,
): ComparedFigure {
  const { index, design } = scored;
  const { country, places } = people;
  const figures = figuresOf(scored, counted, country, space);
  const levels = scored.crossings.flatMap((crossing) => {
    if (crossing.crossing.length !== 1) return [];
    const compared = comparedIn(scored, crossing);
    return compared.size < 1 ? [] : [figures.levelOf(crossing, (place) => compared.has(place))];
  });
  const [municipalities, groups] = (["municipality", "municipality-group"] as const).map((dimension) =>
    levels.find(({ crossing }) => crossing.crossing[0] === dimension),
  );
  const correlations = levels.flatMap((level) =>
    correlationsWithin(index, level, claimsCountry ? figures.country : undefined, space),
  );
  if (!places) return { families: [], correlations };
  if (municipalities && groups)
    correlations.push(correlationsBetween(index, municipalities, groups, places.groupOf, space));
  const { degreesOfFreedom } = freedomOf(design);
  const alike = counted ? alikeIn(counted, people) : () => null;
  const about = { measure: index, figures, space, degreesOfFreedom, claimsCountry, sameComposition: alike };
  return { families: againstOthers(places, { ...about, municipalities, groups }), correlations };
}

function figuresOf(
  scored: ScoredMeasure,
  counted: Counted | null,
  country: CrossingDomains,
  space: ScoreSpace,
): ScoredFigures {
  const { statistic } = scored;
  if (statistic.kind === "ratio") return ratioFigures(sumsIn(scored, counted!, space), space, country);
  if (statistic.kind === "priority") return priorityFigures(scored, statistic.needs, space, country);
  return otherFigures(scored, statistic, space, country);
}

/** Sums that the estimates were made of, where there are any; else from the rows. */
function sumsIn({ behind, crossings }: ScoredMeasure, counted: Counted, space: ScoreSpace) {
  return (crossing: CrossingDomains) => {
    const first = behind?.firstCell(crossings.indexOf(crossing));
    return behind && first !== undefined && space.sharesSlots
      ? sumsBehind(behind.sums, first, crossing.count, space)
      : sumsByDomain(counted, space, crossing);
  };
}

/** Places of the domains whose figures may be set beside others: precise, and of this wave alone. */
function comparedIn({ cells, crossings, ladder }: ScoredMeasure, crossing: CrossingDomains): Set<number> {
  const pooled = new Set(
    ladder.flatMap(({ municipality, stands }) => (stands === "pooled" ? municipality : [])),
  );
  const isOfMunicipalities = crossing.crossing[0] === "municipality";
  return new Set(
    (cells[crossings.indexOf(crossing)] ?? []).flatMap((cell, place) => {
      const [code = ""] = crossing.codes[place] ?? [];
      return isPrecise(cell) && !(isOfMunicipalities && pooled.has(code)) ? [place] : [];
    }),
  );
}

/** Differences of the same composition, of a ratio of totals. */
function alikeIn(
  counted: Counted,
  { places, composedPlaces }: ComparedPeople,
): ScoredPlaces["sameComposition"] {
  if (!places || !composedPlaces) return () => null;
  const { municipalities, groupOf } = places;
  const sums = composedSums(counted, composedPlaces);
  const of = sameComposition(
    [{ composed: composedPlaces, sums, domainOf: composedPlaces.domainOf }],
    municipalities.length + 1,
  );
  return (kind, { crossing: { crossing } }, place) => {
    const members =
      crossing[0] === "municipality" ? [place] : [...groupOf.keys()].filter((one) => groupOf[one] === place);
    const { difference, shareOfOthers } = of(members);
    const told = kind === "rest" ? difference : difference * shareOfOthers;
    return Number.isFinite(told) ? told : null;
  };
}
