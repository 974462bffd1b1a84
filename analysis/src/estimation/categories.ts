/** A variable of categories, one code per respondent in dataset order. */
export interface Categories {
  readonly name: string;
  /** 0 … levels.length-1; -1 where the respondent has no usable answer. */
  readonly codes: Int32Array;
  /** In the order that tables and models use; the first is the reference level of a model. */
  readonly levels: readonly string[];
}

/** Only the levels that occur among the rows given, in their order; other rows lose their code where it fell away. */
export function occurring(variable: Categories, rows: ArrayLike<number>): Categories {
  const seen = new Uint8Array(variable.levels.length);
  for (let at = 0; at < rows.length; at++) {
    const code = variable.codes[rows[at]!]!;
    if (code >= 0) seen[code] = 1;
  }
  let next = 0;
  const place = Int32Array.from(seen, (found) => (found ? next++ : -1));
  return {
    name: variable.name,
    codes: variable.codes.map((code) => (code < 0 ? -1 : place[code]!)),
    levels: variable.levels.filter((_, level) => seen[level] === 1),
  };
}

/** By row: 1 where every variable has a code. */
export function complete(variables: readonly Categories[], rows: number): Uint8Array {
  const usable = new Uint8Array(rows).fill(1);
  for (const { name, codes } of variables) {
    if (codes.length !== rows)
      throw new RangeError(`The design has ${rows} rows but the variable "${name}" has ${codes.length}.`);
    for (let row = 0; row < rows; row++) if (codes[row]! < 0) usable[row] = 0;
  }
  return usable;
}
