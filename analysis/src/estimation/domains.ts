/** The domain of each respondent as 0 … count-1; -1 for respondents in none. */
export interface Domains {
  readonly of: Int32Array;
  readonly count: number;
}

/** By row: 1 in one domain. */
export function rowsInDomain({ of }: Domains, domain: number): Uint8Array {
  return Uint8Array.from(of, (own) => (own === domain ? 1 : 0));
}

/** Weights of zero outside a domain (by row: 1 in it); the weights themselves where none is given. */
export function weightsWithin(weights: Float64Array, within: Uint8Array | undefined): Float64Array {
  return within ? weights.map((weight, row) => (within[row] === 1 ? weight : 0)) : weights;
}

/**
 * Any estimate or test in every domain: tables, tests of independence, t tests, regressions. The full design stays in
 * the variance of each; rows are never left out.
 *
 * @example inEachDomain(municipalities, (within) => testIndependence(sample, [work, language], { within }))
 */
export function inEachDomain<Answer>(domains: Domains, answer: (within: Uint8Array) => Answer): Answer[] {
  return Array.from({ length: domains.count }, (_, domain) => answer(rowsInDomain(domains, domain)));
}

/** The rows of each domain, in the order given. */
export function rowsByDomain(order: Int32Array, { of, count }: Domains): Int32Array[] {
  const sizes = new Int32Array(count);
  for (const row of order) if (of[row]! >= 0) sizes[of[row]!]!++;
  const lists = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  for (const row of order) {
    const domain = of[row]!;
    if (domain >= 0) lists[domain]![sizes[domain]!++] = row;
  }
  return lists;
}
