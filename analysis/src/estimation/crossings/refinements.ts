import type { Domains } from "../domains.ts";

/** A crossing whose cells are made of cells of a finer one, as far as people stand in that. */
export interface Refinement {
  /** Places in the list of crossings. */
  readonly coarse: number;
  readonly fine: number;
  /** By cell of the finer one: the cell of the coarser one, -1 where its people are in none. */
  readonly cellOf: Int32Array;
}

/** Which of several crossings have to be read, and which are made of those: found from the people themselves. */
export function refinementsAmong(domains: readonly Domains[]): {
  readonly read: readonly number[];
  readonly refined: readonly Refinement[];
} {
  const finest = [...domains.keys()].sort((a, b) => domains[b]!.count - domains[a]!.count);
  const [read, refined]: [number[], Refinement[]] = [[], []];
  for (const coarse of finest) {
    const found = read
      .map((fine) => ({ coarse, fine, cellOf: madeOf(domains[coarse]!, domains[fine]!) }))
      .find((one): one is Refinement => one.cellOf !== undefined);
    if (found) refined.push(found);
    else read.push(coarse);
  }
  return { read, refined };
}

const [unseen, inNone] = [-2, -1];

/** Undefined where the people of one cell stand in several of the coarser crossing, or where it holds many others, too. */
function madeOf({ of: coarse }: Domains, { of: fine, count }: Domains): Int32Array | undefined {
  const cellOf = new Int32Array(count).fill(unseen);
  let [shared, left] = [0, 0];
  for (let row = 0; row < fine.length; row++) {
    const [cell, own] = [fine[row]!, coarse[row]!];
    if (own >= 0 && cell >= 0) shared++;
    else if (own >= 0) left++;
    if (cell < 0) continue;
    if (cellOf[cell] === unseen) cellOf[cell] = own;
    else if (cellOf[cell] !== own) return undefined;
  }
  return left > shared ? undefined : cellOf.map((cell) => Math.max(cell, inNone));
}
