import type { ItemAnswers } from "./factor-items.ts";
import { gradedErrors } from "./graded-errors.ts";
import { normalGrid } from "./graded-expectation.ts";
import type { GradedItem } from "./graded-item.ts";
import { maximiseGraded } from "./graded-maximum.ts";
import { type AnswerPatterns, answerPatterns } from "./graded-patterns.ts";
import { type NotEstimable, NotEstimableError, orNotEstimable } from "./not-estimable.ts";

/** How one item separates people along the trait. */
export interface GradedItemEstimate {
  readonly name: string;
  /** Codes of the answers in order. */
  readonly codes: readonly number[];
  /** Per standard deviation of the trait, on the logit scale. */
  readonly slope: number;
  /** By boundary between categories: P(at least this category) = logistic(slope · trait + intercept). */
  readonly intercepts: readonly number[];
  /** Trait at which a boundary is crossed by half: −intercept / slope. */
  readonly thresholds: readonly number[];
  readonly standardErrors?: { readonly slope: number; readonly intercepts: readonly number[] };
}

export interface GradedResponse {
  readonly estimable: true;
  readonly items: readonly GradedItemEstimate[];
  readonly logLikelihood: number;
  readonly parameters: number;
  readonly respondents: number;
  /** Rounds of the search. */
  readonly cycles: number;
}

export interface GradedResponseOptions {
  /** Equally spaced abilities, 81 unless said. */
  readonly nodes?: number;
  /** The largest ability, 6 standard deviations unless said. */
  readonly limit?: number;
}

/** Slopes beyond this mean that an item separates people perfectly, as no survey item does. */
const STEEPEST = 30;

/**
 * Graded response model by marginal maximum likelihood (two categories: the two-parameter logistic model). The trait is
 * standard normal; missing answers are skipped. Categories are the codes that occur.
 *
 * @param answers  by item ordered codes, NaN where missing
 * @returns        slopes and intercepts (logits) with standard errors, or why not
 * @source Samejima (1969), Psychometrika Monograph 17; Bock & Aitkin (1981), Psychometrika 46
 * @agrees R mirt::mirt(itemtype = "graded")
 */
export function fitGradedResponse(
  answers: ItemAnswers,
  { nodes = 81, limit = 6 }: GradedResponseOptions = {},
): GradedResponse | NotEstimable {
  return orNotEstimable(() => {
    if (answers.names.length < 2)
      throw new NotEstimableError(
        "too-few-items",
        "One item alone does not show a trait. Give at least three.",
      );
    const patterns = answerPatterns(answers);
    const quadrature = normalGrid(nodes, limit);
    const { items, logLikelihood, cycles } = maximiseGraded(startingItems(patterns), patterns, quadrature);
    const turned = facingUp(items);
    requirePossible(turned, patterns);
    const errors = gradedErrors(turned, patterns, quadrature);
    return {
      estimable: true,
      items: turned.map((item, j) => itemEstimate(item, patterns, j, errors?.[j])),
      logLikelihood,
      parameters: patterns.codes.reduce((sum, codes) => sum + codes.length, 0),
      respondents: patterns.respondents,
      cycles,
    };
  });
}

function itemEstimate(
  { slope, intercepts }: GradedItem,
  patterns: AnswerPatterns,
  item: number,
  errors: Float64Array | undefined,
): GradedItemEstimate {
  return {
    name: patterns.names[item]!,
    codes: patterns.codes[item]!,
    slope,
    intercepts: [...intercepts],
    thresholds: Array.from(intercepts, (intercept) => -intercept / slope),
    ...(errors && { standardErrors: { slope: errors[0]!, intercepts: [...errors.subarray(1)] } }),
  };
}

/** Slopes of one and the logits of the shares of answers at or above each category. */
function startingItems({ codes, categories, counts }: AnswerPatterns): GradedItem[] {
  return codes.map((own, item) => {
    const shares = new Float64Array(own.length);
    counts.forEach((count, pattern) => {
      const category = categories[pattern * codes.length + item]!;
      if (category >= 0) shares[category] = shares[category]! + count;
    });
    const total = shares.reduce((sum, share) => sum + share, 0);
    const intercepts = Float64Array.from({ length: own.length - 1 }, (_, k) => {
      const above = shares.subarray(k + 1).reduce((sum, share) => sum + share, 0) / total;
      return 1.2 * Math.log(above / (1 - above));
    });
    return { slope: 1, intercepts };
  });
}

/** The trait points where most slopes point. */
function facingUp(items: readonly GradedItem[]): readonly GradedItem[] {
  const sum = items.reduce((total, { slope }) => total + slope, 0);
  return sum >= 0 ? items : items.map(({ slope, intercepts }) => ({ slope: -slope, intercepts }));
}

function requirePossible(items: readonly GradedItem[], { names }: AnswerPatterns): void {
  const steep = items.findIndex(({ slope }) => Math.abs(slope) > STEEPEST);
  if (steep >= 0)
    throw new NotEstimableError(
      "heywood-case",
      `"${names[steep]}" separates people without exception, so its slope grows without end. Leave the item out, or the item that copies it.`,
    );
}
