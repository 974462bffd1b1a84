import {
  type Crossing,
  crossingName,
  type Lattice,
  outsidePopulation,
  type Rung,
  type WorkingCrossing,
} from "../../lattice/index.ts";

/**
 * A cell that is shown or hidden, or a rest: the municipalities of a group that do not stand alone, together, or the
 * groups of the country that have no figures.
 */
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
  /** The cell of a crossing's domain; -1 where its municipality does not stand alone, or its group is silent. */
  readonly placeOf: readonly Int32Array[];
  /** The cell of everybody; -1 without one. */
  readonly country: number;
}

/**
 * Reads the sums out of the crossings: a crossing adds up to each crossing with one dimension fewer; municipalities
 * add up to their group, where the lattice crosses the group the same way, else to the country. What is not shown of a
 * sum is its rest, and follows from it as a whole: municipalities that do not stand alone, groups with too few answers.
 *
 * @param stands  "group": the municipality goes into the rest of its group; "pooled": its cells are of two waves, so that
 *   they add up to one another, not to its group, where what this wave knows of it is in the rest
 */
export function cellSystem(
  crossings: readonly WorkingCrossing[],
  lattice: Lattice,
  stands: (municipality: string) => Rung["stands"],
): CellSystem {
  const builder = new SystemBuilder(crossings, lattice, stands);
  for (const [place, table] of crossings.entries()) builder.addCells(place, table);
  for (const isNext of [isGroup, isMunicipality, isOther])
    for (const [place, { crossing }] of crossings.entries())
      for (const dimension of crossing) if (isNext(dimension)) builder.addSums(place, crossing, dimension);
  return builder.finished();
}

type Dimension = Crossing[number];
const isGroup = (dimension: Dimension) => dimension === "municipality-group";
const isMunicipality = (dimension: Dimension) => dimension === "municipality";
/** Who stands outside the population adds up to nothing. */
const isOther = (dimension: Dimension) =>
  !isGroup(dimension) && !isMunicipality(dimension) && dimension !== outsidePopulation;

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
  readonly #stands: (municipality: string) => Rung["stands"];
  readonly #silent: ReadonlySet<string>;

  constructor(
    crossings: readonly WorkingCrossing[],
    lattice: Lattice,
    stands: (municipality: string) => Rung["stands"],
  ) {
    this.#crossings = crossings;
    this.#stands = stands;
    this.#silent = silentGroups(crossings);
    this.#placeOf = crossings.map(({ domains }) => new Int32Array(domains.length).fill(-1));
    const heard = crossings.filter((table) => !isSilent(table, this.#silent));
    this.#names = new Set(heard.map(({ crossing }) => sortedName(crossing)));
    const municipalities = lattice.dimensions.find(({ id }) => id === "municipality")?.codes ?? [];
    this.#groupOf = new Map(
      municipalities.flatMap(({ code, group }) => (group === undefined ? [] : [[code, group] as const])),
    );
  }

  addCells(place: number, { crossing, domains }: WorkingCrossing) {
    const [municipality, group] = [crossing.indexOf("municipality"), crossing.indexOf("municipality-group")];
    for (const [domain, codes] of domains.entries()) {
      if (municipality >= 0 && this.#stands(codes[municipality] ?? "") === "group") continue;
      if (group >= 0 && this.#silent.has(codes[group] ?? "")) continue;
      const cell = this.#add({ crossing: place, domain }, codes, keyOf(crossing, codes));
      const places = this.#placeOf[place];
      if (places) places[domain] = cell;
    }
  }

  /** Sums over one dimension of a crossing, one for each cell of the crossing without it. */
  addSums(place: number, crossing: Crossing, dimension: Dimension) {
    const wider = this.#wider(crossing, dimension);
    if (wider === null) return;
    for (const [key, parts] of this.#partsOf(place, crossing, dimension, wider)) {
      const whole = this.#byKey.get(key);
      if (whole === undefined) continue;
      const at = crossing.indexOf(dimension);
      const codes = this.#codes[parts[0] ?? 0] ?? [];
      if (dimension === "municipality")
        this.#addRest(
          whole,
          parts,
          at,
          wider.crossing.includes("municipality-group") ? this.#groupIn(codes, at) : "all",
        );
      else if (dimension === "municipality-group" && this.#silent.size > 0)
        this.#addRest(whole, parts, at, "all");
      else this.#sums.push({ whole, parts });
    }
  }

  /** Cells of a crossing by the cell they add up to. */
  #partsOf(place: number, crossing: Crossing, dimension: Dimension, wider: Wider): Map<string, number[]> {
    const sums = new Map<string, number[]>();
    const at = crossing.indexOf(dimension);
    for (const [cell, { crossing: own }] of this.#cells.entries()) {
      const codes = this.#codes[cell] ?? [];
      if (own !== place) continue;
      if (dimension === "municipality" && this.#stands(codes[at] ?? "") === "pooled") continue;
      const key = keyOf(wider.crossing, wider.codes(codes));
      const parts = sums.get(key);
      if (parts) parts.push(cell);
      else sums.set(key, [cell]);
    }
    return sums;
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
  #wider(crossing: Crossing, dimension: Dimension): Wider | null {
    const at = crossing.indexOf(dimension);
    const grouped = crossing.map((one) => (one === "municipality" ? ("municipality-group" as const) : one));
    if (dimension === "municipality" && this.#names.has(sortedName(grouped)))
      return {
        crossing: grouped,
        codes: (codes) => codes.map((code, place) => (place === at ? this.#groupIn(codes, at) : code)),
      };
    const without = crossing.filter((_, place) => place !== at);
    if (!this.#names.has(sortedName(without))) return null;
    return { crossing: without, codes: (codes) => codes.filter((_, place) => place !== at) };
  }

  /** The group of a municipality; a silent one is known only together with the other silent ones. */
  #groupIn(codes: readonly string[], at: number): string {
    const group = this.#groupOf.get(codes[at] ?? "") ?? "";
    return this.#silent.has(group) ? restOf("all") : group;
  }

  /** What a group, or the country, holds besides the parts that are shown. */
  #addRest(whole: number, parts: readonly number[], at: number, of: string) {
    const [first = 0] = parts;
    const place = this.#cells[first]?.crossing ?? 0;
    const codes = (this.#codes[first] ?? []).map((code, one) => (one === at ? restOf(of) : code));
    const rest = this.#add(
      { crossing: place, domain: -1 },
      codes,
      keyOf(this.#crossings[place]?.crossing ?? [], codes),
    );
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

/** The crossing above another one, and the codes of a cell there. */
interface Wider {
  readonly crossing: Crossing;
  readonly codes: (codes: readonly string[]) => readonly string[];
}

const restOf = (whole: string) => `rest of ${whole}`;

/** Groups of municipalities of which no measure has a figure anywhere. */
function silentGroups(crossings: readonly WorkingCrossing[]): ReadonlySet<string> {
  const silent = new Set<string>();
  const heard = new Set<string>();
  for (const { crossing, domains, cells } of crossings) {
    const at = crossing.indexOf("municipality-group");
    if (at < 0) continue;
    for (const [domain, codes] of domains.entries())
      (cells.some((row) => row[domain]) ? heard : silent).add(codes[at] ?? "");
  }
  return new Set([...silent].filter((group) => !heard.has(group)));
}

/** True of a crossing with groups of which none has figures: nothing adds up to it. */
function isSilent({ crossing, domains }: WorkingCrossing, silent: ReadonlySet<string>): boolean {
  const at = crossing.indexOf("municipality-group");
  return at >= 0 && domains.every((codes) => silent.has(codes[at] ?? ""));
}
