import type { Movable } from "./movable.ts";
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

/** Numbers as far off as one of the needs asks that no reader could tell from the true ones. */
interface Proof extends Numbers {
  readonly needs: readonly Need[];
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

/** What is the same for all measures and policies over the same tables. */
export interface Means {
  readonly finder: ShiftFinder;
  readonly movable: Movable;
  readonly known: KnownShifts;
}

/**
 * Which cells are hidden, and proofs that the protected among them cannot be worked out. A need is met by a shift of
 * hidden cells under which all sums hold: the true numbers plus the shift are possible, so an attacker's interval is at
 * least as wide. Shifts found for another measure or policy are tried before the solver is asked; which cells end up
 * hidden does not depend on them.
 */
export class Guard {
  readonly hidden: Uint8Array;
  readonly #means: Means;
  readonly #prices: readonly Prices[];
  #proofs: Proof[] = [];

  /** @param prices  one list after the other is tried, the last hiding what should stay if at all possible */
  constructor(means: Means, hidden: Uint8Array, prices: readonly Prices[]) {
    this.#means = means;
    this.hidden = hidden;
    this.#prices = prices;
  }

  /**
   * Leaves a number open as wide as needed: below it as far as is possible at all, the rest above. Above is asked
   * first: the same shift turned round mostly leads below. False: it cannot be done.
   */
  open({ cell, whole, below, above, unit }: Width, numbers: Numbers): boolean {
    const meet = (by: number) => this.meetOneOf([{ cell, by }], numbers);
    const isOpenAbove = meet(Math.max(above, whole - below));
    let down = below;
    while (down > slack && !meet(-down)) down -= unit;
    return isOpenAbove && (down === below || meet(Math.max(above, whole - Math.max(down, 0))));
  }

  /** Meets one of several needs, the one for which fewest more cells must be hidden. False: it cannot be done. */
  meetOneOf(needs: readonly Need[], numbers: Numbers): boolean {
    const open = needs.filter(({ cell }) => numbers.present[cell] === 1);
    if (open.length === 0) return true;
    const shift = this.#withHidden(open, numbers) ?? this.#withMore(open, numbers);
    if (!shift) return false;
    for (const cell of this.#newlyHidden(shift, numbers)) this.hidden[cell] = 1;
    this.#proofs.push({ needs: open, ...numbers, shift });
    return true;
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

  #newlyHidden({ cells }: Shift, { present }: Numbers): Int32Array {
    return cells.filter((cell) => present[cell] === 1 && this.hidden[cell] !== 1);
  }

  #mended(broken: readonly Proof[]): Proof[] | null {
    const stuck = ({ needs, present }: Proof) => this.#thatMayMove(needs, present).length === 0;
    if (broken.some(stuck)) return null;
    const mended: Proof[] = [];
    for (const proof of broken) {
      const shift = this.#withHidden(proof.needs, proof);
      if (!shift) return null;
      mended.push({ ...proof, shift });
    }
    return mended;
  }

  /** A shift that meets one of the needs without anything more being hidden. */
  #withHidden(needs: readonly Need[], numbers: Numbers): Shift | null {
    for (const need of needs) {
      const known = this.#knownFor(need, numbers);
      if (known) return known;
    }
    for (const need of this.#thatMayMove(needs, numbers.present)) {
      const found = this.#find(need, numbers, null);
      if (found) return found;
    }
    return null;
  }

  #withMore(needs: readonly Need[], numbers: Numbers): Shift | null {
    for (const prices of this.#prices) {
      const found = needs.flatMap((need) => {
        const shift = this.#find(need, numbers, prices);
        return shift ? [{ shift, cost: this.#newlyHidden(shift, numbers).length }] : [];
      });
      const [best] = found.sort((a, b) => a.cost - b.cost);
      if (best) return best.shift;
    }
    return null;
  }

  #thatMayMove(needs: readonly Need[], present: Uint8Array): Need[] {
    const untold = this.hidden.map((hidden, cell) => (hidden === 1 || present[cell] !== 1 ? 1 : 0));
    const movable = this.#means.movable.among(untold);
    return needs.filter(({ cell }) => movable[cell] === 1);
  }

  #knownFor(need: Need, { quantity, present }: Numbers): Shift | null {
    for (const known of this.#means.known.moving(need.cell)) {
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
  #find({ cell, by }: Need, { quantity, present }: Numbers, prices: Prices | null): Shift | null {
    const own = new Float64Array(this.hidden.length);
    for (let one = 0; one < own.length; one++)
      if (present[one] === 1)
        own[one] = this.hidden[one] === 1 ? priceOfHidden : (prices?.[one] ?? Number.POSITIVE_INFINITY);
    const found = this.#means.finder.moving(cell, by, quantity.room, own, prices !== null);
    if (found) this.#means.known.add(found);
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
