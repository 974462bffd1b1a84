import type { Design, ReplicateDesign } from "../../design/index.ts";
import type { Estimate } from "../estimate.ts";
import { estimateFrom } from "../estimate-from.ts";
import type { Estimator } from "../estimator.ts";
import { tFor, tLimits } from "../interval.ts";
import type { Measurement } from "../measurement.ts";
import { known } from "../significance.ts";
import { giniEstimator } from "./inequality-gini.ts";
import { type PovertyOptions, povertyEstimator } from "./inequality-poverty.ts";
import { quintileRatioEstimator } from "./inequality-quintile-ratio.ts";

/** One number about the distribution of incomes. */
export interface InequalityEstimate {
  readonly value: number | null;
  readonly standardError: number | null;
  /** value ± t · SE. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly degreesOfFreedom: number;
  readonly respondents: number;
  readonly reason?: Estimate["reason"];
}

export interface Inequality {
  /** In units of income. */
  readonly threshold: InequalityEstimate;
  /** At-risk-of-poverty rate, 0 to 1. */
  readonly rate: InequalityEstimate;
  /** Relative median poverty gap, share of the threshold. */
  readonly gap: InequalityEstimate;
  /** 0 to 1. */
  readonly gini: InequalityEstimate;
  /** S80/S20. */
  readonly quintileRatio: InequalityEstimate;
}

export interface InequalityOptions extends PovertyOptions {
  /** Confidence; 0.95 when left out. */
  readonly level?: number;
}

/**
 * Poverty and inequality of equivalised incomes, each with its design-based error. With a group, rate and gap are
 * of the group against everyone's threshold, Gini and quintile ratio within the group.
 *
 * @agrees R laeken (values), tests/reference; errors agree with bootstrap replicates in large samples
 */
export function estimateInequality(
  sample: Design | ReplicateDesign,
  { values }: Measurement,
  { level = 0.95, ...options }: InequalityOptions = {},
): Inequality {
  const { group } = options;
  const among = group ? { within: group } : {};
  const only = (estimator: Estimator, place: number): InequalityEstimate =>
    presented(sample, single(estimator, place), {}, level);
  const poverty = povertyEstimator(values, options);
  return {
    threshold: only(poverty, 0),
    rate: only(poverty, 1),
    gap: only(poverty, 2),
    gini: presented(sample, giniEstimator(values), among, level),
    quintileRatio: presented(sample, quintileRatioEstimator(values), among, level),
  };
}

function single(estimator: Estimator, place: number): Estimator {
  return {
    names: [estimator.names[place]!],
    usable: estimator.usable,
    valueAt: (weights) => estimator.valueAt(weights).slice(place, place + 1),
    scoresAt: (weights) => estimator.scoresAt(weights).slice(place, place + 1),
  };
}

function presented(
  sample: Design | ReplicateDesign,
  estimator: Estimator,
  options: { readonly within?: Uint8Array },
  level: number,
): InequalityEstimate {
  const { values, covariance, degreesOfFreedom, respondents, reason } = estimateFrom(
    sample,
    estimator,
    options,
  );
  const [value, error] = [values[0]!, Math.sqrt(covariance[0]![0]!)];
  if (reason)
    return { value: null, standardError: null, interval: null, degreesOfFreedom, respondents, reason };
  return {
    value,
    standardError: known(error),
    interval: tLimits(value, error, tFor(level, degreesOfFreedom)),
    degreesOfFreedom,
    respondents,
  };
}
