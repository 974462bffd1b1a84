import type { Crossing, WorkingTables } from "../lattice/index.ts";
import { differenceOf } from "./difference.ts";
import type { DomainSums } from "./domain-sums.ts";
import type { Places } from "./places.ts";
import { type ScoredDomain, varianceOfDifference } from "./scored-domain.ts";
import type { ScoredPlaces } from "./scored-places.ts";
import { isPrecise, pooledPlaces, tableOf } from "./shown-cells.ts";
import type { Untold } from "./verdict.ts";

/** Fewest respondents of the rest with whom a domain is compared. */
const fewestOthers = 20;

/**
 * A measure in each municipality and group of them against the rest and against the country, and in each municipality
 * against its group; by family: one kind in one crossing. Nothing where the country has no figure of its own.
 */
export function againstOthers(
  measure: number,
  tables: WorkingTables,
  places: Places,
  scored: ScoredPlaces,
  degreesOfFreedom: number,
): Untold[][] {
  if (!isPrecise(tableOf(tables, [])?.cells[measure]?.[0])) return [];
  const pooled = pooledPlaces(tables);
  const compared = (crossing: Crossing, codes: readonly string[], domains: readonly ScoredDomain[]) => {
    const row = tableOf(tables, crossing);
    return domains.flatMap((domain, place) => {
      const at = row?.domains.findIndex(([code]) => code === codes[place]) ?? -1;
      const stands = isPrecise(row?.cells[measure]?.[at]) && !pooled.has(codes[place]!);
      const others = scored.country.sums.respondents - domain.sums.respondents;
      return stands && others >= fewestOthers ? [{ domain, place, code: codes[place]! }] : [];
    });
  };
  const say = (
    kind: Untold["kind"],
    crossing: Crossing,
    { domain, code }: { domain: ScoredDomain; code: string },
    other: ScoredDomain,
    common: DomainSums | undefined,
    compositionAdjusted: number,
  ): Untold => ({
    kind,
    measure,
    crossing,
    domain: [code],
    ...differenceOf(
      domain.value - other.value,
      varianceOfDifference(domain, other, common, scored.space),
      degreesOfFreedom,
    ),
    compositionAdjusted: Number.isFinite(compositionAdjusted) ? compositionAdjusted : null,
    before: null,
  });
  const againstAll = (
    crossing: Crossing,
    codes: readonly string[],
    domains: readonly ScoredDomain[],
    adjusted: Float64Array,
  ) => {
    const found = compared(crossing, codes, domains);
    return [
      found.map((one) =>
        say("rest", crossing, one, scored.restOf(one.domain), undefined, adjusted[one.place]!),
      ),
      found.map((one) =>
        say(
          "country",
          crossing,
          one,
          scored.country,
          one.domain.sums,
          adjusted[one.place]! * shareOfOthers(one.domain, scored),
        ),
      ),
    ];
  };
  const { municipalities, groups, groupOf } = places;
  const inGroups = compared(["municipality"], municipalities, scored.municipalities).flatMap((one) => {
    const group = scored.groups[groupOf[one.place]!];
    const holdsOthers = group && group.sums.respondents - one.domain.sums.respondents >= fewestOthers;
    return holdsOthers ? [say("group", ["municipality"], one, group, one.domain.sums, Number.NaN)] : [];
  });
  return [
    ...againstAll(
      ["municipality"],
      municipalities,
      scored.municipalities,
      scored.sameComposition.municipality,
    ),
    ...againstAll(["municipality-group"], groups, scored.groups, scored.sameComposition.group),
    inGroups,
  ];
}

/** A domain differs from the country that holds it by so large a part of what it differs from the rest. */
function shareOfOthers({ sums }: ScoredDomain, { country }: ScoredPlaces): number {
  return 1 - sums.x / country.sums.x;
}
