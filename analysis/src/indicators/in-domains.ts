import type { Arrangement } from "../estimation/index.ts";
import type { Ground, InDomains, IndicatorEstimate } from "./evaluate.ts";

/** The same estimates for the country and for the domains. */
export function inDomains(
  { country, places }: Ground,
  estimatesIn: (arrangement: Arrangement) => IndicatorEstimate[],
): InDomains {
  const [whole] = estimatesIn(country);
  if (!whole) throw new RangeError("The country is one domain, yet it has no estimate.");
  return { country: whole, byDomain: estimatesIn(places) };
}

/** By row: 1 in the domain. */
export function rowsOf({ domains }: Arrangement, domain: number): Uint8Array {
  return Uint8Array.from(domains.of, (own) => (own === domain ? 1 : 0));
}
