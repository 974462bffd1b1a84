import type { Domains } from "./measurement.ts";

/**
 * Any estimate or test in every domain: tables, tests of independence, t tests, regressions. The full design stays in
 * the variance of each; rows are never left out.
 *
 * @example inEachDomain(municipalities, (within) => testIndependence(sample, [work, language], { within }))
 */
export function inEachDomain<Answer>(domains: Domains, answer: (within: Uint8Array) => Answer): Answer[] {
  return Array.from({ length: domains.count }, (_, domain) =>
    answer(Uint8Array.from(domains.of, (own) => (own === domain ? 1 : 0))),
  );
}
