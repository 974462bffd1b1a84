import { chiSquare } from "../numerics/index.ts";
import type { MomentBlock } from "./factor-items.ts";
import { matricesOf } from "./factor-matrices.ts";
import type { FactorModel } from "./factor-model.ts";
import { type Rmsea, rmseaOf } from "./factor-rmsea.ts";
import { independenceLogLikelihood, type Saturated } from "./factor-saturated.ts";

/** How well a factor model reproduces means and covariances. */
export interface FactorFit {
  readonly parameters: number;
  readonly chisq: number;
  readonly df: number;
  /** Undefined without degrees of freedom: such a model fits anything. */
  readonly pValue: number | undefined;
  readonly baselineChisq: number;
  readonly baselineDf: number;
  readonly cfi: number;
  readonly tli: number;
  readonly rmsea: Rmsea;
  readonly srmr: number;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  readonly respondents: number;
}

/**
 * Chi-square against the saturated model, and the indices made from it.
 *
 * @source Bentler (1990), Psychological Bulletin 107 (CFI); Tucker & Lewis (1973), Psychometrika 38; Steiger (1990); Bentler (1995), EQS manual (SRMR)
 * @agrees R lavaan::fitMeasures
 */
export function fitOf(
  model: FactorModel,
  theta: Float64Array,
  logLikelihood: number,
  blocks: readonly MomentBlock[],
  saturated: readonly Saturated[],
): FactorFit {
  const p = model.items.length;
  const respondents = blocks.reduce((sum, block) => sum + block.respondents, 0);
  const best = saturated.reduce((sum, group) => sum + group.logLikelihood, 0);
  const moments = model.groups * ((p * (p + 1)) / 2 + (model.meanStructure ? p : 0));
  const df = moments - model.parameters;
  const chisq = df === 0 ? 0 : Math.max(2 * (best - logLikelihood), 0);
  const baselineChisq = Math.max(2 * (best - unrelated(blocks, model.groups, p)), 0);
  const baselineDf = (model.groups * p * (p - 1)) / 2;
  return {
    parameters: model.parameters,
    chisq,
    df,
    pValue: df === 0 ? undefined : chiSquare.upper(chisq, df),
    baselineChisq,
    baselineDf,
    cfi: comparativeFit(chisq - df, baselineChisq - baselineDf),
    tli: df === 0 ? 1 : (baselineChisq / baselineDf - chisq / df) / (baselineChisq / baselineDf - 1),
    rmsea: rmseaOf(chisq, df, respondents, model.groups),
    srmr: standardisedResidual(model, theta, blocks, saturated),
    logLikelihood,
    aic: -2 * logLikelihood + 2 * model.parameters,
    bic: -2 * logLikelihood + Math.log(respondents) * model.parameters,
    respondents,
  };
}

/** Log-likelihood with unrelated items, groups summed. */
function unrelated(blocks: readonly MomentBlock[], groups: number, items: number): number {
  const ofGroup = (group: number) => blocks.filter((block) => block.group === group);
  return Array.from({ length: groups }, (_, group) =>
    independenceLogLikelihood(ofGroup(group), items),
  ).reduce((sum, own) => sum + own, 0);
}

function comparativeFit(lack: number, baselineLack: number): number {
  const most = Math.max(lack, baselineLack, 0);
  return most < 1.5e-8 ? 1 : 1 - Math.max(lack, 0) / most;
}

/** Root mean square of standardised residual covariances (and means), groups weighted by their respondents. */
function standardisedResidual(
  model: FactorModel,
  theta: Float64Array,
  blocks: readonly MomentBlock[],
  saturated: readonly Saturated[],
): number {
  const total = blocks.reduce((sum, block) => sum + block.respondents, 0);
  return saturated.reduce((sum, observed, group) => {
    const own = blocks
      .filter((block) => block.group === group)
      .reduce((n, block) => n + block.respondents, 0);
    return sum + (own / total) * residualOfGroup(model, theta, group, observed);
  }, 0);
}

function residualOfGroup(
  model: FactorModel,
  theta: Float64Array,
  group: number,
  observed: Saturated,
): number {
  const p = model.items.length;
  const implied = matricesOf(model, theta, group);
  const variance = (i: number) => observed.covariance[i * p + i]!;
  let squares = 0;
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++)
      squares +=
        (observed.covariance[i * p + j]! - implied.covariance[i * p + j]!) ** 2 / (variance(i) * variance(j));
    if (model.meanStructure) squares += (observed.mean[i]! - implied.mean[i]!) ** 2 / variance(i);
  }
  return Math.sqrt(squares / ((p * (p + 1)) / 2 + (model.meanStructure ? p : 0)));
}
