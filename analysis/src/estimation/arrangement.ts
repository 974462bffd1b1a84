import type { Design } from "../design/design.ts";
import type { Domains } from "./measurement.ts";

/**
 * The rows of a design sorted into cells, once for all variables. A cell holds the rows of one PSU in one domain;
 * cells stand in the order stratum, domain, PSU, so that the cells of one stratum and domain are neighbours (a run).
 */
export interface Arrangement {
  readonly design: Design;
  readonly domains: Domains;
  /** Cell of each row; `cellCount` (a cell beyond the last, never read) for rows in no domain. */
  readonly cellOfRow: Int32Array;
  readonly cellCount: number;
  /** Domain and PSU of each cell. */
  readonly domainOfCell: Int32Array;
  readonly psuOfCell: Int32Array;
  /** First cell of each run, and one past the last run. */
  readonly runStarts: Int32Array;
  /** Stratum and domain of each run. */
  readonly stratumOfRun: Int32Array;
  readonly domainOfRun: Int32Array;
  /** Stratum of each PSU. */
  readonly stratumOfPsu: Int32Array;
  /** PSUs of each stratum in the whole sample; domains never change it. */
  readonly psusInStratum: Int32Array;
  /** PSUs minus strata over rows of positive weight: of the design, and of each domain. */
  readonly degreesOfFreedom: number;
  readonly domainDegreesOfFreedom: Int32Array;
}

/** Sorts the rows of a design for estimation by domain; without domains everyone is in domain 0. */
export function arrange(design: Design, domains: Domains = everyone(design.rows)): Arrangement {
  if (domains.of.length !== design.rows)
    throw new RangeError(`The design has ${design.rows} rows but the domains have ${domains.of.length}.`);
  const stratumOfPsu = stratumByPsu(design);
  const { cellOfRow, psuOfCell, domainOfCell } = makeCells(design, domains);
  const runs = makeRuns(psuOfCell, domainOfCell, stratumOfPsu);
  const psusInStratum = new Int32Array(design.stratumCount);
  for (const stratum of stratumOfPsu) psusInStratum[stratum]!++;
  const weighty = new Uint8Array(psuOfCell.length + 1);
  for (let row = 0; row < design.rows; row++) if (design.weights[row]! > 0) weighty[cellOfRow[row]!] = 1;
  return {
    design,
    domains,
    cellOfRow,
    cellCount: psuOfCell.length,
    domainOfCell,
    psuOfCell,
    ...runs,
    stratumOfPsu,
    psusInStratum,
    degreesOfFreedom: degreesOfFreedom(design),
    domainDegreesOfFreedom: degreesOfFreedomByDomain(runs, weighty, domains.count),
  };
}

function everyone(rows: number): Domains {
  return { of: new Int32Array(rows), count: 1 };
}

function stratumByPsu({ psus, strata, psuCount }: Design): Int32Array {
  const stratumOfPsu = new Int32Array(psuCount);
  for (let row = 0; row < psus.length; row++) stratumOfPsu[psus[row]!] = strata[row]!;
  return stratumOfPsu;
}

/** Numbers the pairs of PSU and domain that occur by their place in the order stratum, domain, PSU. */
function makeCells(design: Design, domains: Domains) {
  const { rows, psus, strata, psuCount, stratumCount } = design;
  const order = inOrderOf(
    [
      { codes: psus, count: psuCount },
      { codes: domains.of, count: domains.count },
      { codes: strata, count: stratumCount },
    ],
    rows,
  );
  const cellOfRow = new Int32Array(rows).fill(-1);
  const [psuOfCell, domainOfCell]: [number[], number[]] = [[], []];
  let [psu, domain] = [-1, -1];
  for (let place = 0; place < rows; place++) {
    const row = order[place]!;
    if (domains.of[row]! < 0) continue;
    if (psus[row] !== psu || domains.of[row] !== domain) {
      [psu, domain] = [psus[row]!, domains.of[row]!];
      psuOfCell.push(psu);
      domainOfCell.push(domain);
    }
    cellOfRow[row] = psuOfCell.length - 1;
  }
  const outside = psuOfCell.length;
  for (let row = 0; row < rows; row++) if (cellOfRow[row] === -1) cellOfRow[row] = outside;
  return { cellOfRow, psuOfCell: Int32Array.from(psuOfCell), domainOfCell: Int32Array.from(domainOfCell) };
}

/** Rows sorted by the last key, then by the one before it, and so on; rows alike stay in server order. */
function inOrderOf(keys: readonly { codes: Int32Array; count: number }[], rows: number): Int32Array {
  let order = new Int32Array(rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  for (const { codes, count } of keys) {
    const next = new Int32Array(count + 2);
    for (let row = 0; row < rows; row++) next[codes[row]! + 2]!++;
    for (let code = 1; code < next.length; code++) next[code]! += next[code - 1]!;
    const sorted = new Int32Array(rows);
    for (let place = 0; place < rows; place++) {
      const row = order[place]!;
      sorted[next[codes[row]! + 1]!++] = row;
    }
    order = sorted;
  }
  return order;
}

function makeRuns(psuOfCell: Int32Array, domainOfCell: Int32Array, stratumOfPsu: Int32Array) {
  const [starts, strata, domains]: [number[], number[], number[]] = [[], [], []];
  psuOfCell.forEach((psu, cell) => {
    const [stratum, domain] = [stratumOfPsu[psu]!, domainOfCell[cell]!];
    if (stratum === strata.at(-1) && domain === domains.at(-1)) return;
    starts.push(cell);
    strata.push(stratum);
    domains.push(domain);
  });
  return {
    runStarts: Int32Array.from([...starts, psuOfCell.length]),
    stratumOfRun: Int32Array.from(strata),
    domainOfRun: Int32Array.from(domains),
  };
}

function degreesOfFreedom({ rows, weights, psus, psuCount, strata, stratumCount }: Design): number {
  const [psuSeen, stratumSeen] = [new Uint8Array(psuCount), new Uint8Array(stratumCount)];
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (!(weights[row]! > 0)) continue;
    count += psuSeen[psus[row]!] ? 0 : 1;
    count -= stratumSeen[strata[row]!] ? 0 : 1;
    psuSeen[psus[row]!] = stratumSeen[strata[row]!] = 1;
  }
  return count;
}

function degreesOfFreedomByDomain(
  { runStarts, domainOfRun }: Pick<Arrangement, "runStarts" | "domainOfRun">,
  weighty: Uint8Array,
  domainCount: number,
): Int32Array {
  const counts = new Int32Array(domainCount);
  domainOfRun.forEach((domain, run) => {
    let psus = 0;
    for (let cell = runStarts[run]!; cell < runStarts[run + 1]!; cell++) psus += weighty[cell]!;
    counts[domain]! += Math.max(psus - 1, 0);
  });
  return counts;
}

/** @throws RangeError when a measurement does not have one value per row of the design */
export function refuseOtherLength({ design }: Arrangement, values: Float64Array): void {
  if (values.length !== design.rows)
    throw new RangeError(`The design has ${design.rows} rows but a measurement has ${values.length} values.`);
}
