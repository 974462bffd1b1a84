import type { Columns } from "../dataset/dataset.ts";
import type { IndexItem, IndexOfItems, Quantity } from "./rule.ts";
import { columnOf, countOf, numbersOf } from "./rules.ts";

/** A number by row; NaN where an answer it needs is missing. */
export type Numbers = (row: number) => number;

/** Compiles a quantity once for all rows. */
export function quantityOf(quantity: Quantity, dataset: Columns): Numbers {
  if ("sum" in quantity) {
    const parts = quantity.sum.map((part) => quantityOf(part, dataset));
    return (row) => parts.reduce((sum, part) => sum + part(row), 0);
  }
  if ("difference" in quantity) return pair(quantity.difference, dataset, (a, b) => a - b);
  if ("quotient" in quantity)
    return pair(quantity.quotient, dataset, (a, b) => (b === 0 ? Number.NaN : a / b));
  if ("product" in quantity) {
    const [part, factor] = quantity.product;
    const number = quantityOf(part, dataset);
    return (row) => factor * number(row);
  }
  if ("count" in quantity) return countOf(quantity.count, quantity.known, dataset);
  if ("index" in quantity) {
    const index = indexOf(quantity.index, dataset);
    return (row) => 100 * index(row).share;
  }
  return answered(quantity, dataset);
}

function pair(
  [first, second]: readonly [Quantity, Quantity],
  dataset: Columns,
  combine: (a: number, b: number) => number,
): Numbers {
  const [a, b] = [quantityOf(first, dataset), quantityOf(second, dataset)];
  return (row) => combine(a(row), b(row));
}

function answered(
  { variable, values, top }: Extract<Quantity, { variable: string }>,
  dataset: Columns,
): Numbers {
  const column = columnOf(dataset, variable);
  const meaning = column.variable.codes.map(({ code }) => values?.[String(code)] ?? Number.NaN);
  const number: Numbers =
    values && column.variable.kind === "code"
      ? (row) => meaning[column.values[row] ?? -1] ?? Number.NaN
      : numbersOf(column);
  return top === undefined ? number : (row) => Math.min(number(row), top);
}

/** An index of one person: 0 to 1, NaN with too few answers, and how many items it rests on. */
export interface IndexScore {
  readonly share: number;
  readonly answered: number;
  /** True where it rests on some, not all, items. */
  readonly prorated: boolean;
}

/** The weighted mean of the answered items, each put on 0 to 1 after reversing. */
export function indexOf({ items, atLeast }: IndexOfItems, dataset: Columns): (row: number) => IndexScore {
  const parts = items.map((item) => ({ weight: item.weight ?? 1, share: shareOfScale(item, dataset) }));
  return (row) => {
    let [answered, sum, weights] = [0, 0, 0];
    for (const { weight, share } of parts) {
      const score = share(row);
      if (Number.isNaN(score)) continue;
      answered++;
      sum += weight * score;
      weights += weight;
    }
    const usable = answered >= atLeast;
    return {
      share: usable ? sum / weights : Number.NaN,
      answered,
      prorated: usable && answered < parts.length,
    };
  };
}

function shareOfScale(item: IndexItem, dataset: Columns): Numbers {
  const { variable, values, minimum, maximum, reversed } = item;
  const number = answered({ variable, values }, dataset);
  return reversed
    ? (row) => (maximum - number(row)) / (maximum - minimum)
    : (row) => (number(row) - minimum) / (maximum - minimum);
}
