import type { TableMeasure, WorkingCrossing } from "../../lattice/index.ts";
import { holdsTooFew, type Standing } from "../first-look.ts";
import type { Policy } from "../policies.ts";
import type { CellSystem } from "./cell-system.ts";
import { type Mask, type Member, protectUniverse } from "./protect-universe.ts";
import { type MeasureNumbers, numbersOf } from "./quantities.ts";
import { ShiftFinder } from "./shift-finder.ts";

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

/**
 * Takes what the rules for single cells say and hides besides what would give the protected away, for every universe
 * in its turn. Measures whose figures nobody sees anywhere take no part.
 */
export async function protectLattice(
  first: Standings,
  system: CellSystem,
  crossings: readonly WorkingCrossing[],
  measures: readonly TableMeasure[],
  policy: Policy,
): Promise<{ standings: Standings; tally: Tally }> {
  const masks = new Map<number, Mask>();
  const finder = await ShiftFinder.over(system);
  try {
    for (const universe of universesOf(first, system, crossings, measures, policy).values()) {
      const { own } = protectUniverse(
        universe.map(({ member }) => member),
        system,
        policy,
        finder,
      );
      for (const [place, { index }] of universe.entries()) {
        const mask = own[place];
        if (mask) masks.set(index, mask);
      }
    }
    const standings = first.map((table, place) =>
      table.map((row, measure) => underMask(row, system.placeOf[place], masks.get(measure))),
    );
    return { standings, tally: tallyOf(first, standings, masks, finder.solved) };
  } finally {
    finder.dispose();
  }
}

interface Indexed {
  readonly index: number;
  readonly member: Member;
}

/** Measures over the same people; figures about members of households apart from those about respondents. */
function universesOf(
  first: Standings,
  system: CellSystem,
  crossings: readonly WorkingCrossing[],
  measures: readonly TableMeasure[],
  policy: Policy,
): ReadonlyMap<string, Indexed[]> {
  const universes = new Map<string, Indexed[]>();
  for (const [index, measure] of measures.entries()) {
    const standings = system.cells.map(
      ({ crossing, domain }): Standing =>
        domain < 0 ? "not-shown-here" : (first[crossing]?.[index]?.[domain] ?? "not-shown-here"),
    );
    if (!standings.includes("shown")) continue;
    const numbers: MeasureNumbers = numbersOf(measure.id, system, crossings, index, (cell) =>
      holdsTooFew(cell, measure, policy),
    );
    const isOfMembers = crossings.some(({ cells }) =>
      cells[index]?.some((cell) => cell !== null && cell.households < cell.base),
    );
    const key = `${isOfMembers ? "members of " : ""}${measure.universe}`;
    const members = universes.get(key) ?? [];
    members.push({ index, member: { measure, numbers, standings } });
    universes.set(key, members);
  }
  return universes;
}

function underMask(
  row: readonly Standing[],
  places: Int32Array | undefined,
  mask: Mask | undefined,
): Standing[] {
  return row.map((standing, domain) => {
    const cell = places?.[domain] ?? -1;
    const hides = cell >= 0 && mask?.hidden[cell] === 1;
    return hides && standing !== "left-out" && standing !== "not-shown-here" ? "protected" : standing;
  });
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
