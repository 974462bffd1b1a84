import { type CollapseLimits, type CollapseProposal, proposeCollapses } from "./collapse.ts";
import type { Category } from "./counted-margin.ts";
import type { Weighted } from "./weighted.ts";
import { WeightingError } from "./weighting-error.ts";

export interface ResponseClasses extends Weighted {
  readonly classes: readonly ResponseClass[];
  /** Classes that should be joined before these weights are used, and with which. */
  readonly collapses: readonly CollapseProposal[];
}

export interface ResponseClass {
  readonly level: string;
  /** Unweighted people of the sample in the class, and those who responded. */
  readonly sampled: number;
  readonly respondents: number;
  /** Weighted response rate, 0 to 1. */
  readonly responseRate: number;
  /** What respondents' weights were multiplied by: 1 / responseRate. */
  readonly factor: number;
}

/**
 * Weighting classes: respondents take over the weight of the nonrespondents of their class; nonrespondents get 0.
 * The weights of each class keep their sum.
 *
 * @param weights by row of the whole sample (eligible people, respondents or not)
 * @param responded by row: 1 for respondents
 * @param classes known for respondents and nonrespondents alike
 * @throws WeightingError a class without respondents (with the class to join it to), rows without a class
 * @source Oh & Scheuren (1983), Weighting Adjustment for Unit Nonresponse, in Incomplete Data in Sample Surveys 2;
 *   Kalton & Flores-Cervantes (2003), Journal of Official Statistics 19(2)
 */
export function adjustForNonresponse(
  weights: Float64Array,
  responded: Uint8Array,
  classes: Category,
  limits: CollapseLimits = {},
): ResponseClasses {
  const found = classesOf(weights, responded, classes);
  const collapses = proposeCollapses(found, limits);
  const silent = found.find(({ sampled, respondents }) => sampled > 0 && respondents === 0);
  if (silent) throw nobodyResponded(silent, classes.name, collapses);
  return {
    weights: weights.map((weight, row) =>
      responded[row] === 1 ? weight * found[classes.codes[row]!]!.factor : 0,
    ),
    adjustment: undefined,
    converged: true,
    classes: found,
    collapses,
    notes: collapses.map(
      ({ join, reason }) => `Join ${join.map((level) => `"${level}"`).join(" and ")}: ${reason}`,
    ),
  };
}

function classesOf(
  weights: Float64Array,
  responded: Uint8Array,
  { name, levels, codes }: Category,
): ResponseClass[] {
  const [sampled, respondents] = [new Int32Array(levels.length), new Int32Array(levels.length)];
  const [all, answered] = [new Float64Array(levels.length), new Float64Array(levels.length)];
  for (let row = 0; row < weights.length; row++) {
    if (!(weights[row]! > 0)) continue;
    const code = codes[row]!;
    if (!(code >= 0))
      throw new WeightingError(
        `Row ${row + 1} has no class in "${name}". Classes must be known for respondents and nonrespondents: give it one, such as "unknown".`,
      );
    sampled[code]!++;
    all[code]! += weights[row]!;
    if (responded[row] !== 1) continue;
    respondents[code]!++;
    answered[code]! += weights[row]!;
  }
  return levels.map((level, code) => {
    const responseRate = all[code]! > 0 ? answered[code]! / all[code]! : 0;
    return {
      level,
      sampled: sampled[code]!,
      respondents: respondents[code]!,
      responseRate,
      factor: responseRate > 0 ? 1 / responseRate : 1,
    };
  });
}

function nobodyResponded(
  { level, sampled }: ResponseClass,
  name: string,
  collapses: readonly CollapseProposal[],
): WeightingError {
  const join = collapses.find((proposal) => proposal.join.includes(level))?.join ?? [];
  const others = join.filter((other) => other !== level).map((other) => `"${other}"`);
  return new WeightingError(
    `Nobody of the ${sampled} people in the class "${level}" of "${name}" responded. Join it to ${others.length > 0 ? others.join(" and ") : "another class"}.`,
  );
}

/**
 * Classes of equal size by estimated response propensity, lowest first, to be used as weighting classes: five remove
 * most of the bias that the propensity explains, and no single small propensity makes an extreme weight.
 *
 * @param propensities by row, between 0 and 1, such as fitted by a logistic regression on what is known of everybody
 * @throws WeightingError propensities that are missing or outside 0 to 1
 * @source Cochran (1968), Biometrics 24(2); Rosenbaum & Rubin (1984), JASA 79; Little (1986), Survey Nonresponse
 *   Adjustments, International Statistical Review 54(2)
 */
export function propensityClasses(propensities: Float64Array, count = 5): Category {
  const row = propensities.findIndex((propensity) => !(propensity >= 0 && propensity <= 1));
  if (row >= 0)
    throw new WeightingError(
      `The response propensity of row ${row + 1} is ${propensities[row]}. Propensities lie between 0 and 1: fit them on variables that are known of every row.`,
    );
  const sorted = propensities.toSorted();
  const cuts = Array.from(
    { length: count - 1 },
    (_, i) => sorted[Math.ceil(((i + 1) * sorted.length) / count) - 1]!,
  );
  const bounds = [...new Set(cuts)].filter((cut) => cut < sorted.at(-1)!);
  const codes = Int32Array.from(propensities, (propensity) => {
    const at = bounds.findIndex((bound) => propensity <= bound);
    return at < 0 ? bounds.length : at;
  });
  return {
    name: "response propensity",
    levels: Array.from({ length: bounds.length + 1 }, (_, i) => `class ${i + 1}`),
    codes,
  };
}
