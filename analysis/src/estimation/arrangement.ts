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
    domainDegreesOfFreedom: degreesOfFreedomByDomain(design, domains),
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

/** PSUs minus strata that occur in each domain. */
function degreesOfFreedomByDomain(
  { rows, weights, stages: [first] }: Design,
  { of, count }: Domains,
): Int32Array {
  const byDomain = new Int32Array(count);
  for (const [codes, codeCount, sign] of [
    [first.units, first.unitCount, 1],
    [first.strata, first.stratumCount, -1],
  ] as const) {
    const seen = new Uint8Array(count * codeCount);
    for (let row = 0; row < rows; row++) {
      const domain = of[row]!;
      if (domain < 0 || weights[row] === 0) continue;
      const at = domain * codeCount + codes[row]!;
      if (!seen[at]) byDomain[domain]! += sign;
      seen[at] = 1;
    }
  }
  return byDomain;
}

/** @throws RangeError when a measurement does not have one value per row of the design */
export function refuseOtherLength({ design }: Arrangement, values: Float64Array): void {
  if (values.length !== design.rows)
    throw new RangeError(`The design has ${design.rows} rows but a measurement has ${values.length} values.`);
}
