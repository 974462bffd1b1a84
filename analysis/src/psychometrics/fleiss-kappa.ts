import { normal } from "../numerics/index.ts";
import { type NotEstimable, notEstimable } from "./not-estimable.ts";

export interface FleissKappa {
  readonly estimable: true;
  readonly kappa: number;
  /** For the test that kappa is 0. */
  readonly standardErrorUnderNull: number;
  readonly z: number;
  /** Two-sided. */
  readonly pValue: number;
  /** Mean share of pairs of raters that agree on a subject, and what chance alone would give. */
  readonly observed: number;
  readonly expected: number;
  readonly subjects: number;
  readonly raters: number;
}

/**
 * Agreement of the same number of raters on each subject, whoever they are.
 *
 * @param ratings by subject, then by rater; subjects with a missing rating (undefined) are left out
 * @source Fleiss (1971), Measuring nominal scale agreement among many raters, Psychological Bulletin 76(5); error: Fleiss, Nee & Landis (1979)
 * @agrees R irr::kappam.fleiss
 */
export function fleissKappa<Code>(
  ratings: readonly (readonly (Code | undefined)[])[],
): FleissKappa | NotEstimable {
  const rated = ratings.filter((codes) => codes.every((code) => code !== undefined));
  const [subjects, raters] = [rated.length, rated[0]?.length ?? 0];
  if (subjects === 0 || raters < 2)
    return notEstimable(
      "everyone-missing",
      "No subject was coded by two raters or more. Let several raters code the same interviews.",
    );
  const shares = new Map<Code | undefined, number>();
  let agreeing = 0;
  for (const codes of rated) {
    const counts = new Map<Code | undefined, number>();
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
    for (const [code, count] of counts) {
      shares.set(code, (shares.get(code) ?? 0) + count / (subjects * raters));
      agreeing += count * count;
    }
  }
  const pairs = raters * (raters - 1);
  const observed = (agreeing - subjects * raters) / (subjects * pairs);
  const p = [...shares.values()];
  const over = (term: (share: number) => number) => p.reduce((sum, share) => sum + term(share), 0);
  const expected = over((share) => share * share);
  if (p.length === 1)
    return notEstimable(
      "constant-item",
      "All raters gave everyone the same code, so agreement cannot be told from chance. Code more varied interviews.",
    );
  const spread = over((share) => share * (1 - share));
  const skew = over((share) => share * (1 - share) * (1 - 2 * share));
  const standardErrorUnderNull = Math.sqrt((2 * (spread ** 2 - skew)) / (spread ** 2 * subjects * pairs));
  const kappa = (observed - expected) / (1 - expected);
  const z = kappa / standardErrorUnderNull;
  const pValue = 2 * normal.cdf(-Math.abs(z));
  return { estimable: true, kappa, standardErrorUnderNull, z, pValue, observed, expected, subjects, raters };
}
