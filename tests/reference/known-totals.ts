import {
  type CountedMargin,
  countedMargin,
  type KnownTotals,
  type NumericTotal,
  WeightingError,
} from "@tiltas/analysis/weighting";
import type { Expression } from "./r-language/parse.ts";
import { numbersOf, type Value } from "./r-language/values.ts";

/** A term of a formula: the variables that it multiplies. */
type Term = readonly string[];

/** The terms of an R formula; `a * b` is a, b and a:b. The intercept is not among them. */
export function termsOf(formula: Value | undefined): Term[] {
  if (formula?.is !== "formula") throw new TypeError("A formula is needed.");
  return termsIn(formula.right);
}

function termsIn(expression: Expression): Term[] {
  if (expression.is === "name") return [[expression.name]];
  if (expression.is !== "call") return [];
  const [left, right] = expression.args.map(({ value }) => value);
  if (["factor", "as.factor"].includes(expression.name) && left?.is === "name")
    return [[`factor(${left.name})`]];
  if (!left || !right) return [];
  if (expression.name === "+") return [...termsIn(left), ...termsIn(right)];
  if (expression.name === "-") return termsIn(left);
  const crossed = termsIn(left).flatMap((a) => termsIn(right).map((b) => [...a, ...b]));
  return expression.name === "*" ? [...termsIn(left), ...termsIn(right), ...crossed] : crossed;
}

/** True for `- 1` and `+ 0` somewhere in the formula. */
function withoutIntercept(expression: Expression): boolean {
  if (expression.is !== "call") return false;
  const [left, right] = expression.args.map(({ value }) => value);
  if (right?.is === "number") return expression.name === "-" ? right.value === 1 : right.value === 0;
  return [left, right].some((side) => side !== undefined && withoutIntercept(side));
}

/**
 * Population totals by the names of R's model matrix ("(Intercept)", "stypeH", "api99"), as margins and numeric
 * totals: the intercept is a margin of one category, so that the columns are R's.
 *
 * @throws WeightingError totals whose names do not fit the formula
 */
export function knownTotals(
  formula: Value & { is: "formula" },
  population: Value,
  rows: number,
  textsIn: (column: string) => readonly string[],
): KnownTotals {
  const terms = termsOf(formula);
  const columns = [
    ...(withoutIntercept(formula.right) ? [] : [intercept]),
    ...terms.flatMap((term) => columnsOf(term, textsIn)),
  ];
  const hasIntercept = columns[0] === intercept;
  const needed = columns.filter(
    (column) => !column.baseline || (!hasIntercept && column.term === terms[0]?.join(":")),
  );
  const totalOf = totalsByName(population, needed);
  let people = hasIntercept ? totalOf(intercept.name) : undefined;
  const margins: CountedMargin[] = people === undefined ? [] : [everyone(people, rows)];
  const numeric: NumericTotal[] = [];
  for (const term of terms) {
    const own = columns.filter((column) => column.term === term.join(":"));
    if (term.length === 1 && own.some(({ level }) => level !== undefined)) {
      const margin = marginOf(term[0] ?? "", own, needed, totalOf, people, textsIn);
      people ??= margin.counts.reduce((sum, count) => sum + count, 0);
      margins.push(margin);
    } else
      for (const { name, values } of own.filter((column) => needed.includes(column)))
        numeric.push({ name, values: values(), total: totalOf(name) });
  }
  return { margins, numeric };
}

/** The total of a column by its name, in the columns' order where the population has no names. */
function totalsByName(population: Value, needed: readonly Column[]): (name: string) => number {
  const totals = numbersOf(population);
  const columns = needed.map(({ name }) => name);
  const names = (population.is === "formula" ? undefined : population.names) ?? columns;
  if (totals.length !== columns.length)
    throw new WeightingError(
      `The population gives ${totals.length} totals, but the formula has ${columns.length} columns among the respondents. Give one for each of ${columns.join(", ")}.`,
    );
  return (name) => {
    const at = names.indexOf(name);
    if (at < 0) throw new WeightingError(`The population names no total of "${name}". Add it.`);
    return totals[at] ?? Number.NaN;
  };
}

interface Column {
  readonly term: string;
  readonly name: string;
  readonly level: string | undefined;
  /** The level that an intercept makes redundant. */
  readonly baseline: boolean;
  values(): Float64Array;
}

const intercept: Column = {
  term: "",
  name: "(Intercept)",
  level: undefined,
  baseline: false,
  values: () => new Float64Array(0),
};

function columnsOf(term: Term, textsIn: (column: string) => readonly string[]): Column[] {
  return term
    .map((name) => variableColumns(name, textsIn(columnName(name))))
    .reduce((left, right) =>
      right.flatMap((b) =>
        left.map((a) => ({
          term: `${a.term}:${b.term}`,
          name: `${a.name}:${b.name}`,
          level: undefined,
          baseline: a.baseline || b.baseline,
          values: () => {
            const [x, y] = [a.values(), b.values()];
            return x.map((value, row) => value * (y[row] ?? 0));
          },
        })),
      ),
    );
}

/** The column that a variable of a formula reads: `factor(x)` reads x. */
function columnName(variable: string): string {
  return /^factor\((.*)\)$/.exec(variable)?.[1] ?? variable;
}

function variableColumns(name: string, texts: readonly string[]): Column[] {
  const levels = [...new Set(texts)].filter((text) => text !== "").toSorted();
  if (columnName(name) === name && levels.every((text) => Number.isFinite(Number(text))))
    return [
      {
        term: name,
        name,
        level: undefined,
        baseline: false,
        values: () => Float64Array.from(texts, (text) => (text === "" ? Number.NaN : Number(text))),
      },
    ];
  return levels.map((level, i) => ({
    term: name,
    name: `${name}${level}`,
    level,
    baseline: i === 0,
    values: () => Float64Array.from(texts, (text) => (text === level ? 1 : 0)),
  }));
}

function everyone(people: number, rows: number): CountedMargin {
  return {
    name: "(Intercept)",
    levels: ["everyone"],
    counts: Float64Array.of(people),
    cells: new Int32Array(rows),
  };
}

/** A factor whose first level has what the others leave of everyone. */
function marginOf(
  name: string,
  columns: readonly Column[],
  needed: readonly Column[],
  totalOf: (name: string) => number,
  people: number | undefined,
  textsIn: (column: string) => readonly string[],
): CountedMargin {
  const texts = textsIn(columnName(name));
  const levels = columns.map(({ level }) => level ?? "");
  const given = columns.map((column) => (needed.includes(column) ? totalOf(column.name) : undefined));
  const known = given.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (people === undefined && given.includes(undefined))
    throw new TypeError(`Without an intercept the totals of "${name}" are not all known.`);
  const places = new Map(levels.map((level, i) => [level, i]));
  return countedMargin(
    [{ name, levels, codes: Int32Array.from(texts, (text) => places.get(text) ?? -1) }],
    levels.map((level, i) => ({ levels: [level], count: given[i] ?? (people ?? 0) - known })),
    texts.length,
  );
}
