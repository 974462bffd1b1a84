import type { Width } from "./needs.ts";
import type { Quantity } from "./quantities.ts";
import { type Room, type Shift, type ShiftFinder, shiftOf } from "./shift-finder.ts";

/** A hidden number must be able to be off by so much, others being off with it. */
export interface Need {
  readonly cell: number;
  /** Above zero: more; below zero: less. */
  readonly by: number;
}

/** What needs are about: numbers, and the cells that have any. */
export interface Numbers {
  readonly quantity: Quantity;
  readonly present: Uint8Array;
}

/** Numbers as far off as needed that no reader could tell from the true ones. */
interface Proof extends Numbers {
  readonly need: Need;
  readonly shift: Shift;
}

/** What a cell costs to hide, by unit that it moves; infinite: it cannot be hidden. */
export type Prices = Float64Array;

/** Shifts found so far by a cell that they move; those of the mask of a universe serve each of its measures. */
export class KnownShifts {
  readonly #byCell = new Map<number, Shift[]>();

  add(shift: Shift): void {
    for (const cell of shift.cells) {
      const list = this.#byCell.get(cell);
      if (list) list.push(shift);
      else this.#byCell.set(cell, [shift]);
    }
  }

  moving(cell: number): readonly Shift[] {
    return this.#byCell.get(cell) ?? [];
  }
}

/**
 * Which cells are hidden, and proofs that the protected among them cannot be worked out. A need is met by a shift of
 * hidden cells under which all sums hold: the true numbers plus the shift are possible, so an attacker's interval is at
 * least as wide. Shifts found for one measure are tried for the others before the solver is asked.
 */
export class Guard {
  readonly hidden: Uint8Array;
  readonly #finder: ShiftFinder;
  readonly #prices: readonly Prices[];
  readonly #known: KnownShifts;
  #proofs: Proof[] = [];

  /** @param prices  one list after the other is tried, the last hiding what should stay if at all possible */
  constructor(finder: ShiftFinder, hidden: Uint8Array, prices: readonly Prices[], known: KnownShifts) {
    this.#finder = finder;
    this.hidden = hidden;
    this.#prices = prices;
    this.#known = known;
  }

  /**
   * Leaves a number open as wide as needed: below it as far as is possible at all, the rest above. False: it cannot be
   * done.
   */
  open({ cell, whole, below, above, unit }: Width, numbers: Numbers): boolean {
    let down = below;
    while (down > slack && !this.meetOneOf([{ cell, by: -down }], numbers)) down -= unit;
    return this.meetOneOf([{ cell, by: Math.max(above, whole - Math.max(down, 0)) }], numbers);
  }

  /** Meets one of several needs, the one for which fewest more cells must be hidden. False: it cannot be done. */
  meetOneOf(needs: readonly Need[], numbers: Numbers): boolean {
    const open = needs.filter(({ cell }) => numbers.present[cell] === 1);
    if (open.length === 0) return true;
    for (const need of open) if (this.#keep(need, numbers, this.#knownFor(need, numbers))) return true;
    for (const prices of this.#prices) {
      const found = open.flatMap((need) => {
        const shift = this.#find(need, numbers, prices);
        return shift ? [{ need, shift, cost: this.#newlyHidden(shift, numbers).length }] : [];
      });
      const [best] = found.sort((a, b) => a.cost - b.cost);
      if (best) return this.#keep(best.need, numbers, best.shift);
    }
    return false;
  }

  /** Shows again what no proof needs: cells in the order given, each if all proofs that used it can do without it. */
  showAgain(cells: readonly number[]): void {
    for (const cell of cells) {
      this.hidden[cell] = 0;
      const [broken, whole] = split(this.#proofs, ({ shift }) => shift.cells.includes(cell));
      const mended = this.#mended(broken);
      if (mended) this.#proofs = [...whole, ...mended];
      else this.hidden[cell] = 1;
    }
  }

  #keep(need: Need, numbers: Numbers, shift: Shift | null): boolean {
    if (!shift) return false;
    for (const cell of this.#newlyHidden(shift, numbers)) this.hidden[cell] = 1;
    this.#proofs.push({ need, ...numbers, shift });
    return true;
  }

  #newlyHidden({ cells }: Shift, { present }: Numbers): Int32Array {
    return cells.filter((cell) => present[cell] === 1 && this.hidden[cell] !== 1);
  }

  #mended(broken: readonly Proof[]): Proof[] | null {
    const mended: Proof[] = [];
    for (const proof of broken) {
      const shift = this.#knownFor(proof.need, proof) ?? this.#find(proof.need, proof, null);
      if (!shift) return null;
      mended.push({ ...proof, shift });
    }
    return mended;
  }

  #knownFor(need: Need, { quantity, present }: Numbers): Shift | null {
    for (const known of this.#known.moving(need.cell)) {
      const scale = need.by / shiftOf(known, need.cell);
      if (this.#isPossible(known, scale, quantity.room, present))
        return { cells: known.cells, by: known.by.map((by) => by * scale) };
    }
    return null;
  }

  #isPossible({ cells, by }: Shift, scale: number, { down, up }: Room, present: Uint8Array): boolean {
    for (let place = 0; place < cells.length; place++) {
      const cell = cells[place] ?? 0;
      if (present[cell] !== 1) continue;
      const moved = (by[place] ?? 0) * scale;
      if (this.hidden[cell] !== 1) return false;
      if (moved > (up[cell] ?? 0) + slack || -moved > (down[cell] ?? 0) + slack) return false;
    }
    return true;
  }

  /** @param prices  null: with the cells that are hidden already */
  #find(need: Need, { quantity, present }: Numbers, prices: Prices | null): Shift | null {
    const own = Float64Array.from(this.hidden, (hidden, cell) => {
      if (present[cell] !== 1) return 0;
      return hidden === 1 ? priceOfHidden : (prices?.[cell] ?? Number.POSITIVE_INFINITY);
    });
    const found = this.#finder.moving(need.cell, need.by, quantity.room, own);
    if (found) this.#known.add(found);
    return found;
  }
}

/** Not nothing, so that a shift moves no more cells than it needs. */
const priceOfHidden = 1e-3;
const slack = 1e-6;

function split<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  const first: Item[] = [];
  const second: Item[] = [];
  for (const item of items) (isFirst(item) ? first : second).push(item);
  return [first, second];
}
