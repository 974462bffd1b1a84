import type { WorkingCell, WorkingCrossing } from "../../lattice/index.ts";
import type { CellSystem } from "./cell-system.ts";
import type { Room } from "./shift-finder.ts";

/** Numbers that add up over the cells of a release, and how far each could be off without being impossible. */
export interface Quantity {
  readonly values: Float64Array;
  readonly room: Room;
}

/** What a measure says of each cell, in numbers that add up. */
export interface MeasureNumbers {
  /** 1 where the measure has a cell. */
  readonly present: Uint8Array;
  /** 1 where its people are too few by themselves; a rest is judged apart. */
  readonly tooFew: Uint8Array;
  readonly respondents: Quantity;
  readonly weighted: Quantity;
  /** Of everybody the measure has. */
  readonly meanWeight: number;
  /** Weighted people with the trait, or the weighted sum of a mean; null where the figure does not add up (medians). */
  readonly trait: Quantity | null;
  /** True where the trait cannot exceed the people. */
  readonly isProportion: boolean;
}

/** Sums do not hold: the cells of a crossing count more people than the crossing above it. */
export class SumsError extends Error {
  constructor(measure: string, whole: number, parts: number) {
    super(
      `The cells of ${measure} count ${parts} respondents where the cell above them counts ${whole}. The crossings of a release must be about the same people.`,
    );
    this.name = "SumsError";
  }
}

/** @throws SumsError if parts count more people than their whole */
export function numbersOf(
  id: string,
  system: CellSystem,
  crossings: readonly WorkingCrossing[],
  measure: number,
  isTooFew: (cell: WorkingCell) => boolean,
): MeasureNumbers {
  const cells = system.cells.map(({ crossing, domain }) =>
    domain < 0 ? null : (crossings[crossing]?.cells[measure]?.[domain] ?? null),
  );
  const present = presence(system, cells);
  const over = (number: (cell: WorkingCell) => number) => completed(system, cells, number);
  const respondents = over(({ base }) => base);
  refuseOverlaps(id, system, present, respondents);
  const weighted = over(({ weightedBase }) => weightedBase);
  const trait = over(({ estimate, weightedBase }) => (estimate.value ?? 0) * weightedBase);
  const isProportion = cells.every((cell) => cell === null || cell.numerator !== null);
  return {
    present,
    tooFew: Uint8Array.from(cells, (cell) => (cell !== null && isTooFew(cell) ? 1 : 0)),
    respondents: { values: respondents, room: roomAbove(respondents, present) },
    weighted: { values: weighted, room: roomAbove(weighted, present) },
    meanWeight: Math.max(...weighted) / Math.max(1, ...respondents),
    trait: addsUp(system, present, respondents, trait)
      ? {
          values: trait,
          room: isProportion ? roomWithin(trait, weighted, present) : roomAbove(trait, present),
        }
      : null,
    isProportion,
  };
}

/** A rest is there where its group is, and something that is shown of it, or nothing is and the rest is the whole. */
function presence({ cells: all, rests }: CellSystem, cells: readonly (WorkingCell | null)[]): Uint8Array {
  const present = Uint8Array.from(all, (_, one) => (cells[one] ? 1 : 0));
  for (const [rest, { whole, parts }] of rests)
    present[rest] =
      present[whole] === 1 && (parts.length === 1 || parts.some((part) => present[part] === 1)) ? 1 : 0;
  return present;
}

function completed(
  { rests }: CellSystem,
  cells: readonly (WorkingCell | null)[],
  number: (cell: WorkingCell) => number,
): Float64Array {
  const values = Float64Array.from(cells, (cell) => (cell === null ? 0 : number(cell)));
  for (const [rest, { whole, parts }] of rests) {
    const others = parts.reduce((sum, part) => (part === rest ? sum : sum + (values[part] ?? 0)), 0);
    values[rest] = (values[whole] ?? 0) - others;
  }
  return values;
}

const tiny = (value: number) => 1e-6 * Math.max(1, Math.abs(value));

function refuseOverlaps(id: string, { sums }: CellSystem, present: Uint8Array, respondents: Float64Array) {
  for (const { whole, parts } of sums) {
    if (present[whole] !== 1) continue;
    const total = respondents[whole] ?? 0;
    const held = parts.reduce((sum, part) => sum + (respondents[part] ?? 0), 0);
    if (held > total + tiny(total) || parts.some((part) => (respondents[part] ?? 0) < 0))
      throw new SumsError(id, total, held);
  }
}

/** True unless a whole that its parts make up completely is not their sum, as a median's would not be. */
function addsUp(
  { sums }: CellSystem,
  present: Uint8Array,
  respondents: Float64Array,
  values: Float64Array,
): boolean {
  return sums.every(({ whole, parts }) => {
    if (present[whole] !== 1 || !parts.every((part) => present[part] === 1)) return true;
    const people = parts.reduce((sum, part) => sum + (respondents[part] ?? 0), 0);
    const sum = parts.reduce((held, part) => held + (values[part] ?? 0), 0);
    return people !== respondents[whole] || Math.abs(sum - (values[whole] ?? 0)) <= tiny(sum);
  });
}

const anyRoom = Number.POSITIVE_INFINITY;

/** Nothing below zero. Of a cell that the measure does not have nothing is known. */
function roomAbove(values: Float64Array, present: Uint8Array): Room {
  const mayBeNegative = values.some((value) => value < -tiny(value));
  return {
    down: values.map((value, cell) => (present[cell] === 1 && !mayBeNegative ? Math.max(value, 0) : anyRoom)),
    up: new Float64Array(values.length).fill(anyRoom),
  };
}

/** Not below zero, and not above the people there are, who are taken as known. */
function roomWithin(values: Float64Array, most: Float64Array, present: Uint8Array): Room {
  return {
    down: values.map((value, cell) => (present[cell] === 1 ? Math.max(value, 0) : anyRoom)),
    up: values.map((value, cell) => (present[cell] === 1 ? Math.max((most[cell] ?? 0) - value, 0) : anyRoom)),
  };
}

/** What several measures over the same people count in each cell, in respondents or in weights of the mean. */
export interface Least {
  /** The least that any of them counts. */
  readonly quantity: Quantity;
  /** The most. */
  readonly most: Float64Array;
  readonly present: Uint8Array;
}

/** A shift that is possible for the least numbers is possible for nearly all. */
export function leastOf(all: readonly MeasureNumbers[]): Least {
  const cells = all[0]?.present.length ?? 0;
  const [values, most] = [new Float64Array(cells), new Float64Array(cells)];
  const present = new Uint8Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    const own = all.filter((one) => one.present[cell] === 1);
    present[cell] = own.length > 0 ? 1 : 0;
    const counts = own.flatMap(({ respondents, weighted, meanWeight }) => [
      respondents.values[cell] ?? 0,
      (weighted.values[cell] ?? 0) / meanWeight,
    ]);
    values[cell] = own.length > 0 ? Math.min(...counts) : 0;
    most[cell] = Math.max(0, ...counts);
  }
  return { quantity: { values, room: roomAbove(values, present) }, most, present };
}
