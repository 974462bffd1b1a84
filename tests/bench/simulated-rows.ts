/** The simulated sample of the scale reference: 480 strata, about 20,000 PSUs, 60 variables, 15 of them with missing answers. */
export interface SimulatedRows {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Float64Array>;
}

/** Multiplicative congruential stream x ← 48271·x mod (2³¹ − 1); products stay below 2⁵³, so doubles are exact. */
function streamFrom(start: number): () => number {
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
 * The same number of rows gives the same bytes on every machine.
 */
export function simulateRows(rows: number): SimulatedRows {
  const draw = streamFrom(20240607);
  const columns = new Map<string, Float64Array>();
  const add = (name: string, make: (row: number) => number) => {
    const column = new Float64Array(rows);
    for (let row = 0; row < rows; row++) column[row] = make(row);
    columns.set(name, column);
    return column;
  };
  const muni = add("muni", () => {
    const u = draw();
    return 1 + Math.floor(60 * u * u);
  });
  const cit = add("cit", () => {
    const u = draw();
    return 1 + Math.floor(8 * u * u);
  });
  const place = Float64Array.from({ length: rows }, () => Math.floor(42 * draw()));
  add("sex", () => (draw() < 0.48 ? 1 : 2));
  add("age", () => 1 + Math.floor(6 * draw()));
  add("w", (row) => sixDigits((0.5 + 1.5 * draw()) * (1 + (muni[row]! % 7) / 7)));
  const stratum = add("stratum", (row) => (muni[row]! - 1) * 8 + cit[row]!);
  const psu = add("psu", (row) => (stratum[row]! - 1) * 42 + place[row]! + 1);
  for (let j = 1; j <= 40; j++)
    add(`b${j}`, (row) => (draw() < 0.05 + (0.9 * j) / 41 + 0.1 * (spread(psu[row]!, j) - 0.5) ? 1 : 0));
  for (let j = 1; j <= 15; j++) addRating(add, `l${j}`, psu, 100 + j, draw);
  for (let j = 1; j <= 5; j++) addMeasure(add, `x${j}`, psu, j, draw);
  return { rows, columns };
}

type Add = (name: string, make: (row: number) => number) => Float64Array;

function addRating(add: Add, name: string, psu: Float64Array, j: number, draw: () => number): void {
  const cuts = [0.1, 0.3, 0.6, 0.85];
  const column = add(name, (row) => {
    const v = 0.7 * draw() + 0.3 * spread(psu[row]!, j);
    return 1 + cuts.filter((cut) => v >= cut).length;
  });
  for (let row = 0; row < column.length; row++) if (draw() < 0.03) column[row] = Number.NaN;
}

function addMeasure(add: Add, name: string, psu: Float64Array, j: number, draw: () => number): void {
  const sums = new Float64Array(psu.length);
  for (let part = 0; part < 4; part++) for (let row = 0; row < sums.length; row++) sums[row]! += draw();
  add(name, (row) => sixDigits(10 * j + 3 * (sums[row]! - 2) + 2 * (spread(psu[row]!, 200 + j) - 0.5)));
}
