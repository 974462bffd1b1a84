import type { Code } from "@tiltas/instrument/definition";
import { type Column, type Columns, missingReasons, wasAsked } from "../dataset/dataset.ts";
import { quantityOf } from "./quantities.ts";
import type { Limits, Quantity, Rule } from "./rule.ts";

/** An indicator asks for something the dataset does not hold. */
export class IndicatorError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "IndicatorError";
  }
}

/** What is known of a respondent (by row): yes, no, or nothing because an answer is missing. */
export type Truth = (row: number) => boolean | undefined;

export function columnOf(dataset: Columns, variable: string): Column {
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
export function holdsOneOf(column: Column, codes: readonly Code[]): (row: number) => boolean {
  const { values, variable } = column;
  if (variable.kind === "number") return (row) => codes.includes(values[row] ?? Number.NaN);
  const wanted = variable.codes.map(({ code }) => codes.includes(code));
  return (row) => wanted[values[row] ?? -1] ?? false;
}

/** Compiles a rule once for all rows. What is known decides: a false part settles `all`, a true part settles `any`. */
export function truthOf(rule: Rule, dataset: Columns): Truth {
  if ("all" in rule) return settledBy(false, partsOf(rule.all, dataset));
  if ("any" in rule) return settledBy(true, partsOf(rule.any, dataset));
  if ("not" in rule) {
    const holds = truthOf(rule.not, dataset);
    return (row) => {
      const known = holds(row);
      return known === undefined ? undefined : !known;
    };
  }
  if ("atLeast" in rule) return atLeast(rule.atLeast, countOf(rule.of, rule.known, dataset));
  if ("quantity" in rule) return between(rule, quantityOf(rule.quantity, dataset));
  return "in" in rule ? oneOf(rule, dataset) : within(rule, dataset);
}

/** True for those who are known to fulfil a rule. */
export function membership(rule: Rule, dataset: Columns): (row: number) => boolean {
  const holds = truthOf(rule, dataset);
  return (row) => holds(row) === true;
}

/** How many of the rules hold; NaN with fewer known ones than `known` (all of them when left out). */
export function countOf(
  rules: readonly Rule[],
  known: number | undefined,
  dataset: Columns,
): (row: number) => number {
  const parts = partsOf(rules, dataset);
  const needed = known ?? parts.length;
  return (row) => {
    let [answered, holding] = [0, 0];
    for (const part of parts) {
      const holds = part(row);
      if (holds === undefined) continue;
      answered++;
      if (holds) holding++;
    }
    return answered < needed ? Number.NaN : holding;
  };
}

function partsOf(rules: readonly Rule[], dataset: Columns): Truth[] {
  return rules.map((part) => truthOf(part, dataset));
}

/** One part of this value settles the whole; else one unknown part leaves it unknown. */
function settledBy(value: boolean, parts: readonly Truth[]): Truth {
  return (row) => {
    let unknown = false;
    for (const part of parts) {
      const holds = part(row);
      if (holds === value) return value;
      if (holds === undefined) unknown = true;
    }
    return unknown ? undefined : !value;
  };
}

function atLeast(least: number, count: (row: number) => number): Truth {
  return (row) => {
    const holding = count(row);
    return Number.isNaN(holding) ? undefined : holding >= least;
  };
}

function oneOf({ variable, in: codes, keep = [] }: Extract<Rule, { in: unknown }>, dataset: Columns): Truth {
  const column = columnOf(dataset, variable);
  const holds = holdsOneOf(column, codes);
  const kept = missingReasons.map((reason) => (keep as readonly string[]).includes(reason));
  return (row) => {
    const reason = column.missing[row] ?? 0;
    if (reason === 0) return holds(row);
    return kept[reason] ? false : undefined;
  };
}

function within(
  { variable, from, to }: Extract<Rule, { variable: string }> & Limits,
  dataset: Columns,
): Truth {
  return between({ from, to }, numbersOf(columnOf(dataset, variable)));
}

function between(
  {
    from = Number.NEGATIVE_INFINITY,
    to = Number.POSITIVE_INFINITY,
    above = Number.NEGATIVE_INFINITY,
    below = Number.POSITIVE_INFINITY,
  }: Limits,
  value: (row: number) => number,
): Truth {
  return (row) => {
    const number = value(row);
    if (Number.isNaN(number)) return undefined;
    return (
      number >= from &&
      number <= to &&
      (number > above || above === Number.NEGATIVE_INFINITY) &&
      (number < below || below === Number.POSITIVE_INFINITY)
    );
  };
}

/** Every variable that a rule reads, with repeats. */
export function variablesOfRule(rule: Rule): string[] {
  if ("all" in rule) return rule.all.flatMap(variablesOfRule);
  if ("any" in rule) return rule.any.flatMap(variablesOfRule);
  if ("not" in rule) return variablesOfRule(rule.not);
  if ("of" in rule) return rule.of.flatMap(variablesOfRule);
  return "quantity" in rule ? variablesOfQuantity(rule.quantity) : [rule.variable];
}

/** Every variable that a quantity reads, with repeats. */
export function variablesOfQuantity(quantity: Quantity): string[] {
  if ("sum" in quantity) return quantity.sum.flatMap(variablesOfQuantity);
  if ("difference" in quantity) return quantity.difference.flatMap(variablesOfQuantity);
  if ("quotient" in quantity) return quantity.quotient.flatMap(variablesOfQuantity);
  if ("product" in quantity) return variablesOfQuantity(quantity.product[0]);
  if ("count" in quantity) return quantity.count.flatMap(variablesOfRule);
  return "index" in quantity ? quantity.index.items.map(({ variable }) => variable) : [quantity.variable];
}

/** How many of the variables were asked and not answered: what stays unknown without any of these was not asked. */
export function unansweredAmong(variables: readonly string[], dataset: Columns): (row: number) => number {
  const columns = [...new Set(variables)].map((variable) => columnOf(dataset, variable));
  return (row) => {
    let unanswered = 0;
    for (const column of columns) if (column.missing[row] !== 0 && wasAsked(column, row)) unanswered++;
    return unanswered;
  };
}
