import { type Columns, missingReasons } from "../dataset/dataset.ts";
import { columnOf, holding, numbersOf } from "./answers.ts";
import { quantityOf } from "./quantities.ts";
import type { Limits, Quantity, Rule } from "./rule.ts";
import { holdingOf, negated, no, settledBy, type Truths, unknown, yes } from "./truths.ts";

/** Compiles a rule once for all rows. What is known decides: a false part settles `all`, a true part settles `any`. */
export function truthsOf(rule: Rule, dataset: Columns): Truths {
  if ("all" in rule) return settledBy(no, each(rule.all, dataset));
  if ("any" in rule) return settledBy(yes, each(rule.any, dataset));
  if ("not" in rule) return negated(truthsOf(rule.not, dataset));
  if ("atLeast" in rule) return between({ from: rule.atLeast }, countOf(rule.of, rule.known, dataset));
  if ("quantity" in rule) return between(rule, quantityOf(rule.quantity, dataset));
  return "in" in rule ? oneOf(rule, dataset) : within(rule, dataset);
}

/** How many of the rules hold, by row; NaN with fewer known ones than `known` (all of them when left out). */
export function countOf(rules: readonly Rule[], known: number | undefined, dataset: Columns): Float64Array {
  return holdingOf(each(rules, dataset), dataset.rows, known ?? rules.length);
}

/** One after the other, so that few are in memory. */
function* each(rules: readonly Rule[], dataset: Columns): Generator<Truths> {
  for (const rule of rules) yield truthsOf(rule, dataset);
}

function oneOf({ variable, in: codes, keep = [] }: Extract<Rule, { in: unknown }>, dataset: Columns): Truths {
  const column = columnOf(dataset, variable);
  const kept = missingReasons.map((reason) => ((keep as readonly string[]).includes(reason) ? no : unknown));
  const truths = holding(column, codes);
  const { missing } = column;
  for (let row = 0; row < truths.length; row++)
    if (missing[row] !== 0) truths[row] = kept[missing[row]!] ?? unknown;
  return truths;
}

function within(
  { variable, from, to }: Extract<Rule, { variable: string }> & Limits,
  dataset: Columns,
): Truths {
  return between({ from, to }, numbersOf(columnOf(dataset, variable)));
}

function between(
  {
    from = Number.NEGATIVE_INFINITY,
    to = Number.POSITIVE_INFINITY,
    above = Number.NEGATIVE_INFINITY,
    below = Number.POSITIVE_INFINITY,
  }: Limits,
  numbers: Float64Array,
): Truths {
  const truths = new Uint8Array(numbers.length);
  for (let row = 0; row < truths.length; row++) {
    const number = numbers[row]!;
    if (Number.isNaN(number)) truths[row] = unknown;
    else if (
      number >= from &&
      number <= to &&
      (number > above || above === Number.NEGATIVE_INFINITY) &&
      (number < below || below === Number.POSITIVE_INFINITY)
    )
      truths[row] = yes;
  }
  return truths;
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
