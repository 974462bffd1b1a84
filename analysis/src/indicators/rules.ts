import type { Code } from "@tiltas/instrument/definition";
import type { Column, Dataset } from "../dataset/dataset.ts";
import type { Rule } from "./definition.ts";

/** An indicator asks for something the dataset does not hold. */
export class IndicatorError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "IndicatorError";
  }
}

/** True for the respondents (by row) who fulfil a rule. */
export type Membership = (row: number) => boolean;

export function columnOf(dataset: Dataset, variable: string): Column {
  const column = dataset.columns.get(variable);
  if (column) return column;
  throw new IndicatorError(
    `The variable "${variable}" is not in the dataset. Name it in the indicator as the codebook does, or add the item to the instrument.`,
  );
}

/** The number a cell stands for: the number itself, or a code that is a number; NaN where missing or not a number. */
export function numbersOf(column: Column): (row: number) => number {
  const { values, variable } = column;
  if (variable.kind === "number") return (row) => values[row] ?? Number.NaN;
  const meaning = variable.codes.map(({ code }) => (typeof code === "number" ? code : Number.NaN));
  return (row) => meaning[values[row] ?? -1] ?? Number.NaN;
}

/** True where the cell holds one of the codes. */
export function holdsOneOf(column: Column, codes: readonly Code[]): Membership {
  const { values, variable } = column;
  if (variable.kind === "number") return (row) => codes.includes(values[row] ?? Number.NaN);
  const wanted = variable.codes.map(({ code }) => codes.includes(code));
  return (row) => wanted[values[row] ?? -1] ?? false;
}

/** Compiles a rule once for all rows; a missing answer never fulfils anything. */
export function membership(rule: Rule, dataset: Dataset): Membership {
  if ("all" in rule) {
    const parts = rule.all.map((part) => membership(part, dataset));
    return (row) => parts.every((holds) => holds(row));
  }
  if ("any" in rule) {
    const parts = rule.any.map((part) => membership(part, dataset));
    return (row) => parts.some((holds) => holds(row));
  }
  const column = columnOf(dataset, rule.variable);
  if ("in" in rule) return holdsOneOf(column, rule.in);
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = rule;
  const value = numbersOf(column);
  return (row) => value(row) >= from && value(row) <= to;
}

/** Every variable a rule reads, with repeats. */
export function variablesOfRule(rule: Rule): string[] {
  if ("all" in rule) return rule.all.flatMap(variablesOfRule);
  if ("any" in rule) return rule.any.flatMap(variablesOfRule);
  return [rule.variable];
}
