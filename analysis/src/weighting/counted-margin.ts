import { sumsByCode } from "../numerics/index.ts";
import { WeightingError } from "./weighting-error.ts";

/** A categorical variable of the respondents. */
export interface Category {
  readonly name: string;
  readonly levels: readonly string[];
  /** Index into `levels` of each row; -1 where the row has none. */
  readonly codes: ArrayLike<number>;
}

/** Known counts of the population by one variable, or by several crossed, laid over the rows. */
export interface CountedMargin {
  readonly name: string;
  /** One name per cell, such as "E" or "E × Yes". */
  readonly levels: readonly string[];
  /** People in each cell. */
  readonly counts: Float64Array;
  /** Cell of each row; -1 where the row has no category. */
  readonly cells: Int32Array;
}

/** One line of a table of counts: a level of each variable, in their order, and the people in it. */
export interface CellCount {
  readonly levels: readonly string[];
  readonly count: number;
}

/**
 * Lays a table of counts over the rows; cells stand in the order of the table.
 *
 * @throws WeightingError a count below zero or missing; a cell counted twice; rows in a cell that the table lacks
 */
export function countedMargin(
  variables: readonly Category[],
  table: readonly CellCount[],
  rows: number,
): CountedMargin {
  const name = variables.map((variable) => variable.name).join(" × ");
  const grid = gridOf(name, variables, table);
  const cells = new Int32Array(rows);
  for (const { codes, levels } of variables) crossIn(cells, codes, levels.length);
  for (let row = 0; row < rows; row++) {
    if (cells[row]! < 0) continue;
    const cell = grid[cells[row]!]!;
    if (cell < 0) refuseUncounted(name, variables, row);
    cells[row] = cell;
  }
  return {
    name,
    levels: table.map(({ levels }) => levels.join(" × ")),
    counts: Float64Array.from(table, ({ count }) => count),
    cells,
  };
}

/** Places in the crossing of all levels so far become places in the crossing with one variable more; -1 stays. */
function crossIn(places: Int32Array, codes: ArrayLike<number>, levels: number): void {
  for (let row = 0; row < places.length; row++) {
    const [place, code] = [places[row]!, codes[row]!];
    places[row] = code < 0 || place < 0 ? -1 : place * levels + code;
  }
}

/** By place in the crossing of all levels, the last variable fastest: the cell of the table, -1 where it has none. */
function gridOf(name: string, variables: readonly Category[], table: readonly CellCount[]): Int32Array {
  const grid = new Int32Array(variables.reduce((size, { levels }) => size * levels.length, 1)).fill(-1);
  const seen = new Set<string>();
  table.forEach(({ levels, count }, cell) => {
    const named = levels.join(" × ");
    if (!(count >= 0) || !Number.isFinite(count))
      throw new WeightingError(
        `The margin "${name}" counts ${count} people in "${named}". Give a number that is not below zero.`,
      );
    if (seen.has(named))
      throw new WeightingError(`The margin "${name}" counts "${named}" twice. Keep one of the two counts.`);
    seen.add(named);
    const place = variables.reduce((sum, variable, i) => {
      const code = variable.levels.indexOf(levels[i] ?? "");
      return code < 0 ? Number.NaN : sum * variable.levels.length + code;
    }, 0);
    if (!Number.isNaN(place)) grid[place] = cell;
  });
  return grid;
}

function refuseUncounted(name: string, variables: readonly Category[], row: number): never {
  const levels = variables.map((variable) => variable.levels[variable.codes[row]!]).join(" × ");
  throw new WeightingError(
    `Respondents have the category "${levels}" of "${name}", but the population has no count for it. Add its count, or recode these respondents.`,
  );
}

/** @throws WeightingError when a cell with people has no respondent of positive weight, or one without people has some */
export function refuseUnmatched(margin: CountedMargin, weights: Float64Array): void {
  const sums = weightsByCell(margin, weights);
  margin.counts.forEach((count, cell) => {
    if (count > 0 && !(sums[cell]! > 0)) throw nobodyAnswered(margin, cell, "leave the margin out");
    if (count === 0 && sums[cell]! > 0) throw nobodyCounted(margin, cell);
  });
}

/** @param otherwise what can be done instead of merging the category */
export function nobodyAnswered(
  { name, levels, counts }: CountedMargin,
  cell: number,
  otherwise: string,
): WeightingError {
  return new WeightingError(
    `The population counts ${counts[cell]} people in the category "${levels[cell]}" of "${name}", but no respondent is in it. Merge it with a neighbouring category, or ${otherwise}.`,
  );
}

export function nobodyCounted({ name, levels }: CountedMargin, cell: number): WeightingError {
  return new WeightingError(
    `The population counts nobody in the category "${levels[cell]}" of "${name}", but there are respondents in it. Correct the count, or recode these respondents.`,
  );
}

/** Σ w of each cell; rows without a category in none. */
export function weightsByCell({ counts, cells }: CountedMargin, weights: Float64Array): Float64Array {
  return sumsByCode(cells, counts.length, weights);
}
