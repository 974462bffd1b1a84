import type { Categories } from "../categories.ts";
import { occurring } from "../categories.ts";

/** A variable of numbers in a model, NaN where missing. */
export interface Numbers {
  readonly name: string;
  readonly values: Float64Array;
}

export type ModelVariable = Numbers | Categories;

/** What is explained, by what, and how. */
export interface Model {
  /** Numbers; for "quasibinomial" between 0 and 1. NaN where missing. */
  readonly outcome: Numbers;
  /** Each a variable, or several whose interaction is meant. Categories enter as treatment contrasts. */
  readonly terms: readonly (readonly ModelVariable[])[];
  /** false: no constant; default true. */
  readonly intercept?: boolean;
  /** "gaussian": a linear model; "quasibinomial": logistic; "quasipoisson": log-linear. Default "gaussian". */
  readonly family?: "gaussian" | "quasibinomial" | "quasipoisson";
  /** Stop as R's `glm` does: its `epsilon`. Left out: until nothing moves. */
  readonly devianceChange?: number;
}

/** The columns that a model comes to; full length, only the usable rows of meaning. */
export interface ModelMatrix {
  /** One name per column, as R makes them: `age`, `sexm`, `age:sexm`, `(Intercept)`. */
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  /** By column: the place of its term in `terms`; -1 for the constant. */
  readonly termOf: readonly number[];
  /** Terms by name, main effects first. */
  readonly terms: readonly string[];
  /** By row: 1 where outcome and every variable are known. */
  readonly usable: Uint8Array;
}

/** The model cannot be set up; the sentence names the variable and the remedy. */
export class ModelError extends Error {
  override readonly name = "ModelError";
}

/**
 * Columns of a model: the constant, numbers as they are, categories as one column per level after the first that
 * occurs; interactions as products. A variable of categories whose own effect, or whose partner's, is not in the model
 * is given a column for every level, so that the term says what it seems to say.
 *
 * @param within by row: 1 in the domain; levels that nobody in it has get no column
 * @throws ModelError when a variable has another length than the outcome, or the outcome does not fit the family
 * @agrees R model.matrix with treatment contrasts
 */
export function modelMatrix(model: Model, within?: Uint8Array): ModelMatrix {
  const rows = model.outcome.values.length;
  const usable = usableRows(model, rows);
  const counted: number[] = [];
  for (let row = 0; row < rows; row++) if (usable[row] === 1 && within?.[row] !== 0) counted.push(row);
  checkOutcome(model, counted);
  const terms = model.terms
    .map((term) => term.map((variable) => ("codes" in variable ? occurring(variable, counted) : variable)))
    .toSorted((a, b) => a.length - b.length);
  const present = new Set(terms.map(keyOf));
  const intercept = model.intercept ?? true;
  if (intercept) present.add("");
  const made: (Column & { readonly term: number })[] = intercept
    ? [{ name: "(Intercept)", values: new Float64Array(rows).fill(1), term: -1 }]
    : [];
  terms.forEach((term, place) => {
    for (const column of columnsOf(term, present)) made.push({ ...column, term: place });
    // Without a constant the first variable of categories stands for it.
    if (term.length === 1 && "codes" in term[0]!) present.add("");
  });
  return {
    names: made.map(({ name }) => name),
    columns: made.map(({ values }) => values),
    termOf: made.map(({ term }) => term),
    terms: terms.map((term) => term.map(({ name }) => name).join(":")),
    usable,
  };
}

function usableRows({ outcome, terms }: Model, rows: number): Uint8Array {
  const usable = Uint8Array.from(outcome.values, (value) => (Number.isNaN(value) ? 0 : 1));
  for (const variable of terms.flat()) {
    const list = "codes" in variable ? variable.codes : variable.values;
    if (list.length !== rows)
      throw new ModelError(
        `The outcome "${outcome.name}" has ${rows} rows but "${variable.name}" has ${list.length}. Give one value per respondent.`,
      );
    for (let row = 0; row < rows; row++)
      if ("codes" in variable ? list[row]! < 0 : Number.isNaN(list[row]!)) usable[row] = 0;
  }
  return usable;
}

function checkOutcome({ outcome, family = "gaussian" }: Model, rows: readonly number[]): void {
  const [low, high] = { gaussian: [-Infinity, Infinity], quasibinomial: [0, 1], quasipoisson: [0, Infinity] }[
    family
  ];
  for (const row of rows) {
    const value = outcome.values[row]!;
    if (value < low! || value > high!)
      throw new ModelError(
        `The outcome "${outcome.name}" is ${value} in row ${row + 1}, and a model of the family ${family} needs values ` +
          (high === 1 ? "between 0 and 1. Recode it to 0 and 1." : "of 0 or more. Choose another family."),
      );
  }
}

function keyOf(term: readonly ModelVariable[]): string {
  return term
    .map(({ name }) => name)
    .toSorted()
    .join(":");
}

type Column = { readonly name: string; readonly values: Float64Array };

function columnsOf(term: readonly ModelVariable[], present: ReadonlySet<string>): Column[] {
  return term.reduce<Column[]>((made, variable, place) => {
    const others = keyOf(term.filter((_, other) => other !== place));
    const own = "codes" in variable ? levelColumns(variable, present.has(others)) : [variable];
    if (place === 0) return own.map(({ name, values }) => ({ name, values }));
    return own.flatMap((right) =>
      made.map((left) => ({
        name: `${left.name}:${right.name}`,
        values: left.values.map((value, row) => value * right.values[row]!),
      })),
    );
  }, []);
}

function levelColumns({ name, codes, levels }: Categories, contrasts: boolean): Column[] {
  return levels
    .map((level, code) => ({ name: `${name}${level}`, code }))
    .slice(contrasts ? 1 : 0)
    .map(({ name: column, code }) => ({
      name: column,
      values: Float64Array.from(codes, (own) => (own === code ? 1 : 0)),
    }));
}
