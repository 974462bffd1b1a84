import { chiSquare, normal } from "../numerics/index.ts";
import { type NotEstimable, notEstimable } from "./not-estimable.ts";

/** One item answered by two groups who are matched on a score. */
export interface MatchedItem {
  /** By respondent: 1 or 0 (NaN: no answer). */
  readonly item: Float64Array;
  /** By respondent: 1 in the focal group, 0 in the reference group, NaN in neither. */
  readonly focal: Float64Array;
  /** By respondent: the score that makes them comparable. */
  readonly score: Float64Array;
}

export interface MantelHaenszel {
  readonly estimable: true;
  /** Odds of a 1 in the reference group over those in the focal group, at equal scores. */
  readonly oddsRatio: number;
  /** −2.35 ln(odds ratio): beyond ±1 worth a look, beyond ±1.5 large (Educational Testing Service). */
  readonly delta: number;
  readonly statistic: number;
  readonly pValue: number;
  /** 95 % interval of the odds ratio. */
  readonly low: number;
  readonly high: number;
  /** Scores at which both groups occur. */
  readonly strata: number;
}

/** [reference 1, reference 0, focal 1, focal 0] at one score. */
type Stratum = [number, number, number, number];

/**
 * Does an item work alike in two groups of equal score? Scores at which only one group occurs are left out.
 *
 * @source Mantel & Haenszel (1959), JNCI 22; Holland & Thayer (1988); interval: Robins, Breslow & Greenland (1986), Biometrics 42(2)
 * @agrees R mantelhaen.test
 */
export function mantelHaenszelDif(
  matched: MatchedItem,
  { continuityCorrection = true }: { readonly continuityCorrection?: boolean } = {},
): MantelHaenszel | NotEstimable {
  const strata = strataOf(matched);
  const over = (term: (stratum: Stratum) => number) => strata.reduce((sum, one) => sum + term(one), 0);
  const total = ([a, b, c, d]: Stratum) => a + b + c + d;
  const variance = over((one) => {
    const [[a, b, c, d], n] = [one, total(one)];
    return ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1));
  });
  const concordant = over((one) => (one[0] * one[3]) / total(one));
  const discordant = over((one) => (one[1] * one[2]) / total(one));
  if (!(variance > 0) || concordant === 0 || discordant === 0)
    return notEstimable(
      "too-few-respondents",
      "At no score do both groups have both answers, so that they cannot be compared. Collect more answers from the smaller group.",
    );
  const excess = over((one) => one[0] - ((one[0] + one[1]) * (one[0] + one[2])) / total(one));
  const away = Math.abs(excess) - (continuityCorrection && Math.abs(excess) >= 0.5 ? 0.5 : 0);
  const statistic = away ** 2 / variance;
  const oddsRatio = concordant / discordant;
  const reach = normal.quantile(0.975) * Math.sqrt(logVariance(strata, concordant, discordant));
  return {
    estimable: true,
    oddsRatio,
    delta: -2.35 * Math.log(oddsRatio),
    statistic,
    pValue: chiSquare.upper(statistic, 1),
    low: oddsRatio * Math.exp(-reach),
    high: oddsRatio * Math.exp(reach),
    strata: strata.length,
  };
}

function strataOf({ item, focal, score }: MatchedItem): Stratum[] {
  const byScore = new Map<number, Stratum>();
  item.forEach((answer, row) => {
    if (Number.isNaN(answer + focal[row]! + score[row]!)) return;
    const stratum = byScore.get(score[row]!) ?? [0, 0, 0, 0];
    stratum[2 * focal[row]! + (answer === 1 ? 0 : 1)]!++;
    byScore.set(score[row]!, stratum);
  });
  return [...byScore.values()].filter(([a, b, c, d]) => a + b > 0 && c + d > 0);
}

function logVariance(strata: readonly Stratum[], concordant: number, discordant: number): number {
  let [both, mixed, neither] = [0, 0, 0];
  for (const [a, b, c, d] of strata) {
    const n = a + b + c + d;
    const [p, q, r, s] = [(a + d) / n, (b + c) / n, (a * d) / n, (b * c) / n];
    both += p * r;
    mixed += p * s + q * r;
    neither += q * s;
  }
  return (
    both / (2 * concordant ** 2) + mixed / (2 * concordant * discordant) + neither / (2 * discordant ** 2)
  );
}
