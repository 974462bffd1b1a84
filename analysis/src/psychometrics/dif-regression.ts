import { chiSquare } from "../numerics/index.ts";
import type { MatchedItem } from "./dif-mantel-haenszel.ts";
import { type NotEstimable, notEstimable, orNotEstimable } from "./not-estimable.ts";
import { type ProportionalOdds, proportionalOdds } from "./proportional-odds.ts";

/** A likelihood-ratio test. */
export interface LikelihoodRatio {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

export interface RegressionDif {
  readonly estimable: true;
  /** The models: score; score and group; both and their product. */
  readonly models: readonly [ProportionalOdds, ProportionalOdds, ProportionalOdds];
  /** Nagelkerke's R² of the three models; a gain below 0.035 is negligible, above 0.07 large (Jodoin & Gierl 2001). */
  readonly nagelkerke: readonly [number, number, number];
  /** The group answers higher or lower at every score; more so at some scores; either. */
  readonly uniform: LikelihoodRatio;
  readonly nonUniform: LikelihoodRatio;
  readonly total: LikelihoodRatio;
  readonly respondents: number;
}

/**
 * Differential item functioning by regression of an item (two categories or more, in their order) on a matching score
 * and a group.
 *
 * @source Swaminathan & Rogers (1990), JEM 27(4); ordinal: Zumbo (1999), A Handbook on DIF
 * @agrees R glm(family = binomial), MASS::polr, likelihood-ratio tests between them
 */
export function regressionDif({ item, focal, score }: MatchedItem): RegressionDif | NotEstimable {
  const rows = Array.from(item.keys()).filter((row) => !Number.isNaN(item[row]! + focal[row]! + score[row]!));
  const codes = [...new Set(rows.map((row) => item[row]!))].sort((a, b) => a - b);
  if (codes.length < 2)
    return notEstimable("constant-item", "Everyone gave the same answer to the item. Leave it out.");
  if (new Set(rows.map((row) => focal[row])).size < 2)
    return notEstimable(
      "too-few-respondents",
      "Only one of the two groups answered the item. Collect answers from both.",
    );
  const place = new Map(codes.map((code, i) => [code, i]));
  const categories = Int32Array.from(rows, (row) => place.get(item[row]!) ?? 0);
  const [own, group] = [score, focal].map((column) => Float64Array.from(rows, (row) => column[row]!)) as [
    Float64Array,
    Float64Array,
  ];
  const product = own.map((value, i) => value * group[i]!);
  return orNotEstimable(() => {
    const fit = (...columns: Float64Array[]) => proportionalOdds(categories, codes.length, columns);
    const models = [fit(own), fit(own, group), fit(own, group, product)] as const;
    const empty = fit().logLikelihood;
    const share = (model: ProportionalOdds) => nagelkerke(model.logLikelihood, empty, rows.length);
    return {
      estimable: true,
      models: [...models],
      nagelkerke: [share(models[0]), share(models[1]), share(models[2])],
      uniform: ratioTest(models[0], models[1], 1),
      nonUniform: ratioTest(models[1], models[2], 1),
      total: ratioTest(models[0], models[2], 2),
      respondents: rows.length,
    };
  });
}

function ratioTest(
  small: ProportionalOdds,
  large: ProportionalOdds,
  degreesOfFreedom: number,
): LikelihoodRatio {
  const statistic = 2 * (large.logLikelihood - small.logLikelihood);
  return { statistic, degreesOfFreedom, pValue: chiSquare.upper(statistic, degreesOfFreedom) };
}

/** @source Nagelkerke (1991), Biometrika 78(3) */
function nagelkerke(logLikelihood: number, empty: number, n: number): number {
  return (1 - Math.exp((2 / n) * (empty - logLikelihood))) / (1 - Math.exp((2 / n) * empty));
}
