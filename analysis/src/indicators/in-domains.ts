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

/** By domain: rows of positive weight that are marked 1, as the estimation room counts respondents. */
export function countMarked(marked: Uint8Array, { design, domains }: Arrangement): Int32Array {
  const counts = new Int32Array(domains.count);
  for (let row = 0; row < design.rows; row++) {
    const domain = domains.of[row]!;
    if (domain >= 0 && marked[row] === 1 && design.weights[row] !== 0) counts[domain]!++;
  }
  return counts;
}
