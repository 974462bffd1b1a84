import { type Crossing, crossingName, type Lattice, type WorkingCrossing } from "../../lattice/index.ts";

/** A cell that is shown or hidden, or the rest of a group: its municipalities that do not stand alone, together. */
export interface SystemCell {
  /** Index into the crossings; a rest belongs to the crossing whose cells it completes. */
  readonly crossing: number;
  /** Index into the crossing's domains; -1 for a rest. */
  readonly domain: number;
}

/** One cell is the sum of others, but for people who gave no answer to the question that divides them. */
export interface Sum {
  readonly whole: number;
  readonly parts: readonly number[];
}

/** All cells of a release and every sum between them: what a reader with a pencil can subtract. */
export interface CellSystem {
  readonly cells: readonly SystemCell[];
  readonly sums: readonly Sum[];
  /** Rest cells with the sum from which each follows. */
  readonly rests: ReadonlyMap<number, Sum>;
  /** The cell of a crossing's domain; -1 where its municipality does not stand alone. */
  readonly placeOf: readonly Int32Array[];
  /** The cell of everybody; -1 without one. */
  readonly country: number;
}

/**
 * Reads the sums out of the crossings: a crossing adds up to each crossing with one dimension fewer; municipalities
 * add up to their group, where the lattice crosses the group the same way, else to the country.
 *
 * @param standsAlone false for municipalities whose cells are not shown; they go into the rest of their group
 */
export function cellSystem(
  crossings: readonly WorkingCrossing[],
  lattice: Lattice,
  standsAlone: (municipality: string) => boolean,
): CellSystem {
  const builder = new SystemBuilder(crossings, lattice);
  for (const [place, table] of crossings.entries()) builder.addCells(place, table, standsAlone);
  for (const isGeographic of [true, false])
    for (const [place, { crossing }] of crossings.entries())
      for (const dimension of crossing)
        if ((dimension === "municipality") === isGeographic) builder.addSums(place, crossing, dimension);
  return builder.finished();
}

/** Codes of a cell by dimension, written as one key; the order of a crossing's dimensions does not matter. */
const keyOf = (crossing: Crossing, codes: readonly string[]) =>
  crossing
    .map((dimension, place) => `${dimension}=${codes[place]}`)
    .sort()
    .join("|");

class SystemBuilder {
  readonly #cells: SystemCell[] = [];
  readonly #codes: (readonly string[])[] = [];
  readonly #byKey = new Map<string, number>();
  readonly #sums: Sum[] = [];
  readonly #rests = new Map<number, Sum>();
  readonly #placeOf: Int32Array[];
  readonly #names: ReadonlySet<string>;
  readonly #groupOf: ReadonlyMap<string, string>;
  readonly #crossings: readonly WorkingCrossing[];

  constructor(crossings: readonly WorkingCrossing[], lattice: Lattice) {
    this.#crossings = crossings;
    this.#placeOf = crossings.map(({ domains }) => new Int32Array(domains.length).fill(-1));
    this.#names = new Set(crossings.map(({ crossing }) => sortedName(crossing)));
    const municipalities = lattice.dimensions.find(({ id }) => id === "municipality")?.codes ?? [];
    this.#groupOf = new Map(
      municipalities.flatMap(({ code, group }) => (group === undefined ? [] : [[code, group] as const])),
    );
  }

  addCells(
    place: number,
    { crossing, domains }: WorkingCrossing,
    standsAlone: (municipality: string) => boolean,
  ) {
    const own = crossing.indexOf("municipality");
    for (const [domain, codes] of domains.entries()) {
      if (own >= 0 && !standsAlone(codes[own] ?? "")) continue;
      const cell = this.#add({ crossing: place, domain }, codes, keyOf(crossing, codes));
      const places = this.#placeOf[place];
      if (places) places[domain] = cell;
    }
  }

  /** Sums over one dimension of a crossing, one for each cell of the crossing without it. */
  addSums(place: number, crossing: Crossing, dimension: Crossing[number]) {
    const wider = this.#wider(crossing, dimension);
    if (wider === null) return;
    const sums = new Map<string, number[]>();
    for (const [cell, { crossing: own }] of this.#cells.entries()) {
      if (own !== place) continue;
      const key = keyOf(wider.crossing, wider.codes(this.#codes[cell] ?? []));
      const parts = sums.get(key);
      if (parts) parts.push(cell);
      else sums.set(key, [cell]);
    }
    for (const [key, parts] of sums) {
      const whole = this.#byKey.get(key);
      if (whole === undefined) continue;
      if (dimension === "municipality")
        this.#addRest(whole, parts, wider.crossing.includes("municipality-group"));
      else this.#sums.push({ whole, parts });
    }
  }

  finished(): CellSystem {
    return {
      cells: this.#cells,
      sums: this.#sums,
      rests: this.#rests,
      placeOf: this.#placeOf,
      country: this.#byKey.get("") ?? -1,
    };
  }

  /** The crossing that a dimension adds up to, and how its codes follow; null where the lattice lacks it. */
  #wider(crossing: Crossing, dimension: Crossing[number]) {
    const at = crossing.indexOf(dimension);
    const grouped = crossing.map((one) => (one === "municipality" ? ("municipality-group" as const) : one));
    if (dimension === "municipality" && this.#names.has(sortedName(grouped)))
      return {
        crossing: grouped,
        codes: (codes: readonly string[]) =>
          codes.map((code, place) => (place === at ? (this.#groupOf.get(code) ?? "") : code)),
      };
    const without = crossing.filter((_, place) => place !== at);
    if (!this.#names.has(sortedName(without))) return null;
    return {
      crossing: without,
      codes: (codes: readonly string[]) => codes.filter((_, place) => place !== at),
    };
  }

  /** What a group, or the country, holds besides the municipalities that stand alone. */
  #addRest(whole: number, parts: readonly number[], inGroup: boolean) {
    const [first = 0] = parts;
    const place = this.#cells[first]?.crossing ?? 0;
    const crossing = this.#crossings[place]?.crossing ?? [];
    const codes = (this.#codes[first] ?? []).map((code, at) =>
      crossing[at] === "municipality" ? `rest of ${inGroup ? this.#groupOf.get(code) : "all"}` : code,
    );
    const rest = this.#add({ crossing: place, domain: -1 }, codes, keyOf(crossing, codes));
    const sum = { whole, parts: [...parts, rest] };
    this.#rests.set(rest, sum);
    this.#sums.push(sum);
  }

  #add(cell: SystemCell, codes: readonly string[], key: string): number {
    this.#cells.push(cell);
    this.#codes.push(codes);
    this.#byKey.set(key, this.#cells.length - 1);
    return this.#cells.length - 1;
  }
}

const sortedName = (crossing: Crossing) => crossingName([...crossing].sort());
