import type { Instrument } from "@tiltas/instrument/definition";
import type { Dataset } from "../dataset/index.ts";
import type { Design } from "../design/index.ts";
import { type IndicatorDefinition, type MeasuredIndicator, measureIndicators } from "../indicators/index.ts";
import { type CrossingDomains, cellsOfCrossing, crossingsOf } from "./crossings.ts";
import { domainsOf, markedRows } from "./dimension-codes.ts";
import { climb } from "./ladder.ts";
import type { Crossing, Lattice } from "./lattice.ts";
import { isShownIn, leftOutOf, measureOf, sensitiveVariables } from "./measures.ts";
import type { Rung, TableMeasure, WorkingCell, WorkingCrossing, WorkingTables } from "./working-tables.ts";

/** The people of one wave with their weights. */
export interface WeighedPeople {
  readonly dataset: Dataset;
  readonly instrument: Instrument;
  readonly design: Design;
  /** Rows of those who belong to the population; everyone when left out. */
  readonly inside?: Int32Array;
}

export interface WorkingTablesInput extends WeighedPeople {
  readonly wave: string;
  readonly lattice: Lattice;
  readonly indicators: readonly IndicatorDefinition[];
  readonly previous?: WeighedPeople;
}

/**
 * Estimates of all measures in all cells of the lattice, with the full design: cells are domains, no row is left out.
 * Measures go down to their lowest rung; a municipality without enough answers has no cells of its own.
 *
 * @throws IndicatorError when an indicator names a variable the dataset lacks
 */
export function workingTables(input: WorkingTablesInput): WorkingTables {
  const { wave, lattice, indicators, dataset, instrument, design } = input;
  const inside = input.inside ? markedRows(dataset.rows, input.inside) : new Uint8Array(dataset.rows).fill(1);
  const asked = domainsOf(lattice, dataset, instrument, input.inside);
  const cellsOf = (crossing: Crossing) => cellsOfCrossing(crossing, lattice, asked, inside);
  const ladder = climb(lattice, {
    municipalities: respondentsIn(cellsOf(["municipality"]), design),
    groups: respondentsIn(cellsOf(["municipality-group"]), design),
  });
  const crossings = crossingsOf(lattice, asked).map(cellsOf);
  const sensitive = sensitiveVariables(instrument, dataset);
  const isLeftOut = leftOutOf(lattice, dataset, instrument);
  const measures: TableMeasure[] = [];
  const cells: WorkingCrossing["cells"][number][][] = crossings.map(() => []);
  for (const one of measureIndicators(indicators, dataset, design, inside))
    for (const { part, estimatesIn } of partsOf(one)) {
      const measure = measureOf({ indicator: one.indicator, part }, sensitive);
      measures.push(measure);
      crossings.forEach((crossing, i) => {
        const isOut = (domain: readonly string[]) => isLeftOut(one.indicator, crossing.crossing, domain);
        cells[i]!.push(
          isShownIn(measure, crossing.crossing)
            ? standing(estimatesIn(crossing), crossing, ladder, isOut)
            : crossing.codes.map(() => null),
        );
      });
    }
  return {
    wave,
    lattice,
    measures,
    crossings: crossings.map(({ crossing, codes }, i) => ({ crossing, domains: codes, cells: cells[i]! })),
    ladder,
  };
}

/** The indicator itself, then its parts. */
function partsOf({ estimatesIn, parts }: MeasuredIndicator) {
  return [{ part: null, estimatesIn }, ...parts.map(({ id, ...rest }) => ({ part: id, ...rest }))];
}

/** The cells that stand for themselves, with those marked that the indicator is not about. */
function standing(
  estimates: readonly WorkingCell[],
  { crossing, codes }: CrossingDomains,
  ladder: readonly Rung[],
  isOut: (domain: readonly string[]) => boolean,
): WorkingCrossing["cells"][number] {
  return estimates.map((cell, i) => {
    const domain = codes[i]!;
    if (!stands(crossing, domain, ladder)) return null;
    return isOut(domain) ? { ...cell, leftOut: true } : cell;
  });
}

/** A municipality with enough answers, or a group that speaks for one; every other cell of the lattice stands. */
function stands(crossing: Crossing, domain: readonly string[], ladder: readonly Rung[]): boolean {
  return crossing.every((id, i) => {
    if (id === "municipality")
      return ladder.some(({ municipality, stands }) => municipality === domain[i] && stands !== "group");
    return id !== "municipality-group" || ladder.some(({ group }) => group === domain[i]);
  });
}

function respondentsIn({ of, count }: CrossingDomains, { weights }: Design): Int32Array {
  const counts = new Int32Array(count);
  for (let row = 0; row < of.length; row++) if (of[row]! >= 0 && weights[row] !== 0) counts[of[row]!]!++;
  return counts;
}
