import type { Design } from "../design/index.ts";
import type { IndicatorDefinition } from "../indicators/index.ts";
import {
  cellsByMeasure,
  type MeasureCells,
  type PlacedPeople,
  placed,
  type WeighedPeople,
} from "./cells-by-measure.ts";
import type { CrossingDomains } from "./crossings.ts";
import { climb } from "./ladder.ts";
import type { Crossing, Lattice } from "./lattice.ts";
import { pooledCells } from "./pooled-cells.ts";
import type { Rung, TableMeasure, WorkingCell, WorkingCrossing, WorkingTables } from "./working-tables.ts";

export interface WorkingTablesInput extends WeighedPeople {
  readonly wave: string;
  readonly lattice: Lattice;
  readonly indicators: readonly IndicatorDefinition[];
  /** The wave before, in the terms of this one's instrument: with it municipalities with few answers are pooled. */
  readonly previous?: WeighedPeople;
  /** Told of every measure, in the order of the tables, while its scores are in memory: answers are scored once for all. */
  readonly onScored?: (scored: ScoredMeasure) => void;
}

/** A measure with all that is known of it by row; whoever keeps its arrays keeps rows × measures. */
export interface ScoredMeasure
  extends Pick<MeasureCells, "indicator" | "design" | "statistic" | "estimatesIn" | "behind"> {
  /** Place among the measures of the tables. */
  readonly index: number;
  readonly measure: TableMeasure;
  /** The crossings of the tables, in their order, with the cell of each respondent. */
  readonly crossings: readonly CrossingDomains[];
  readonly ladder: readonly Rung[];
  /** By crossing, by cell, as in the tables. */
  readonly cells: readonly (readonly (WorkingCell | null)[])[];
}

/**
 * Estimates of all measures in all cells of the lattice, with the full design: cells are domains, no row is left out.
 * Measures go down to their lowest rung. A municipality with too few answers is estimated from this wave and the one
 * before together, or has no cells of its own.
 *
 * @throws IndicatorError when an indicator names a variable the dataset lacks
 */
export function workingTables(input: WorkingTablesInput): WorkingTables {
  const { wave, lattice, indicators, onScored } = input;
  const people = placed(input, lattice);
  const { ladder, pooled } = climbed(people, input);
  const stand = placesThatStand(ladder);
  const { crossings } = people;
  const own = Array.from(cellsByMeasure(people, indicators), (one, index) => {
    const { measure } = one;
    const cells = crossings.map(({ crossing, codes }, i) => {
      const together = pooled?.(measure.id, crossing) ?? [];
      return codes.map((domain, d) => stand(crossing, domain, one.cells[i]![d]!, together[d] ?? null));
    });
    onScored?.({ ...one, index, crossings, ladder, cells });
    return { measure, cells };
  });
  return {
    wave,
    lattice,
    measures: own.map(({ measure }) => measure),
    crossings: crossings.map(
      ({ crossing, codes }, i): WorkingCrossing => ({
        crossing,
        domains: codes,
        cells: own.map(({ cells }) => cells[i]!),
      }),
    ),
    ladder,
  };
}

/** With the cells of the municipalities that two waves together speak for, where the two can be put together. */
function climbed(people: PlacedPeople, { previous, indicators, ...own }: WorkingTablesInput) {
  const ladder = ladderOf(people, previous);
  if (!previous || !ladder.some(({ stands }) => stands === "pooled")) return { ladder, pooled: undefined };
  const pooled = pooledCells(own, previous, people.lattice, indicators);
  return { ladder: pooled ? ladder : ladderOf(people, undefined), pooled };
}

function ladderOf(people: PlacedPeople, previous: WeighedPeople | undefined): Rung[] {
  const { lattice } = people;
  const before = previous && placed(previous, lattice, isOfMunicipalities);
  return climb(lattice, {
    municipalities: respondentsIn(people, "municipality"),
    groups: respondentsIn(people, "municipality-group"),
    ...(before ? { before: respondentsIn(before, "municipality") } : {}),
  });
}

const isOfMunicipalities = (crossing: Crossing) => crossing.length === 1 && crossing[0] === "municipality";

/** Respondents of positive weight by code of one dimension; nobody where the instrument does not ask about it. */
function respondentsIn({ crossings, design }: PlacedPeople, dimension: Crossing[number]): Int32Array {
  const cells = crossings.find(({ crossing }) => crossing.length === 1 && crossing[0] === dimension);
  return cells ? countRespondents(cells, design) : new Int32Array();
}

function countRespondents({ of, count }: CrossingDomains, { weights }: Design): Int32Array {
  const counts = new Int32Array(count);
  for (let row = 0; row < of.length; row++) if (of[row]! >= 0 && weights[row] !== 0) counts[of[row]!]!++;
  return counts;
}

/**
 * Which of its two cells a domain shows: that of the wave, that of two waves together, or none, for a municipality that
 * speaks through its group and for a group with too few answers.
 */
function placesThatStand(ladder: readonly Rung[]) {
  const rungs = new Map(ladder.map(({ municipality, stands }) => [municipality, stands]));
  const groups = new Set(ladder.map(({ group }) => group));
  return (
    crossing: Crossing,
    domain: readonly string[],
    single: WorkingCell | null,
    together: WorkingCell | null,
  ): WorkingCell | null => {
    const municipality = domain[crossing.indexOf("municipality")];
    const group = domain[crossing.indexOf("municipality-group")];
    if (group !== undefined && !groups.has(group)) return null;
    if (municipality === undefined) return single;
    const stands = rungs.get(municipality);
    return stands === "single" ? single : stands === "pooled" ? together : null;
  };
}
