import { createRequire } from "node:module";
import type { Highs, Model } from "highs";
import type { CellSystem } from "./cell-system.ts";

/** How far each cell may move down and up from its number while it stays possible. Infinite where nothing is known. */
export interface Room {
  readonly down: Float64Array;
  readonly up: Float64Array;
}

/** Its types say that the package is CommonJS, so it is loaded as such. */
const { default: loadHighs } = createRequire(import.meta.url)("highs") as {
  readonly default: () => Promise<Highs>;
};
let solver: Promise<Highs> | undefined;

const smallest = 1e-7;

/** Cells that move, and by how much: more or less than the true number. */
export interface Shift {
  readonly cells: Int32Array;
  readonly by: Float64Array;
}

/** 0 for a cell that stays. */
export const shiftOf = ({ cells, by }: Shift, cell: number): number => by[cells.indexOf(cell)] ?? 0;

/**
 * Finds other numbers that a reader could not tell from the true ones: shifts of cells under which every sum still
 * holds. One linear programme over all cells of a release; only its limits and prices change between questions.
 * Solved by HiGHS (github.com/ERGO-Code/HiGHS) on one thread, so the answer does not depend on the machine; without
 * presolve, which costs small questions more than it saves.
 */
export class ShiftFinder {
  /** Questions put to the solver so far. */
  solved = 0;
  readonly #cells: number;
  readonly #model: Model;
  readonly #optimal: unknown;
  #told: { lower: Float64Array; upper: Float64Array; costs: Float64Array };

  private constructor(highs: Highs, { cells, sums }: CellSystem) {
    this.#cells = cells.length;
    const none = new Float64Array(cells.length * 2);
    this.#told = { lower: none, upper: none, costs: none };
    this.#model = highs.createModel(programmeOf(cells.length, sums));
    this.#model.options.set({ output_flag: false, random_seed: 1, presolve: "off" });
    this.#optimal = highs.constants.modelStatus.optimal;
  }

  static async over(system: CellSystem): Promise<ShiftFinder> {
    solver ??= loadHighs();
    return new ShiftFinder(await solver, system);
  }

  /**
   * The cheapest shift that moves one cell by a given amount, others within their room; null if there is none.
   *
   * @param prices  per unit moved, up or down alike; infinite: the cell stays
   * @param afresh  among equally cheap shifts the one that follows from the question alone, whatever was asked before
   */
  moving(cell: number, by: number, room: Room, prices: Float64Array, afresh = false): Shift | null {
    if (afresh) this.#model.clearSolver();
    const count = this.#cells;
    const upper = new Float64Array(2 * count);
    const costs = new Float64Array(2 * count);
    for (let one = 0; one < count; one++) {
      const price = prices[one] ?? Number.POSITIVE_INFINITY;
      if (price === Number.POSITIVE_INFINITY) continue;
      costs[one] = price;
      costs[count + one] = price;
      upper[one] = room.up[one] ?? 0;
      upper[count + one] = room.down[one] ?? 0;
    }
    const lower = new Float64Array(2 * count);
    upper[cell] = lower[cell] = Math.max(by, 0);
    upper[count + cell] = lower[count + cell] = Math.max(-by, 0);
    return this.#solve(lower, upper, costs);
  }

  dispose(): void {
    this.#model.dispose();
  }

  #solve(lower: Float64Array, upper: Float64Array, costs: Float64Array): Shift | null {
    this.#tell(lower, upper, costs);
    this.#model.run();
    this.solved++;
    if (this.#model.getModelStatus() !== this.#optimal) return null;
    const { colValue } = this.#model.getSolution();
    const by = (cell: number) => (colValue[cell] ?? 0) - (colValue[this.#cells + cell] ?? 0);
    const cells: number[] = [];
    for (let cell = 0; cell < this.#cells; cell++) if (Math.abs(by(cell)) >= smallest) cells.push(cell);
    return { cells: Int32Array.from(cells), by: Float64Array.from(cells, by) };
  }

  /** Only what differs from the question before crosses to the solver: little, between neighbouring questions. */
  #tell(lower: Float64Array, upper: Float64Array, costs: Float64Array): void {
    const told = this.#told;
    const [limits, priced]: [number[], number[]] = [[], []];
    for (let one = 0; one < lower.length; one++) {
      if (lower[one] !== told.lower[one] || upper[one] !== told.upper[one]) limits.push(one);
      if (costs[one] !== told.costs[one]) priced.push(one);
    }
    const of = (indices: number[], numbers: Float64Array) => indices.map((one) => numbers[one] ?? 0);
    if (limits.length > 0)
      this.#model.changeColsBounds({ kind: "set", indices: limits }, of(limits, lower), of(limits, upper));
    if (priced.length > 0) this.#model.changeColsCost({ kind: "set", indices: priced }, of(priced, costs));
    this.#told = { lower, upper, costs };
  }
}

/** Two columns a cell, up and down; a row for each sum: its parts move together as much as the whole. */
function programmeOf(cells: number, sums: CellSystem["sums"]) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { whole, parts } of sums) {
    for (const part of parts) {
      indices.push(part, cells + part);
      values.push(1, -1);
    }
    indices.push(whole, cells + whole);
    values.push(-1, 1);
    starts.push(indices.length);
  }
  const columns = cells * 2;
  return {
    numCols: columns,
    numRows: sums.length,
    colCost: new Float64Array(columns),
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns),
    rowLower: new Float64Array(sums.length),
    rowUpper: new Float64Array(sums.length),
    matrix: {
      format: "csr" as const,
      numRows: sums.length,
      numCols: columns,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}
