import { chiSquare } from "../numerics/index.ts";
import {
  type FactorAnalysis,
  type FactorAnalysisOptions,
  fitFactors,
  prepareAnswers,
  requireEnoughItems,
} from "./factor-analysis.ts";
import type { ItemAnswers } from "./factor-items.ts";
import type { Factor } from "./factor-model.ts";
import { type NotEstimable, orNotEstimable } from "./not-estimable.ts";

/** What it costs in fit to hold more parameters equal. */
export interface FitDifference {
  readonly chisq: number;
  readonly df: number;
  readonly pValue: number;
  readonly cfi: number;
  readonly rmsea: number;
  readonly srmr: number;
}

/** Three models of the same items in several groups, each with more in common. */
export interface InvarianceTest {
  readonly estimable: true;
  readonly configural: FactorAnalysis;
  readonly metric: FactorAnalysis;
  readonly scalar: FactorAnalysis;
  readonly metricAgainstConfigural: FitDifference;
  readonly scalarAgainstMetric: FitDifference;
}

export interface InvarianceOptions
  extends Pick<FactorAnalysisOptions, "missing" | "heywood" | "identification" | "search"> {
  readonly groups: { readonly of: Int32Array; readonly names: readonly string[] };
}

/**
 * Whether items measure the same in several groups: configural (same items), metric (same loadings) and scalar (same
 * intercepts too), by likelihood-ratio tests and differences of fit indices.
 *
 * @source Meredith (1993), Measurement invariance, factor analysis and factorial invariance, Psychometrika 58
 * @agrees R lavaan::cfa(group =, group.equal =)
 */
export function testInvariance(
  answers: ItemAnswers,
  factors: readonly Factor[],
  options: InvarianceOptions,
): InvarianceTest | NotEstimable {
  return orNotEstimable(() => {
    requireEnoughItems(factors);
    const prepared = prepareAnswers(answers, options);
    const fitted = (invariance: "configural" | "metric" | "scalar") =>
      fitFactors(answers, factors, { identification: "marker", ...options, invariance }, prepared);
    const [configural, metric, scalar] = [fitted("configural"), fitted("metric"), fitted("scalar")];
    return {
      estimable: true,
      configural,
      metric,
      scalar,
      metricAgainstConfigural: difference(configural, metric),
      scalarAgainstMetric: difference(metric, scalar),
    };
  });
}

function difference({ fit: freer }: FactorAnalysis, { fit: stricter }: FactorAnalysis): FitDifference {
  const [chisq, df] = [stricter.chisq - freer.chisq, stricter.df - freer.df];
  return {
    chisq,
    df,
    pValue: chiSquare.upper(Math.max(chisq, 0), df),
    cfi: stricter.cfi - freer.cfi,
    rmsea: stricter.rmsea.value - freer.rmsea.value,
    srmr: stricter.srmr - freer.srmr,
  };
}
