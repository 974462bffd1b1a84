import type { Categories, ModelVariable, Numbers } from "@tiltas/analysis/estimation";
import type { Microdata } from "@tiltas/cli/microdata";
import { textOf } from "./r-language/formula.ts";
import type { Expression } from "./r-language/parse.ts";

/** A column as a variable of categories, named as R would name it in a formula. */
export function categoriesOf(data: Microdata, column: string, name = column): Categories {
  const levels = data.levels(column);
  const places = new Map(levels.map((level, place) => [level, place]));
  return { name, levels, codes: Int32Array.from(data.texts(column), (text) => places.get(text) ?? -1) };
}

function isNumeric(data: Microdata, column: string): boolean {
  return data.levels(column).every((level) => Number.isFinite(Number(level)));
}

/** What an expression of a formula stands for: a column, a factor of it, or what is computed from columns. */
export function modelVariable(expression: Expression, data: Microdata): ModelVariable {
  const name = textOf(expression);
  if (expression.is === "name")
    return isNumeric(data, name) ? { name, values: data.numbers(name) } : categoriesOf(data, name);
  if (expression.is !== "call") throw new TypeError(`R text: "${name}" is not a variable.`);
  const [first, second] = expression.args.map(({ value }) => value);
  if ((expression.name === "factor" || expression.name === "as.factor") && first?.is === "name")
    return categoriesOf(data, first.name, name);
  if (expression.name === "relevel" && first && second?.is === "text")
    return relevelled({ ...asCategories(modelVariable(first, data)), name }, second.value);
  const { values, logical } = evaluated(expression, data);
  const kept = ["I", "factor", "as.factor"].includes(expression.name);
  return logical && kept ? truths(name, values) : { name, values };
}

/** The outcome of a model as numbers; of categories, the first level against the others, as R takes it. */
export function outcomeOf(expression: Expression, data: Microdata): Numbers {
  const variable = modelVariable(expression, data);
  if (!("codes" in variable)) return variable;
  return {
    name: variable.name,
    values: Float64Array.from(variable.codes, (code) => (code < 0 ? Number.NaN : Math.min(code, 1))),
  };
}

function asCategories(variable: ModelVariable): Categories {
  if (!("codes" in variable)) throw new TypeError(`R text: "${variable.name}" has no levels.`);
  return variable;
}

function relevelled({ name, codes, levels }: Categories, reference: string): Categories {
  const place = levels.indexOf(reference);
  return {
    name,
    levels: [reference, ...levels.filter((level) => level !== reference)],
    codes: codes.map((code) => (code === place ? 0 : code >= 0 && code < place ? code + 1 : code)),
  };
}

function truths(name: string, values: Float64Array): Categories {
  return {
    name,
    levels: ["FALSE", "TRUE"],
    codes: Int32Array.from(values, (value) => (Number.isNaN(value) ? -1 : value)),
  };
}

interface Computed {
  /** By row; NaN where unknown. */
  readonly values: Float64Array;
  readonly logical: boolean;
}

const functions: Readonly<Record<string, (x: number) => number>> = {
  ...{ log: Math.log, log10: Math.log10, log2: Math.log2, log1p: Math.log1p, exp: Math.exp, sqrt: Math.sqrt },
  ...{ abs: Math.abs, I: (x: number) => x, "as.numeric": (x: number) => x, "as.integer": Math.trunc },
};
const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => a ** b,
};
const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  "==": (order) => order === 0,
  "!=": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

function evaluated(expression: Expression, data: Microdata): Computed {
  if (expression.is === "number")
    return { values: new Float64Array(data.rows).fill(expression.value), logical: false };
  if (expression.is === "name") return { values: data.numbers(expression.name), logical: false };
  if (expression.is !== "call") throw new TypeError(`R text: "${textOf(expression)}" is not a number.`);
  const { name } = expression;
  const [left, right] = expression.args.map(({ value }) => value);
  if (!left) throw new TypeError(`R text: "${textOf(expression)}" has no arguments.`);
  if (name in comparisons && right) return { values: compared(name, left, right, data), logical: true };
  if (name in functions) {
    const inner = evaluated(left, data);
    return { values: inner.values.map(functions[name]!), logical: inner.logical && name === "I" };
  }
  const a = evaluated(left, data).values;
  if (name === "-" && !right) return { values: a.map((x) => -x), logical: false };
  const operator = arithmetic[name];
  if (!operator || !right) throw new TypeError(`R text: the function "${name}" is not known.`);
  const b = evaluated(right, data).values;
  return { values: a.map((x, row) => operator(x, b[row]!)), logical: false };
}

/** 1 or 0 by row, NaN where a side is missing; by size where both sides are numbers, otherwise by bytes. */
function compared(name: string, left: Expression, right: Expression, data: Microdata): Float64Array {
  const sides = [left, right].map((side) => textsOf(side, data));
  return Float64Array.from({ length: data.rows }, (_, row) => {
    const [a, b] = [sides[0]![row]!, sides[1]![row]!];
    if (a === "" || b === "") return Number.NaN;
    const [x, y] = [Number(a), Number(b)];
    const order = Number.isNaN(x) || Number.isNaN(y) ? (a < b ? -1 : a > b ? 1 : 0) : Math.sign(x - y);
    return comparisons[name]!(order) ? 1 : 0;
  });
}

function textsOf(side: Expression, data: Microdata): readonly string[] {
  if (side.is === "name" && data.has(side.name)) return data.texts(side.name);
  if (side.is === "text") return new Array<string>(data.rows).fill(side.value);
  return Array.from(evaluated(side, data).values, (value) => (Number.isNaN(value) ? "" : String(value)));
}
