import {
  type Crossing,
  crossingName,
  outsidePopulation,
  type Rung,
  type TableMeasure,
  type WorkingTables,
} from "../lattice/index.ts";
import { firstLook, type Standing } from "./first-look.ts";
import type { Policy } from "./policies.ts";
import {
  cellSystem,
  type MaskCache,
  protectLattice,
  type Standings,
  type Tally,
} from "./protection/index.ts";

/** What is to become of every figure under one policy. */
export interface Judged {
  readonly crossings: WorkingTables["crossings"];
  readonly standings: Standings;
  readonly tally: Tally;
}

/**
 * Judges each cell of the crossings that a policy allows.
 *
 * @param narrower  what a narrower circle is shown: whatever it may not see, nobody else may, or the two releases
 *   together would say what neither says alone
 */
export async function judge(
  { crossings: all, measures, lattice, ladder }: WorkingTables,
  policy: Policy,
  narrower?: Judged,
  cache?: MaskCache,
): Promise<Judged> {
  const crossings = all.filter(({ crossing }) => mayBeCrossed(crossing, policy));
  const rungs = new Map(ladder.map((rung) => [rung.municipality, rung.stands]));
  const first = crossings.map(({ crossing, domains, cells }) =>
    measures.map((measure, row) =>
      domains.map((codes, domain) =>
        speaksThroughGroup(crossing, codes, rungs)
          ? "not-shown-here"
          : firstLook(cells[row]?.[domain] ?? null, strictFor(crossing, measure), policy),
      ),
    ),
  );
  const system = cellSystem(crossings, lattice, (municipality) => rungs.get(municipality) ?? "single");
  const given = narrower ? standingsIn(narrower, crossings) : () => "shown" as const;
  const { standings, tally } = await protectLattice(
    { first, system, crossings, measures, isGiven: (...cell) => given(...cell) === "protected" },
    policy,
    cache,
  );
  return { crossings, standings, tally };
}

/** Who stands outside the population is so easily known that everything about them counts as sensitive. */
function strictFor(crossing: Crossing, measure: TableMeasure): TableMeasure {
  return crossing.includes(outsidePopulation) ? { ...measure, sensitive: true } : measure;
}

/** Never more dimensions than the policy allows, and no pair it refuses. */
export const mayBeCrossed = (crossing: Crossing, { crossings }: Policy): boolean =>
  crossing.length <= crossings.most &&
  !crossings.refused.some((refused) => refused.every((dimension) => crossing.includes(dimension)));

function speaksThroughGroup(
  crossing: Crossing,
  codes: readonly string[],
  rungs: ReadonlyMap<string, Rung["stands"]>,
): boolean {
  const place = crossing.indexOf("municipality");
  return place >= 0 && rungs.get(codes[place] ?? "") === "group";
}

/** The standings of another judgement of the same tables, by the places of cells in this one. */
function standingsIn(other: Judged, crossings: WorkingTables["crossings"]) {
  const names = new Map(other.crossings.map(({ crossing }, place) => [crossingName(crossing), place]));
  const places = crossings.map(({ crossing }) => names.get(crossingName(crossing)));
  return (crossing: number, measure: number, domain: number): Standing | undefined =>
    other.standings[places[crossing] ?? -1]?.[measure]?.[domain];
}
