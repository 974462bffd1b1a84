import type { Columns } from "../dataset/dataset.ts";
import { columnOf, meantBy, numbersOf } from "./answers.ts";
import type { IndexItem, IndexOfItems, Quantity } from "./rule.ts";
import { countOf } from "./rules.ts";

/** A quantity by row; NaN where an answer it needs is missing. */
export function quantityOf(quantity: Quantity, dataset: Columns): Float64Array {
  if ("sum" in quantity)
    return quantity.sum
      .map((part) => quantityOf(part, dataset))
      .reduce((sum, part) => combined(sum, part, (a, b) => a + b), new Float64Array(dataset.rows));
  if ("difference" in quantity) return pair(quantity.difference, dataset, (a, b) => a - b);
  if ("quotient" in quantity)
    return pair(quantity.quotient, dataset, (a, b) => (b === 0 ? Number.NaN : a / b));
  if ("product" in quantity) {
    const [part, factor] = quantity.product;
    return quantityOf(part, dataset).map((number) => factor * number);
  }
  if ("count" in quantity) return countOf(quantity.count, quantity.known, dataset);
  if ("index" in quantity) return indexOf(quantity.index, dataset).shares.map((share) => 100 * share);
  return answered(quantity, dataset);
}

function pair(
  [first, second]: readonly [Quantity, Quantity],
  dataset: Columns,
  combine: (a: number, b: number) => number,
): Float64Array {
  return combined(quantityOf(first, dataset), quantityOf(second, dataset), combine);
}

/** Writes over the first. */
function combined(
  first: Float64Array,
  second: Float64Array,
  combine: (a: number, b: number) => number,
): Float64Array {
  for (let row = 0; row < first.length; row++) first[row] = combine(first[row]!, second[row]!);
  return first;
}

function answered(
  { variable, values, top }: Extract<Quantity, { variable: string }>,
  dataset: Columns,
): Float64Array {
  const column = columnOf(dataset, variable);
  const numbers =
    values && column.variable.kind === "code"
      ? meantBy(
          column.values,
          column.variable.codes.map(({ code }) => values[String(code)] ?? Number.NaN),
        )
      : numbersOf(column);
  return top === undefined ? numbers : numbers.map((number) => Math.min(number, top));
}

/** An index by row: 0 to 1, NaN with too few answers, and how many items it rests on. */
export interface IndexScores {
  readonly shares: Float64Array;
  readonly answered: Uint16Array;
}

/** The weighted mean of the answered items, each put on 0 to 1 after reversing; items are read one after the other. */
export function indexOf({ items, atLeast }: IndexOfItems, dataset: Columns): IndexScores {
  const answered = new Uint16Array(dataset.rows);
  const [sums, weights] = [new Float64Array(dataset.rows), new Float64Array(dataset.rows)];
  for (const item of items) addShares(item, dataset, { answered, sums, weights });
  for (let row = 0; row < sums.length; row++)
    sums[row] = answered[row]! >= atLeast ? sums[row]! / weights[row]! : Number.NaN;
  return { shares: sums, answered };
}

/** Adds the place on the scale of everybody who answered an item. */
function addShares(
  { variable, values, minimum, maximum, reversed, weight = 1 }: IndexItem,
  dataset: Columns,
  { answered, sums, weights }: { answered: Uint16Array; sums: Float64Array; weights: Float64Array },
): void {
  const column = columnOf(dataset, variable);
  const shareOf = (number: number) =>
    reversed ? (maximum - number) / (maximum - minimum) : (number - minimum) / (maximum - minimum);
  const isNumber = column.variable.kind === "number";
  const byCode = Float64Array.from(column.variable.codes, ({ code }) => {
    const number = values ? values[String(code)] : code;
    return typeof number === "number" ? shareOf(number) : Number.NaN;
  });
  for (let row = 0; row < sums.length; row++) {
    const value = column.values[row]!;
    const share = isNumber ? shareOf(value) : value >= 0 ? byCode[value]! : Number.NaN;
    if (Number.isNaN(share)) continue;
    answered[row]!++;
    sums[row]! += weight * share;
    weights[row]! += weight;
  }
}
