import { climbAsLavaan } from "./factor-as-lavaan.ts";
import { climb } from "./factor-ascent.ts";
import { type FactorFit, fitOf } from "./factor-fit.ts";
import {
  type ItemAnswers,
  type MissingRule,
  type MomentBlock,
  momentBlocks,
  requireTogether,
  requireVariation,
} from "./factor-items.ts";
import { type Factor, type Identification, type Invariance, layOutModel } from "./factor-model.ts";
import { improperNames, type ParameterEstimate, parameterEstimates } from "./factor-parameters.ts";
import { type Saturated, saturatedModel } from "./factor-saturated.ts";
import { startingValues } from "./factor-start.ts";
import { parameterCovariance } from "./factor-uncertainty.ts";
import { type NotEstimable, NotEstimableError, orNotEstimable } from "./not-estimable.ts";

export interface FactorAnalysisOptions {
  readonly identification?: Identification;
  /** "listwise" (the default) keeps complete answers, "fiml" uses everything that was answered. */
  readonly missing?: MissingRule;
  readonly groups?: { readonly of: Int32Array; readonly names: readonly string[] };
  /** Between groups; "configural" unless said. */
  readonly invariance?: Invariance;
  /** Means in the model; always with several groups or "fiml". */
  readonly meanStructure?: boolean;
  /** A negative variance: "refuse" (the default) or "report" the numbers and name the items. */
  readonly heywood?: "refuse" | "report";
  /**
   * "maximum" (the default), or "as-lavaan": the search that lavaan makes, which stops up to 1e-5 relative before the
   * maximum; only for comparison with numbers made there.
   */
  readonly search?: "maximum" | "as-lavaan";
}

/** A fitted confirmatory factor model. */
export interface FactorAnalysis {
  readonly estimable: true;
  readonly fit: FactorFit;
  readonly parameters: readonly ParameterEstimate[];
  /** Items or factors with a negative variance, by name. */
  readonly improper: readonly string[];
  readonly iterations: number;
}

/**
 * Confirmatory factor analysis by maximum likelihood, items treated as continuous: every item on one factor, factors
 * correlated. Unweighted: a pilot's working estimate, not a design-based one.
 *
 * @param answers  by item one number per respondent, NaN where missing
 * @param factors  which items measure what; the first item is the marker, and its loading is positive
 * @returns        loadings, variances, intercepts (units of the items) with standard errors, and fit; or why not
 * @source Jöreskog (1969), A general approach to confirmatory maximum likelihood factor analysis, Psychometrika 34
 * @agrees R lavaan::cfa
 */
export function analyseFactors(
  answers: ItemAnswers,
  factors: readonly Factor[],
  options: FactorAnalysisOptions = {},
): FactorAnalysis | NotEstimable {
  return orNotEstimable(() => analyse(answers, factors, options));
}

/** All items on one factor. @see analyseFactors */
export function analyseOneFactor(
  answers: ItemAnswers,
  options: FactorAnalysisOptions = {},
): FactorAnalysis | NotEstimable {
  return analyseFactors(answers, [{ name: "f", items: answers.names }], options);
}

/** The answers as far as several models of the same items share them. */
export interface PreparedAnswers {
  readonly blocks: readonly MomentBlock[];
  readonly saturated: readonly Saturated[];
  readonly groupNames: readonly string[];
}

export function prepareAnswers(answers: ItemAnswers, options: FactorAnalysisOptions): PreparedAnswers {
  const groupNames = options.groups?.names ?? ["all"];
  const blocks = momentBlocks(answers, options.groups?.of, options.missing ?? "listwise");
  requireVariation(answers, blocks, groupNames);
  const saturated = groupNames.map((_, group) => {
    const own = blocks.filter((block) => block.group === group);
    requireTogether(answers.names, own);
    return saturatedModel(own, answers.names.length);
  });
  return { blocks, saturated, groupNames };
}

function analyse(
  answers: ItemAnswers,
  factors: readonly Factor[],
  options: FactorAnalysisOptions,
): FactorAnalysis {
  requireEnoughItems(factors);
  return fitFactors(answers, factors, options, prepareAnswers(answers, options));
}

/** One model on answers already prepared. @throws NotEstimableError */
export function fitFactors(
  answers: ItemAnswers,
  factors: readonly Factor[],
  options: FactorAnalysisOptions,
  { blocks, saturated, groupNames }: PreparedAnswers,
): FactorAnalysis {
  const model = layOutModel(answers.names, factors, {
    groups: groupNames.length,
    meanStructure: options.meanStructure ?? (groupNames.length > 1 || options.missing === "fiml"),
    identification: options.identification ?? "unit-variance",
    invariance: options.invariance ?? "configural",
  });
  const early = options.search === "as-lavaan" ? climbAsLavaan(model, saturated, blocks) : undefined;
  const maximum = early ?? climb(model, startingValues(model, saturated), blocks);
  const improper = improperNames(model, maximum.theta);
  if (improper.length > 0 && options.heywood !== "report") throw improperSolution(improper);
  return {
    estimable: true,
    fit: fitOf(model, maximum.theta, maximum.logLikelihood, blocks, saturated),
    parameters: parameterEstimates(
      model,
      maximum.theta,
      groupNames,
      parameterCovariance(model, maximum, blocks, options.missing ?? "listwise"),
    ),
    improper,
    iterations: maximum.iterations,
  };
}

/** @throws NotEstimableError */
export function requireEnoughItems(factors: readonly Factor[]): void {
  const short = factors.find((factor) => factor.items.length < (factors.length > 1 ? 2 : 3));
  if (short)
    throw new NotEstimableError(
      "too-few-items",
      `"${short.name}" is measured by ${short.items.length} items: ${factors.length > 1 ? "a factor beside others needs at least two" : "one factor needs at least three"}. Add items that measure the same.`,
    );
}

function improperSolution(names: readonly string[]): NotEstimableError {
  return new NotEstimableError(
    "heywood-case",
    `The best fitting variance of ${names.map((name) => `"${name}"`).join(", ")} is negative (a Heywood case): too few respondents, too few items, or items that do not measure one thing. Collect more answers or leave that item out.`,
  );
}
