import { codedMeasurement, type Measurement } from "@tiltas/analysis/estimation";

/** One column of the sample: codes as bytes (255: missing), numbers of strata and PSUs, or measures. */
export type SimulatedColumn = Uint8Array | Int32Array | Float64Array;

/** The simulated sample of the scale reference: 480 strata, about 20,000 PSUs, 60 variables, 15 of them with missing answers. */
export interface SimulatedRows {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, SimulatedColumn>;
}

const missing = 255;

/** The 45 complete variables (40 of ones and zeros, 5 measures), and the 15 ratings with missing answers. */
export const completeVariables = [...numbered("b", 40), ...numbered("x", 5)];
export const variablesWithGaps = numbered("l", 15);
export const sixtyVariables = [...completeVariables, ...variablesWithGaps];

function numbered(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);
}

export function columnOf({ columns }: SimulatedRows, name: string): SimulatedColumn {
  const column = columns.get(name);
  if (!column) throw new RangeError(`The simulated sample has no column "${name}".`);
  return column;
}

/** A variable as the engine reads it: bytes stay bytes. */
export function measurementOf(sample: SimulatedRows, name: string): Measurement {
  const column = columnOf(sample, name);
  if (column instanceof Uint8Array) return codedMeasurement(column, codeScores);
  return { values: column instanceof Float64Array ? column : Float64Array.from(column) };
}

const codeScores = Float64Array.from({ length: 255 }, (_, code) => code);

/** Multiplicative congruential stream x ← 48271·x mod (2³¹ − 1); products stay below 2⁵³, so doubles are exact. */
export function streamFrom(start: number): () => number {
  let x = start;
  return () => {
    x = (48271 * x) % 2147483647;
    return x / 2147483647;
  };
}

const spread = (psu: number, j: number) => ((7919 * psu + 104729 * j) % 1000) / 1000;
const sixDigits = (value: number) => Math.floor(1e6 * value + 0.5) / 1e6;

/**
 * Simulates the reference sample column after column (specification: the README of the scale reference).
 * The same number of rows gives the same numbers on every machine.
 */
export function simulateRows(rows: number): SimulatedRows {
  const draw = streamFrom(20240607);
  const columns = new Map<string, SimulatedColumn>();
  const add = <Column extends SimulatedColumn>(
    name: string,
    column: Column,
    make: (row: number) => number,
  ) => {
    for (let row = 0; row < rows; row++) column[row] = make(row);
    columns.set(name, column);
    return column;
  };
  const bytes = () => new Uint8Array(rows);
  const squared = (count: number) => {
    const u = draw();
    return 1 + Math.floor(count * u * u);
  };
  const muni = add("muni", bytes(), () => squared(60));
  const cit = add("cit", bytes(), () => squared(8));
  const place = bytes();
  for (let row = 0; row < rows; row++) place[row] = Math.floor(42 * draw());
  add("sex", bytes(), () => (draw() < 0.48 ? 1 : 2));
  add("age", bytes(), () => 1 + Math.floor(6 * draw()));
  add("w", new Float64Array(rows), (row) => sixDigits((0.5 + 1.5 * draw()) * (1 + (muni[row]! % 7) / 7)));
  const stratum = add("stratum", new Int32Array(rows), (row) => (muni[row]! - 1) * 8 + cit[row]!);
  const psu = add("psu", new Int32Array(rows), (row) => (stratum[row]! - 1) * 42 + place[row]! + 1);
  for (let j = 1; j <= 40; j++)
    add(`b${j}`, bytes(), (row) =>
      draw() < 0.05 + (0.9 * j) / 41 + 0.1 * (spread(psu[row]!, j) - 0.5) ? 1 : 0,
    );
  for (let j = 1; j <= 15; j++) columns.set(`l${j}`, ratings(psu, 100 + j, draw));
  for (let j = 1; j <= 5; j++) columns.set(`x${j}`, measures(psu, j, draw));
  return { rows, columns };
}

function ratings(psu: Int32Array, j: number, draw: () => number): Uint8Array {
  const cuts = [0.1, 0.3, 0.6, 0.85];
  const column = new Uint8Array(psu.length);
  for (let row = 0; row < psu.length; row++) {
    const v = 0.7 * draw() + 0.3 * spread(psu[row]!, j);
    column[row] = 1;
    for (const cut of cuts) if (v >= cut) column[row]!++;
  }
  for (let row = 0; row < psu.length; row++) if (draw() < 0.03) column[row] = missing;
  return column;
}

function measures(psu: Int32Array, j: number, draw: () => number): Float64Array {
  const column = new Float64Array(psu.length);
  for (let part = 0; part < 4; part++) for (let row = 0; row < psu.length; row++) column[row]! += draw();
  return column.map((sum, row) => sixDigits(10 * j + 3 * (sum - 2) + 2 * (spread(psu[row]!, 200 + j) - 0.5)));
}
