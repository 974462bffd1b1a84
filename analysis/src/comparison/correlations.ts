import type { Crossing } from "../lattice/index.ts";
import type { Places } from "./places.ts";
import { covarianceOf, type ScoredDomain } from "./scored-domain.ts";
import type { ScoredPlaces } from "./scored-places.ts";
import type { Correlations } from "./working-comparisons.ts";

/** Pairs whose correlation is below this, in thousandths, are not kept: they change an error by less than 0.3 %. */
const smallest = 5;

/** How far the figures of municipalities and groups hang together, for whoever compares any two. */
export function correlationsOf(measure: number, scored: ScoredPlaces, { groupOf }: Places): Correlations[] {
  const { municipalities, groups, space } = scored;
  const variance = new Map<ScoredDomain, number>(
    [...municipalities, ...groups].flatMap((one) =>
      one ? [[one, covarianceOf(one, one, one.sums, space)] as const] : [],
    ),
  );
  const thousandths = (one: ScoredDomain, other: ScoredDomain, isWithin: boolean) => {
    const covariance = covarianceOf(one, other, isWithin ? one.sums : undefined, space);
    return Math.round((1000 * covariance) / Math.sqrt(variance.get(one)! * variance.get(other)!));
  };
  const pairsOf = (
    left: ScoredPlaces["groups"],
    right: ScoredPlaces["groups"],
    isWithin: (i: number, j: number) => boolean,
  ) =>
    left.flatMap((one, i) =>
      right.flatMap((other, j): Correlations["pairs"][number][] => {
        if (!one || !other || (left === right && j <= i)) return [];
        const found = thousandths(one, other, isWithin(i, j));
        return Math.abs(found) >= smallest && Math.abs(found) <= 1000 ? [[i, j, found]] : [];
      }),
    );
  const [place, group]: [Crossing, Crossing] = [["municipality"], ["municipality-group"]];
  return [
    { measure, crossing: place, other: place, pairs: pairsOf(municipalities, municipalities, () => false) },
    { measure, crossing: group, other: group, pairs: pairsOf(groups, groups, () => false) },
    {
      measure,
      crossing: place,
      other: group,
      pairs: pairsOf(municipalities, groups, (i, j) => groupOf[i] === j),
    },
  ];
}
