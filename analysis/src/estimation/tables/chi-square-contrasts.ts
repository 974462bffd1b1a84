/** What a two-way table holds beyond its margins. Cells in the order of tables: the row variable changes fastest. */
export interface Residuals {
  /** By cell: what independence of the two variables leads to. */
  readonly expected: Float64Array;
  /** By cell: observed minus expected. */
  readonly values: Float64Array;
  /** How the residual of one cell changes with each cell of the table. */
  jacobian(cell: number): Float64Array;
}

export function residualsOf(table: Float64Array, rows: number, columns: number): Residuals {
  const [byRow, byColumn] = [new Float64Array(rows), new Float64Array(columns)];
  let sum = 0;
  table.forEach((value, cell) => {
    byRow[cell % rows]! += value;
    byColumn[Math.floor(cell / rows)]! += value;
    sum += value;
  });
  const expected = table.map((_, cell) => (byRow[cell % rows]! * byColumn[Math.floor(cell / rows)]!) / sum);
  return {
    expected,
    values: table.map((value, cell) => value - expected[cell]!),
    jacobian(cell) {
      const [row, column] = [cell % rows, Math.floor(cell / rows)];
      return table.map(
        (_, other) =>
          (other === cell ? 1 : 0) -
          (other % rows === row ? byColumn[column]! / sum : 0) -
          (Math.floor(other / rows) === column ? byRow[row]! / sum : 0) +
          expected[cell]! / sum,
      );
    },
  };
}

/** (rows-1)(columns-1) contrasts of the cells that are blind to both margins. */
export function interactionContrasts(rows: number, columns: number): Float64Array[] {
  const [across, along] = [helmert(rows), helmert(columns)];
  return along.flatMap((down) =>
    across.map((side) =>
      Float64Array.from(
        { length: rows * columns },
        (_, cell) => side[cell % rows]! * down[Math.floor(cell / rows)]!,
      ),
    ),
  );
}

/** Orthonormal contrasts of so many levels: each compares a level with those before it. */
function helmert(levels: number): Float64Array[] {
  return Array.from({ length: levels - 1 }, (_, i) => {
    const length = Math.sqrt((i + 1) * (i + 2));
    return Float64Array.from({ length: levels }, (_, level) =>
      level <= i ? 1 / length : level === i + 1 ? -(i + 1) / length : 0,
    );
  });
}
