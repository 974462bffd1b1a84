import type { CellSystem } from "./cell-system.ts";

/**
 * Which hidden cells can move at all: one that is the only hidden cell of a sum follows from it and stays, which may
 * leave another alone in its sum. What this says to stay, stays; the rest is for the solver to say.
 */
export class Movable {
  readonly #sums: readonly Int32Array[];
  readonly #sumsOf: readonly (readonly number[])[];

  constructor({ cells, sums }: Pick<CellSystem, "cells" | "sums">) {
    this.#sums = sums.map(({ whole, parts }) => Int32Array.of(whole, ...parts));
    const sumsOf: number[][] = cells.map(() => []);
    for (const [sum, members] of this.#sums.entries()) for (const cell of members) sumsOf[cell]?.push(sum);
    this.#sumsOf = sumsOf;
  }

  /** @param hidden  1 for cells of which a reader is told nothing; @returns 1 for those that may move */
  among(hidden: Uint8Array): Uint8Array {
    const movable = hidden.slice();
    const left = this.#sums.map((members) => members.reduce((sum, cell) => sum + (hidden[cell] ?? 0), 0));
    const alone = [...left.keys()].filter((sum) => left[sum] === 1);
    for (let sum = alone.pop(); sum !== undefined; sum = alone.pop()) {
      const cell = this.#sums[sum]?.find((one) => movable[one] === 1);
      if (cell === undefined) continue;
      movable[cell] = 0;
      for (const other of this.#sumsOf[cell] ?? []) {
        left[other] = (left[other] ?? 0) - 1;
        if (left[other] === 1) alone.push(other);
      }
    }
    return movable;
  }
}
