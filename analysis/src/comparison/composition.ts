import type { Counted } from "./domain-sums.ts";
import { inverseOf, product } from "./inverse.ts";

/** Who respondents are beside where they live: categories by dimension; -1 is one more category. */
export interface Composition {
  /** Dimensions, in the order of the lists below. */
  readonly ids: readonly string[];
  readonly codes: readonly Int32Array[];
  readonly counts: readonly number[];
}

/** Respondents by domain and by what they are: all who are alike count together. */
export interface ComposedDomains {
  /** By row: place among the cells below; -1 for who is in no domain. */
  readonly cellOf: Int32Array;
  /** By cell: the domain, and the kind of people; by kind: the category in each dimension. */
  readonly domainOf: readonly number[];
  readonly kindOf: readonly number[];
  readonly kinds: readonly (readonly number[])[];
  /** Dimensions, with the number of their categories: the last one is that of who has none. */
  readonly dimensions: readonly { readonly id: string; readonly count: number }[];
}

/** @param of by row: domain; -1 for who is in none */
export function composedDomains({ ids, codes, counts }: Composition, of: Int32Array): ComposedDomains {
  const radix = counts.reduce((product, own) => product * (own + 1), 1);
  const [numbers, kindNumbers] = [new Map<number, number>(), new Map<number, number>()];
  const [domainOf, kindOf, kinds]: [number[], number[], number[][]] = [[], [], []];
  const cellOf = of.map((domain, row) => {
    if (domain < 0) return -1;
    let kind = 0;
    for (let i = 0; i < codes.length; i++) kind = kind * (counts[i]! + 1) + codes[i]![row]! + 1;
    const known = numbers.get(domain * radix + kind);
    if (known !== undefined) return known;
    numbers.set(domain * radix + kind, domainOf.length);
    const ofKind = kindNumbers.get(kind) ?? kinds.length;
    kindNumbers.set(kind, ofKind);
    if (ofKind === kinds.length) kinds.push(codes.map((own, i) => (own[row]! < 0 ? counts[i]! : own[row]!)));
    kindOf.push(ofKind);
    return domainOf.push(domain) - 1;
  });
  const dimensions = ids.map((id, i) => ({ id, count: counts[i]! + 1 }));
  return { cellOf, domainOf, kindOf, kinds, dimensions };
}

/** Σwx and Σwy by cell: all that differences of the same composition need of the answers. */
export interface ComposedSums {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export function composedSums({ rows, wy, wx }: Counted, { cellOf, domainOf }: ComposedDomains): ComposedSums {
  const [x, y] = [new Float64Array(domainOf.length), new Float64Array(domainOf.length)];
  for (let i = 0; i < rows.length; i++) {
    const cell = cellOf[rows[i]!]!;
    if (cell < 0) continue;
    x[cell]! += wx[i]!;
    y[cell]! += wy[i]!;
  }
  return { x, y };
}

/** A difference to everybody else of the same composition, and how much of the whole base the others are, 0 to 1. */
export interface ComposedDifference {
  /** NaN where the domain follows from the composition. */
  readonly difference: number;
  readonly shareOfOthers: number;
}

/**
 * How much more the figure of a domain, or of several together, is than that of everybody else with the same
 * citizenship, sex, age and ground of stay: the coefficient of the domain in a weighted linear regression on these.
 *
 * @param parts that share nobody, such as two waves; only dimensions that all of them have count
 * @param count of domains
 * @source Oaxaca (1973), International Economic Review 14(3); Fortin, Lemieux & Firpo (2011), Handbook of Labor Economics 4A
 * @agrees R survey::svyglm, tests/reference
 */
export function sameComposition(
  parts: readonly ComposedPart[],
  count: number,
): (domains: readonly number[]) => ComposedDifference {
  const { products, answers, domains } = normalEquations(parts, count);
  const solve = inverseOf(products);
  const explained = solve(answers);
  return (together) => {
    const own = new Float64Array(answers.length);
    let [y, x] = [0, 0];
    for (const domain of together) {
      const one = domains[domain]!;
      [y, x] = [y + one.y, x + one.x];
      for (let i = 0; i < own.length; i++) own[i]! += one.by[i]!;
    }
    const apart = x - product(own, solve(own));
    return {
      difference: apart > 1e-6 * x ? (y - product(own, explained)) / apart : Number.NaN,
      shareOfOthers: 1 - x / products[0]![0]!,
    };
  };
}

/** Some of the people. */
export interface ComposedPart {
  readonly composed: ComposedDomains;
  readonly sums: ComposedSums;
  /** By cell: the domain. */
  readonly domainOf: ArrayLike<number>;
}

/** Σwx and Σwy by column (everybody, then each category), by pair of columns, and by domain. */
function normalEquations(parts: readonly ComposedPart[], count: number) {
  const { shared, width } = sharedColumns(parts);
  const products = Array.from({ length: width }, () => new Float64Array(width));
  const answers = new Float64Array(width);
  const domains = Array.from({ length: count }, () => ({ y: 0, x: 0, by: new Float64Array(width) }));
  for (const { composed, sums, domainOf } of parts) {
    const { kindOf, kinds, dimensions } = composed;
    const places = shared.map(({ id, start }) => ({
      at: dimensions.findIndex((one) => one.id === id),
      start,
    }));
    const columnsOf = kinds.map((categories) => [
      0,
      ...places.map(({ at, start }) => start + categories[at]!),
    ]);
    const [xOf, yOf] = [new Float64Array(kinds.length), new Float64Array(kinds.length)];
    for (let cell = 0; cell < domainOf.length; cell++) {
      const [x, y, kind] = [sums.x[cell]!, sums.y[cell]!, kindOf[cell]!];
      const own = domains[domainOf[cell]!]!;
      own.y += y;
      own.x += x;
      for (const column of columnsOf[kind]!) own.by[column]! += x;
      xOf[kind]! += x;
      yOf[kind]! += y;
    }
    columnsOf.forEach((columns, kind) => {
      for (const column of columns) {
        answers[column]! += yOf[kind]!;
        for (const other of columns) products[column]![other]! += xOf[kind]!;
      }
    });
  }
  return { products, answers, domains };
}

/** Where the categories of each dimension begin that all parts have. */
function sharedColumns([first, ...others]: readonly ComposedPart[]) {
  let width = 1;
  const shared = (first?.composed.dimensions ?? [])
    .filter(({ id }) => others.every(({ composed }) => composed.dimensions.some((one) => one.id === id)))
    .map(({ id, count }) => {
      const start = width;
      width += count;
      return { id, start };
    });
  return { shared, width };
}
