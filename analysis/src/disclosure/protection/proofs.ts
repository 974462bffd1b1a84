import type { Quantity } from "./quantities.ts";
import type { Room, ShiftFinder } from "./shift-finder.ts";

/** A hidden number must be able to be off by so much, others being off with it. */
export interface Need {
  readonly cell: number;
  /** Above zero: more; below zero: less. */
  readonly by: number;
}

/** Numbers as far off as needed that no reader could tell from the true ones. */
interface Proof extends Numbers {
  readonly need: Need;
  readonly shifts: Float64Array;
}

/** What a cell costs to hide, by unit that it moves; infinite: it cannot be hidden. */
export type Prices = Float64Array;

/** What needs are about: numbers, and the cells that have any. */
export interface Numbers {
  readonly quantity: Quantity;
  readonly present: Uint8Array;
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
  #proofs: Proof[] = [];
  readonly #known: Float64Array[];

  /**
   * @param prices  one list after the other is tried, the last hiding what should stay if at all possible
   * @param known   shifts found elsewhere in the same system
   */
  constructor(
    finder: ShiftFinder,
    hidden: Uint8Array,
    prices: readonly Prices[],
    known: readonly Float64Array[] = [],
  ) {
    this.#finder = finder;
    this.hidden = hidden;
    this.#prices = prices;
    this.#known = [...known];
  }

  /** Shifts found so far: those of the mask of a universe serve each of its measures. */
  get shifts(): readonly Float64Array[] {
    return this.#known;
  }

  /** Meets one of several needs, hiding more cells only if none can be met without. False: it cannot be done. */
  meetOneOf(needs: readonly Need[], numbers: Numbers): boolean {
    const open = needs.filter(({ cell }) => numbers.present[cell] === 1);
    if (open.length === 0) return true;
    return (
      open.some((need) => this.#keep(need, numbers, this.#shiftsFor(need, numbers))) ||
      this.#prices.some((prices) =>
        open.some((need) => this.#keep(need, numbers, this.#find(need, numbers, prices))),
      )
    );
  }

  #keep(need: Need, { quantity, present }: Numbers, shifts: Float64Array | null): boolean {
    if (!shifts) return false;
    for (const [cell, shift] of shifts.entries())
      if (shift !== 0 && present[cell] === 1) this.hidden[cell] = 1;
    this.#proofs.push({ need, quantity, present, shifts });
    return true;
  }

  /** With the cells that are hidden already. */
  #shiftsFor(need: Need, numbers: Numbers): Float64Array | null {
    return this.#knownFor(need, numbers) ?? this.#find(need, numbers, null);
  }

  /** Shows again what no proof needs: cells in the order given, each if all proofs that used it can do without it. */
  showAgain(cells: readonly number[]): void {
    for (const cell of cells) {
      this.hidden[cell] = 0;
      const [broken, whole] = split(this.#proofs, ({ shifts }) => shifts[cell] !== 0);
      const mended = this.#mended(broken);
      if (mended) this.#proofs = [...whole, ...mended];
      else this.hidden[cell] = 1;
    }
  }

  #mended(broken: readonly Proof[]): Proof[] | null {
    const mended: Proof[] = [];
    for (const proof of broken) {
      const shifts = this.#shiftsFor(proof.need, proof);
      if (!shifts) return null;
      mended.push({ ...proof, shifts });
    }
    return mended;
  }

  #knownFor(need: Need, { quantity, present }: Numbers): Float64Array | null {
    for (const known of this.#known) {
      const scale = need.by / (known[need.cell] ?? 0);
      if (Number.isFinite(scale) && this.#isPossible(known, scale, quantity.room, present))
        return known.map((shift) => shift * scale);
    }
    return null;
  }

  #isPossible(shifts: Float64Array, scale: number, { down, up }: Room, present: Uint8Array): boolean {
    for (let cell = 0; cell < shifts.length; cell++) {
      const shift = (shifts[cell] ?? 0) * scale;
      if (shift === 0 || present[cell] !== 1) continue;
      if (this.hidden[cell] !== 1) return false;
      if (shift > (up[cell] ?? 0) + slack || -shift > (down[cell] ?? 0) + slack) return false;
    }
    return true;
  }

  #find(need: Need, { quantity, present }: Numbers, prices: Prices | null): Float64Array | null {
    const own = Float64Array.from(this.hidden, (_, cell) => {
      if (present[cell] !== 1) return 0;
      if (this.hidden[cell] === 1) return priceOfHidden;
      return prices?.[cell] ?? Number.POSITIVE_INFINITY;
    });
    const found = this.#finder.moving(need.cell, need.by, quantity.room, own);
    if (found) this.#known.push(found);
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
