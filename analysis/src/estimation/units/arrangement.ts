import { type Design, degreesOfFreedomOf } from "../../design/index.ts";
import type { Domains } from "../domains.ts";
import { type Measurement, rowsOf } from "../measurement.ts";
import { pathsOf, sortedBy, treeOf, type UnitPaths, type UnitTree } from "./unit-tree.ts";

/**
 * The rows of a design sorted into cells, once for all variables. A cell holds the rows of one sampled unit (of the
 * last stage that the variance needs) in one domain; cells stand in the order domain, then tree of units.
 */
export interface Arrangement {
  readonly design: Design;
  readonly domains: Domains;
  /** Cell of each row; `cellCount` (a cell beyond the last, never read) for rows in no domain. */
  readonly cellOfRow: Int32Array;
  readonly cellCount: number;
  readonly domainOfCell: Int32Array;
  /** First cell of each domain, and one past the last. */
  readonly cellStarts: Int32Array;
  /** Place of each cell's unit in the tree of the whole sample. */
  readonly placeOfCell: Int32Array;
  /** All sampled units, and by domain those with a cell in it. */
  readonly wholeTree: UnitTree;
  readonly trees: readonly UnitTree[];
  /** PSUs minus strata over rows of positive weight: of the design, and of each domain. */
  readonly degreesOfFreedom: number;
  readonly domainDegreesOfFreedom: Int32Array;
  /** By domain: rows of positive weight. */
  readonly domainRows: Int32Array;
}

/** Sorts the rows of a design for estimation by domain; without domains everyone is in domain 0. */
export function arrange(design: Design, domains: Domains = everyone(design.rows)): Arrangement {
  if (domains.of.length !== design.rows)
    throw new RangeError(`The design has ${design.rows} rows but the domains have ${domains.of.length}.`);
  const paths = pathsOf(design);
  const cells = makeCells(design, domains, paths);
  const { domainOfCell, placeOfCell, cellStarts } = cells;
  const trees = Array.from({ length: domains.count }, (_, domain) => {
    const places = placeOfCell.subarray(cellStarts[domain], cellStarts[domain + 1]);
    return places.length === paths.order.length
      ? undefined
      : treeOf(
          paths,
          places.map((at) => paths.order[at]!),
        );
  });
  const wholeTree = treeOf(paths);
  return {
    design,
    domains,
    ...cells,
    cellCount: domainOfCell.length,
    wholeTree,
    trees: trees.map((tree) => tree ?? wholeTree),
    degreesOfFreedom: degreesOfFreedomOf(design),
    domainDegreesOfFreedom: degreesOfFreedomByDomain(design, paths, cells),
    domainRows: weightyRows(design, domains),
  };
}

function everyone(rows: number): Domains {
  return { of: new Int32Array(rows), count: 1 };
}

/** Numbers the pairs of domain and unit that occur by their place in the order domain, tree. */
function makeCells({ rows }: Design, { of, count }: Domains, { order, places }: UnitPaths) {
  const [pairs, pairCount] = numberPairs(of, places, count, order.length);
  const placeOfCell = new Int32Array(pairCount);
  const domainOfCell = new Int32Array(pairCount);
  for (let row = 0; row < rows; row++) {
    const cell = pairs[row]!;
    if (cell === pairCount) continue;
    placeOfCell[cell] = places[row]!;
    domainOfCell[cell] = of[row]!;
  }
  return { cellOfRow: pairs, placeOfCell, domainOfCell, cellStarts: startsOf(domainOfCell, count) };
}

/** Largest table of domains by units that is kept; beyond, rows are sorted. */
const largestTable = 1 << 24;

/** The pair of each row, numbered in the order domain, place; rows in no domain take the number after the last. */
function numberPairs(
  of: Int32Array,
  places: Int32Array,
  domains: number,
  units: number,
): [pairs: Int32Array, count: number] {
  if (domains * units > largestTable) return numberSorted(of, places, domains, units);
  const numbers = new Int32Array(domains * units);
  for (let row = 0; row < of.length; row++) if (of[row]! >= 0) numbers[of[row]! * units + places[row]!] = 1;
  let count = 0;
  for (let pair = 0; pair < numbers.length; pair++) if (numbers[pair] === 1) numbers[pair] = count++;
  const pairs = new Int32Array(of.length).fill(count);
  for (let row = 0; row < of.length; row++)
    if (of[row]! >= 0) pairs[row] = numbers[of[row]! * units + places[row]!]!;
  return [pairs, count];
}

function numberSorted(
  of: Int32Array,
  places: Int32Array,
  domains: number,
  units: number,
): [pairs: Int32Array, count: number] {
  const sorted = sortedBy(
    sortedBy(undefined, places, units),
    of.map((domain) => domain + 1),
    domains + 1,
  );
  const pairs = new Int32Array(of.length).fill(-1);
  let [count, placeBefore, domainBefore] = [0, -1, -1];
  for (const row of sorted) {
    const [place, domain] = [places[row]!, of[row]!];
    if (domain < 0) continue;
    if (place !== placeBefore || domain !== domainBefore) count++;
    [placeBefore, domainBefore] = [place, domain];
    pairs[row] = count - 1;
  }
  return [pairs.map((pair) => (pair < 0 ? count : pair)), count];
}

/** Where each of 0 … count-1 begins in a list of ascending codes, and one past the last. */
function startsOf(codes: Int32Array, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (const code of codes) starts[code + 1]!++;
  for (let code = 1; code <= count; code++) starts[code]! += starts[code - 1]!;
  return starts;
}

/** PSUs minus strata with positive weight in each domain; cells of one PSU, and PSUs of one stratum, are neighbours. */
function degreesOfFreedomByDomain(
  { rows, weights }: Design,
  { strata, psus }: UnitPaths,
  { cellOfRow, placeOfCell, domainOfCell, cellStarts }: ReturnType<typeof makeCells>,
): Int32Array {
  const weighty = new Uint8Array(domainOfCell.length + 1);
  for (let row = 0; row < rows; row++) if (weights[row] !== 0) weighty[cellOfRow[row]!] = 1;
  return Int32Array.from({ length: cellStarts.length - 1 }, (_, domain) => {
    let [count, psuBefore, stratumBefore] = [0, -1, -1];
    for (let cell = cellStarts[domain]!; cell < cellStarts[domain + 1]!; cell++) {
      if (weighty[cell] === 0) continue;
      const psu = psus[placeOfCell[cell]!]!;
      const stratum = strata[0]![psu]!;
      count += (psu === psuBefore ? 0 : 1) - (stratum === stratumBefore ? 0 : 1);
      [psuBefore, stratumBefore] = [psu, stratum];
    }
    return count;
  });
}

function weightyRows({ weights }: Design, { of, count }: Domains): Int32Array {
  const rows = new Int32Array(count);
  for (let row = 0; row < weights.length; row++) if (weights[row] !== 0 && of[row]! >= 0) rows[of[row]!]!++;
  return rows;
}

/** @throws RangeError when a measurement does not have one value per row of the design */
export function refuseOtherLength({ design }: Arrangement, measurement: Measurement): void {
  const rows = rowsOf(measurement);
  if (rows !== design.rows)
    throw new RangeError(`The design has ${design.rows} rows but a measurement has ${rows} values.`);
}
