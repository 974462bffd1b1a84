import { type Design, degreesOfFreedomOf } from "../design/index.ts";
import type { Domains } from "./measurement.ts";
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
  };
}

function everyone(rows: number): Domains {
  return { of: new Int32Array(rows), count: 1 };
}

/** Numbers the pairs of domain and unit that occur by their place in the order domain, tree. */
function makeCells({ rows }: Design, { of, count }: Domains, { order, places: placeOfRow }: UnitPaths) {
  const inTree = sortedBy(
    Int32Array.from({ length: rows }, (_, row) => row),
    placeOfRow,
    order.length,
  );
  const sorted = sortedBy(
    inTree,
    of.map((domain) => domain + 1),
    count + 1,
  );
  const cellOfRow = new Int32Array(rows).fill(-1);
  const [placeOfCell, domainOfCell]: [number[], number[]] = [[], []];
  for (const row of sorted) {
    const [place, domain] = [placeOfRow[row]!, of[row]!];
    if (domain < 0) continue;
    if (place !== placeOfCell.at(-1) || domain !== domainOfCell.at(-1)) {
      placeOfCell.push(place);
      domainOfCell.push(domain);
    }
    cellOfRow[row] = placeOfCell.length - 1;
  }
  return {
    cellOfRow: cellOfRow.map((cell) => (cell === -1 ? placeOfCell.length : cell)),
    placeOfCell: Int32Array.from(placeOfCell),
    domainOfCell: Int32Array.from(domainOfCell),
    cellStarts: startsOf(domainOfCell, count),
  };
}

/** Where each of 0 … count-1 begins in a list of ascending codes, and one past the last. */
function startsOf(codes: readonly number[], count: number): Int32Array {
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

/** @throws RangeError when a measurement does not have one value per row of the design */
export function refuseOtherLength({ design }: Arrangement, values: Float64Array): void {
  if (values.length !== design.rows)
    throw new RangeError(`The design has ${design.rows} rows but a measurement has ${values.length} values.`);
}
