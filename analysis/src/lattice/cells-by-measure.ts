import type { Instrument } from "@tiltas/instrument/definition";
import type { Dataset } from "../dataset/index.ts";
import type { Design } from "../design/index.ts";
import { type IndicatorDefinition, type MeasuredFigure, measureIndicators } from "../indicators/index.ts";
import { type CrossingDomains, cellsOfCrossing, crossingsOf } from "./crossings.ts";
import { domainsOf, markedRows } from "./dimension-codes.ts";
import type { Crossing, Lattice } from "./lattice.ts";
import { leftOutOf, measureOf, sensitiveVariables } from "./measures.ts";
import { type CrossedSums, estimatesInShown } from "./shown-crossings.ts";
import type { TableMeasure, WorkingCell } from "./working-tables.ts";

/** The people of one wave with their weights. */
export interface WeighedPeople {
  readonly dataset: Dataset;
  readonly instrument: Instrument;
  readonly design: Design;
  /** Rows of those who belong to the population; everyone when left out. */
  readonly inside?: Int32Array;
}

/** People in the cells of a lattice. */
export interface PlacedPeople extends WeighedPeople {
  readonly lattice: Lattice;
  /** By row: 1 for who belongs to the population. */
  readonly belongs: Uint8Array;
  readonly crossings: readonly CrossingDomains[];
}

/** @param isWanted which crossings of the lattice; all that the instrument asks about when left out */
export function placed(
  people: WeighedPeople,
  lattice: Lattice,
  isWanted: (crossing: Crossing) => boolean = () => true,
): PlacedPeople {
  const { dataset, instrument, inside } = people;
  const belongs = inside ? markedRows(dataset.rows, inside) : new Uint8Array(dataset.rows).fill(1);
  const asked = domainsOf(lattice, dataset, instrument, inside);
  const crossings = crossingsOf(lattice, asked)
    .filter(isWanted)
    .map((crossing) => cellsOfCrossing(crossing, lattice, asked, belongs));
  return { ...people, lattice, belongs, crossings };
}

/** One measure with its estimates, and the scores they were made of. */
export interface MeasureCells
  extends Pick<MeasuredFigure, "indicator" | "design" | "statistic" | "estimatesIn"> {
  readonly measure: TableMeasure;
  /** The sums behind a mean; undefined for other figures. */
  readonly behind: CrossedSums | undefined;
  /** By crossing, by cell; null below the lowest rung of the measure. */
  readonly cells: readonly (readonly (WorkingCell | null)[])[];
}

/**
 * One measure after the other in all cells: answers are scored once, and each crossing reads the rows that count.
 *
 * @throws IndicatorError when an indicator names a variable the dataset lacks
 */
export function* cellsByMeasure(
  people: PlacedPeople,
  indicators: readonly IndicatorDefinition[],
): Generator<MeasureCells> {
  const { dataset, design, belongs, crossings, instrument, lattice } = people;
  const sensitive = sensitiveVariables(instrument);
  const isLeftOut = leftOutOf(lattice, dataset, instrument);
  const estimatesOf = estimatesInShown(crossings);
  for (const { part, ...scored } of measureIndicators(indicators, dataset, design, belongs)) {
    const measure = measureOf({ indicator: scored.indicator, part: part?.id ?? null }, sensitive);
    let behind: CrossedSums | undefined;
    const estimates = estimatesOf(measure, scored.estimatesIn, (sums) => {
      behind = sums;
    });
    const cells = estimates.map((own, i) => {
      const { crossing, codes } = crossings[i]!;
      return codes.map((domain, d) => {
        const cell = own?.[d] ?? null;
        return cell && isLeftOut(scored.indicator, crossing, domain) ? { ...cell, leftOut: true } : cell;
      });
    });
    yield { ...scored, measure, behind, cells };
  }
}
