import type { FactorModel } from "./factor-model.ts";

/** Coordinates in which parameters shared between groups are free: parameters = rows · coordinates. */
export interface Coordinates {
  /** By parameter: its weights of the coordinates. */
  readonly rows: readonly Float64Array[];
  /** By parameter: how many cells share it. */
  readonly shares: Float64Array;
}

/**
 * The coordinates lavaan searches in: an orthonormal basis of all cells' values that keep shared cells equal, from the
 * reflections of a QR decomposition of the equalities. Without equalities they are the parameters themselves.
 *
 * @source Golub & Van Loan (2013), Matrix Computations, §5.2 (reflections)
 */
export function coordinatesOf(model: FactorModel): Coordinates {
  const places = model.cells.filter((cell) => cell.parameter >= 0).map(({ parameter }) => parameter);
  const first = Array.from({ length: model.parameters }, (_, parameter) => places.indexOf(parameter));
  const shares = new Float64Array(model.parameters);
  for (const parameter of places) shares[parameter] = shares[parameter]! + 1;
  const equalities = first.flatMap((place, parameter) =>
    places.flatMap((other, at) => {
      if (other !== parameter || at === place) return [];
      const equality = new Float64Array(places.length);
      equality[place] = 1;
      equality[at] = -1;
      return [equality];
    }),
  );
  const basis = basisBeside(equalities, places.length);
  return { rows: first.map((place) => Float64Array.from(basis, (column) => column[place]!)), shares };
}

/** Columns that complete the span of some columns to an orthonormal basis. */
function basisBeside(columns: readonly Float64Array[], size: number): Float64Array[] {
  const left = columns.map((column) => column.slice());
  const mirrors: Float64Array[] = [];
  left.forEach((column, at) => {
    const below = column.map((value, i) => (i < at ? 0 : value));
    const norm = Math.hypot(...below);
    const length = below[at]! < 0 ? -norm : norm;
    const mirror = below.map((value) => value / length);
    mirror[at] = mirror[at]! + 1;
    mirrors.push(mirror);
    for (const other of left.slice(at + 1)) reflect(other, mirror, at);
  });
  return Array.from({ length: size - columns.length }, (_, k) => {
    const unit = new Float64Array(size);
    unit[columns.length + k] = 1;
    for (let at = mirrors.length - 1; at >= 0; at--) reflect(unit, mirrors[at]!, at);
    return unit;
  });
}

/** Reflects a vector; a mirror's own entry at its place is also half its square. */
function reflect(vector: Float64Array, mirror: Float64Array, at: number): void {
  let sum = 0;
  for (let i = at; i < vector.length; i++) sum += mirror[i]! * vector[i]!;
  const factor = sum / mirror[at]!;
  for (let i = at; i < vector.length; i++) vector[i] = vector[i]! - factor * mirror[i]!;
}
