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

/** The weighted mean of the answered items, each put on 0 to 1 after reversing; items are read one after the other. */
export function indexOf({ items, atLeast }: IndexOfItems, dataset: Columns): (row: number) => IndexScore {
  const answered = new Uint8Array(dataset.rows);
  const [sums, weights] = [new Float64Array(dataset.rows), new Float64Array(dataset.rows)];
  for (const item of items) {
    const weight = item.weight ?? 1;
    addShares(item, dataset, (row, share) => {
      answered[row]!++;
      sums[row]! += weight * share;
      weights[row]! += weight;
    });
  }
  return (row) => {
    const usable = answered[row]! >= atLeast;
    return {
      share: usable ? sums[row]! / weights[row]! : Number.NaN,
      answered: answered[row]!,
      prorated: usable && answered[row]! < items.length,
    };
  };
}

/** Tells the place on the scale of everybody who answered. */
function addShares(item: IndexItem, dataset: Columns, add: (row: number, share: number) => void): void {
  const { variable, values, minimum, maximum, reversed } = item;
  const column = columnOf(dataset, variable);
  const shareOf = (number: number) =>
    reversed ? (maximum - number) / (maximum - minimum) : (number - minimum) / (maximum - minimum);
  if (column.variable.kind === "number") {
    for (let row = 0; row < dataset.rows; row++) {
      const share = shareOf(column.values[row]!);
      if (!Number.isNaN(share)) add(row, share);
    }
    return;
  }
  const shares = Float64Array.from(column.variable.codes, ({ code }) => {
    const number = values ? values[String(code)] : code;
    return typeof number === "number" ? shareOf(number) : Number.NaN;
  });
  for (let row = 0; row < dataset.rows; row++) {
    const code = column.values[row]!;
    if (code >= 0 && !Number.isNaN(shares[code]!)) add(row, shares[code]!);
  }
}
