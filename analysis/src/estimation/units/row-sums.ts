import { codesBehind, type Measurement } from "../measurement.ts";

/** Where rows add up: each row into a slot (a cell, a category), with a weight. */
export interface Slots {
  /** By row: 0 … count; the last slot takes rows that belong nowhere. */
  readonly slotOfRow: Int32Array;
  readonly count: number;
  /** By row; rows of weight zero are left out. */
  readonly weights: Float64Array;
}

/** A variable to be summed, and the number subtracted from each of its values before. */
export interface Lane {
  readonly measurement: Measurement;
  readonly shift: number;
}

/** Sums of one variable by slot over rows with a value v = value − shift; variables without gaps share their weights. */
export interface SlotSums {
  /** Σ w v, Σ w and Σ w v². */
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly squares: Float64Array;
}

/** Told of each row of positive weight without a value, by variable. */
export type Missed = (lane: number, row: number) => void;

/** Variables read in one pass, so that slots and weights are read once for all of them. */
const together = 4;

/** Parts a list into runs that are read in one pass, in order. */
export function inPasses<Item, Result>(
  items: readonly Item[],
  pass: (items: readonly Item[]) => readonly Result[],
): Result[] {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += together)
    results.push(...pass(items.slice(from, from + together)));
  return results;
}

/**
 * Sums by slot of at most four variables over rows with a value, in one read of the rows, in their order. A variable's
 * sums do not depend on those beside it: with and without the test for missing values the same additions are made.
 */
export function sumIntoSlots(slots: Slots, lanes: readonly Lane[], missed?: Missed): SlotSums[] {
  const reader = readerOf(slots, lanes);
  if (!isMissingEarly(reader)) {
    const sums = new Float64Array(2 * together * (slots.count + 1));
    eachChunk(reader, (chunk) => addComplete(sums, reader, chunk));
    if (!sums.some(Number.isNaN)) return lanes.map((_, lane) => completeSums(slots, sums, lane));
  }
  const sums = new Float64Array(3 * together * (slots.count + 1));
  const told: Missed = (lane, row) => {
    if (lane < lanes.length) missed?.(lane, row);
  };
  eachChunk(reader, (chunk) => addUsable(sums, reader, chunk, told));
  return lanes.map((_, lane) => ({
    values: everyNth(sums, 3 * lane, 3 * together, slots.count),
    weights: everyNth(sums, 3 * lane + 1, 3 * together, slots.count),
    squares: everyNth(sums, 3 * lane + 2, 3 * together, slots.count),
  }));
}

type Four<Item> = readonly [Item, Item, Item, Item];

interface Reader extends Slots {
  readonly shifts: Four<number>;
  /** Four variables from row `from` up to `to`; the last one again where there are fewer. */
  read(from: number, to: number): Four<Float64Array>;
}

interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly values: Four<Float64Array>;
}

/** Rows decoded at a time: four variables of them stay in the first cache. */
const chunkRows = 1024;

function readerOf(slots: Slots, lanes: readonly Lane[]): Reader {
  const lane = (i: number) => lanes[Math.min(i, lanes.length - 1)]!;
  const [a, b, c, d] = fourOf((i) => columnReader(lane(i).measurement));
  return {
    ...slots,
    shifts: fourOf((i) => lane(i).shift),
    read: (from, to) => [a(from, to), b(from, to), c(from, to), d(from, to)],
  };
}

function fourOf<Item>(make: (i: number) => Item): Four<Item> {
  return [make(0), make(1), make(2), make(3)];
}

/** Values held as bytes are decoded into the same room again and again. */
function columnReader(measurement: Measurement): (from: number, to: number) => Float64Array {
  const bytes = codesBehind(measurement);
  if (!bytes) {
    const { values } = measurement;
    return (from, to) => values.subarray(from, to);
  }
  const { codes, scores } = bytes;
  const room = new Float64Array(chunkRows);
  return (from, to) => {
    for (let row = from; row < to; row++) room[row - from] = scores[codes[row]!]!;
    return room;
  };
}

/** Where values are missing they mostly are so soon; then the quicker sums are not tried. */
function isMissingEarly({ weights, read }: Reader): boolean {
  const to = Math.min(chunkRows, weights.length);
  return read(0, to).some((values) => values.subarray(0, to).some(Number.isNaN));
}

function eachChunk({ weights, read }: Reader, add: (chunk: Chunk) => void): void {
  for (let from = 0; from < weights.length; from += chunkRows) {
    const to = Math.min(from + chunkRows, weights.length);
    add({ from, to, values: read(from, to) });
  }
}

/** The inner loop for variables without gaps; NaN in a sum tells that there was one after all. */
function addComplete(
  sums: Float64Array,
  { slotOfRow, weights, shifts }: Reader,
  { from, to, values }: Chunk,
): void {
  const [a, b, c, d] = values;
  const [shiftA, shiftB, shiftC, shiftD] = shifts;
  for (let row = from, i = 0; row < to; row++, i++) {
    const weight = weights[row]!;
    const at = 2 * together * slotOfRow[row]!;
    const valueA = a[i]! - shiftA;
    const valueB = b[i]! - shiftB;
    const valueC = c[i]! - shiftC;
    const valueD = d[i]! - shiftD;
    sums[at]! += weight * valueA;
    sums[at + 1]! += weight * valueB;
    sums[at + 2]! += weight * valueC;
    sums[at + 3]! += weight * valueD;
    sums[at + 4]! += weight * valueA * valueA;
    sums[at + 5]! += weight * valueB * valueB;
    sums[at + 6]! += weight * valueC * valueC;
    sums[at + 7]! += weight * valueD * valueD;
  }
}

/** The inner loop for variables with gaps. */
function addUsable(
  sums: Float64Array,
  { slotOfRow, weights, shifts }: Reader,
  { from, to, values }: Chunk,
  missed: Missed,
): void {
  const [a, b, c, d] = values;
  const [shiftA, shiftB, shiftC, shiftD] = shifts;
  for (let row = from, i = 0; row < to; row++, i++) {
    const weight = weights[row]!;
    if (weight === 0) continue;
    const at = 3 * together * slotOfRow[row]!;
    const valueA = a[i]! - shiftA;
    const valueB = b[i]! - shiftB;
    const valueC = c[i]! - shiftC;
    const valueD = d[i]! - shiftD;
    if (Number.isNaN(valueA)) missed(0, row);
    else add(sums, at, weight, valueA);
    if (Number.isNaN(valueB)) missed(1, row);
    else add(sums, at + 3, weight, valueB);
    if (Number.isNaN(valueC)) missed(2, row);
    else add(sums, at + 6, weight, valueC);
    if (Number.isNaN(valueD)) missed(3, row);
    else add(sums, at + 9, weight, valueD);
  }
}

function add(sums: Float64Array, at: number, weight: number, value: number): void {
  sums[at]! += weight * value;
  sums[at + 1]! += weight;
  sums[at + 2]! += weight * value * value;
}

function completeSums(slots: Slots, sums: Float64Array, lane: number): SlotSums {
  return {
    values: everyNth(sums, lane, 2 * together, slots.count),
    weights: weightsBySlot(slots),
    squares: everyNth(sums, together + lane, 2 * together, slots.count),
  };
}

const summedWeights = new WeakMap<Int32Array, { readonly of: Float64Array; readonly bySlot: Float64Array }>();

/** Σ w by slot, added up once for rows laid out alike. */
function weightsBySlot({ slotOfRow, count, weights }: Slots): Float64Array {
  const known = summedWeights.get(slotOfRow);
  if (known?.of === weights) return known.bySlot;
  const bySlot = new Float64Array(count + 1);
  for (let row = 0; row < weights.length; row++) bySlot[slotOfRow[row]!]! += weights[row]!;
  const kept = bySlot.slice(0, count);
  summedWeights.set(slotOfRow, { of: weights, bySlot: kept });
  return kept;
}

function everyNth(numbers: Float64Array, from: number, step: number, count: number): Float64Array {
  const taken = new Float64Array(count);
  for (let i = 0, at = from; i < count; i++, at += step) taken[i] = numbers[at]!;
  return taken;
}
