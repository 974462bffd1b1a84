import type { TableMeasure, WorkingCrossing } from "../../lattice/index.ts";
import { holdsTooFew, type Standing } from "../first-look.ts";
import type { Policy } from "../policies.ts";
import { digestOfUniverse, type MaskCache, readMasks, writeMasks } from "./mask-cache.ts";
import { type Mask, type Member, type ProtectedUniverse, protectUniverse } from "./protect-universe.ts";
import { numbersOf } from "./quantities.ts";
import type { Workings } from "./workings.ts";

/** How much is hidden, and how it was made sure of: numbers of cells over all measures, never of people. */
export interface Tally {
  /** Hidden to protect the people in them. */
  readonly primary: number;
  /** Hidden to protect others, precise enough to have been shown. */
  readonly complementary: number;
  /** Hidden to protect others, and too few to have been shown anyway. */
  readonly complementaryUnshown: number;
  readonly shown: number;
  /** Not precise enough. */
  readonly tooFew: number;
  /** Hidden numbers about which a figure that may be shown says something by itself: of nobody here, nobody in a part. */
  readonly implied: number;
  /** Linear programmes solved. */
  readonly programmes: number;
}

/** By crossing, by measure, by domain. */
export type Standings = readonly (readonly (readonly Standing[])[])[];

/** Everything about the tables of a release that its masks follow from. */
export interface Judging {
  /** What the rules for single cells say. */
  readonly first: Standings;
  readonly workings: Workings;
  readonly crossings: readonly WorkingCrossing[];
  readonly measures: readonly TableMeasure[];
  /** Whether a narrower circle may not see a cell: by crossing, measure, domain. */
  readonly isGiven: (crossing: number, measure: number, domain: number) => boolean;
}

/**
 * Takes what the rules for single cells say and hides besides what would give the protected away, for every universe
 * in its turn. Measures whose figures nobody sees anywhere take no part.
 */
export function protectLattice(
  judging: Judging,
  policy: Policy,
  cache?: MaskCache,
): { standings: Standings; tally: Tally } {
  const { first, workings, isGiven } = judging;
  const { system } = workings;
  const before = workings.solved;
  const masks = new Map<number, Mask>();
  for (const [name, universe] of universesOf(judging, policy)) {
    const members = universe.map(({ member }) => member);
    const { own } = protectedBefore(name, members, workings, policy, cache);
    for (const [place, { index }] of universe.entries()) {
      const mask = own[place];
      if (mask) masks.set(index, mask);
    }
  }
  const standings = first.map((table, crossing) =>
    table.map((row, measure) => {
      const hidden = masks.get(measure)?.hidden;
      return row.map((standing, domain) => {
        const isHidden = hidden?.[system.placeOf[crossing]?.[domain] ?? -1] === 1;
        if (standing === "left-out" || standing === "not-shown-here") return standing;
        return isHidden || isGiven(crossing, measure, domain) ? "protected" : standing;
      });
    }),
  );
  return { standings, tally: tallyOf(first, standings, masks, workings.solved - before) };
}

function protectedBefore(
  universe: string,
  members: readonly Member[],
  workings: Workings,
  policy: Policy,
  cache: MaskCache | undefined,
): ProtectedUniverse {
  const { system } = workings;
  const protect = () => protectUniverse(members, system, policy, workings.meansFor(universe));
  if (!cache) return protect();
  const digest = digestOfUniverse(members, system, policy);
  const kept = cache.get(digest);
  if (kept !== undefined) return readMasks(kept);
  const found = protect();
  cache.set(digest, writeMasks(found));
  return found;
}

interface Indexed {
  readonly index: number;
  readonly member: Member;
}

/** Measures over the same people; figures about members of households apart from those about respondents. */
function universesOf(judging: Judging, policy: Policy): ReadonlyMap<string, Indexed[]> {
  const universes = new Map<string, Indexed[]>();
  for (const [index, measure] of judging.measures.entries()) {
    const member = memberOf(index, measure, judging, policy);
    if (!member.standings.includes("shown")) continue;
    const isOfMembers = judging.crossings.some(({ cells }) =>
      cells[index]?.some((cell) => cell !== null && cell.households < cell.base),
    );
    const key = `${isOfMembers ? "members of " : ""}${measure.universe}`;
    const members = universes.get(key) ?? [];
    members.push({ index, member });
    universes.set(key, members);
  }
  return universes;
}

function memberOf(
  index: number,
  measure: TableMeasure,
  { first, workings: { system }, crossings, isGiven }: Judging,
  policy: Policy,
): Member {
  return {
    measure,
    numbers: numbersOf(measure.id, system, crossings, index, (cell) => holdsTooFew(cell, measure, policy)),
    standings: system.cells.map(
      ({ crossing, domain }) => first[crossing]?.[index]?.[domain] ?? "not-shown-here",
    ),
    given: Uint8Array.from(system.cells, ({ crossing, domain }) =>
      isGiven(crossing, index, domain) ? 1 : 0,
    ),
  };
}

function tallyOf(
  first: Standings,
  last: Standings,
  masks: ReadonlyMap<number, Mask>,
  programmes: number,
): Tally {
  const count = (is: (before: Standing, after: Standing) => boolean) =>
    last.reduce(
      (sum, table, place) =>
        sum +
        table.reduce(
          (held, row, measure) =>
            held +
            row.filter((after, domain) => is(first[place]?.[measure]?.[domain] ?? after, after)).length,
          0,
        ),
      0,
    );
  return {
    primary: count((before) => before === "protected"),
    complementary: count((before, after) => before === "shown" && after === "protected"),
    complementaryUnshown: count(
      (before, after) => before !== "shown" && before !== "protected" && after === "protected",
    ),
    shown: count((_, after) => after === "shown"),
    tooFew: count((_, after) => after === "too-few"),
    implied: [...masks.values()].reduce((sum, { implied }) => sum + implied, 0),
    programmes,
  };
}
