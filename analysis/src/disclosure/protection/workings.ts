import type { CellSystem } from "./cell-system.ts";
import { Movable } from "./movable.ts";
import { KnownShifts, type Means } from "./proofs.ts";
import { ShiftFinder } from "./shift-finder.ts";

/** What is the same for every policy over the same tables: their sums, and the solver and the shifts that know them. */
export class Workings {
  readonly system: CellSystem;
  readonly #finder: ShiftFinder;
  readonly #movable: Movable;
  readonly #known = new Map<string, KnownShifts>();

  private constructor(system: CellSystem, finder: ShiftFinder) {
    this.system = system;
    this.#finder = finder;
    this.#movable = new Movable(system);
  }

  static async over(system: CellSystem): Promise<Workings> {
    return new Workings(system, await ShiftFinder.over(system));
  }

  /** For the measures over the same people: what one of them proves may serve the others. */
  meansFor(universe: string): Means {
    const known = this.#known.get(universe) ?? new KnownShifts();
    this.#known.set(universe, known);
    return { finder: this.#finder, movable: this.#movable, known };
  }

  /** Linear programmes so far. */
  get solved(): number {
    return this.#finder.solved;
  }

  dispose(): void {
    this.#finder.dispose();
  }
}
