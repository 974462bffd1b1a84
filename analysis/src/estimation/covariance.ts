import type { Arrangement } from "./arrangement.ts";
import { linearisedMean } from "./mean.ts";
import type { Measurement } from "./measurement.ts";
import { linearisedRatio, type RatioOf } from "./ratio.ts";
import { sumsOf } from "./sums.ts";
import { linearisedTotal } from "./total.ts";
import type { LinearisedTotals } from "./variance.ts";

/**
 * Covariances between the means of one call, in the order variable, then domain within it; row i, column j.
 * Of those who answered, variable by variable; make the variables listwise first to speak of the same people.
 * Its diagonal is the square of the standard errors; NaN where a stratum has a single PSU under "fail".
 *
 * @agrees R vcov(svymean(~a + b)), tests/reference
 */
export function covarianceOfMeans(
  arrangement: Arrangement,
  measurements: readonly Measurement[],
): Float64Array[] {
  return covariance(
    arrangement,
    measurements.map((one) => linearisedMean(sumsOf(arrangement, one))),
  );
}

/** Covariances between the totals of one call, ordered as those of means. */
export function covarianceOfTotals(
  arrangement: Arrangement,
  measurements: readonly Measurement[],
): Float64Array[] {
  return covariance(
    arrangement,
    measurements.map((one) => linearisedTotal(sumsOf(arrangement, one))),
  );
}

/** Covariances between the ratios of one call, ordered as those of means. */
export function covarianceOfRatios(arrangement: Arrangement, ratios: readonly RatioOf[]): Float64Array[] {
  return covariance(
    arrangement,
    ratios.map((ratio) => linearisedRatio(arrangement, ratio)),
  );
}

function covariance(arrangement: Arrangement, variables: readonly LinearisedTotals[]): Float64Array[] {
  const scores = variables.flatMap((totals) => psuScores(arrangement, totals));
  const factor = centreWithinStrata(arrangement, scores);
  return scores.map((left) =>
    Float64Array.from(scores, (right) =>
      left.reduce((sum, score, psu) => sum + factor[psu]! * score * right[psu]!, 0),
    ),
  );
}

/** One list of linearised PSU totals per domain; zero for PSUs without respondents in it. */
function psuScores(
  { domains, psuOfCell, domainOfCell, design }: Arrangement,
  totals: LinearisedTotals,
): Float64Array[] {
  const scores = Array.from({ length: domains.count }, () => new Float64Array(design.psuCount));
  psuOfCell.forEach((psu, cell) => {
    const domain = domainOfCell[cell]!;
    scores[domain]![psu] = totals.a[domain]! * totals.first[cell]! + totals.b[domain]! * totals.second[cell]!;
  });
  return scores;
}

/** Centres the scores in place and gives each PSU its factor fpc · n/(n − 1), single PSUs by the design's policy. */
function centreWithinStrata(
  { design, stratumOfPsu, psusInStratum }: Arrangement,
  scores: readonly Float64Array[],
): Float64Array {
  const lonely = psusInStratum.map((sampled, stratum) =>
    sampled === 1 && design.fpc[stratum]! >= 1e-7 ? 1 : 0,
  );
  const lonelyCount = lonely.reduce((sum, one) => sum + one, 0);
  const spread =
    design.singlePsu === "average" ? design.stratumCount / (design.stratumCount - lonelyCount) : 1;
  for (const score of scores) {
    const means = new Float64Array(design.stratumCount);
    score.forEach((value, psu) => {
      means[stratumOfPsu[psu]!]! += value / psusInStratum[stratumOfPsu[psu]!]!;
    });
    for (let psu = 0; psu < score.length; psu++) {
      const stratum = stratumOfPsu[psu]!;
      if (!(lonely[stratum] && design.singlePsu === "adjust")) score[psu]! -= means[stratum]!;
    }
  }
  return Float64Array.from(stratumOfPsu, (stratum) => {
    const [sampled, fpc] = [psusInStratum[stratum]!, design.fpc[stratum]!];
    if (fpc < 1e-7) return 0;
    if (sampled > 1) return spread * ((fpc * sampled) / (sampled - 1));
    return design.singlePsu === "fail" ? Number.NaN : fpc;
  });
}
