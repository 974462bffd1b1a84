import type { Crossing } from "../lattice/index.ts";

/** A figure that may be shown; rounded to six decimals. */
export interface ReleasedFigure {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly standardError: number | null;
  readonly degreesOfFreedom: number;
  readonly respondents: number;
  readonly effectiveRespondents: number | null;
  readonly designEffect: number | null;
  readonly itemNonresponse: number;
  readonly prorated: number | null;
  /** A wide interval or a large standard error, by the thresholds of the policy; absent otherwise. */
  readonly lowPrecision?: true;
}

export type ReleasedCell =
  | ({ readonly state: "published" | "few-observations" } & ReleasedFigure)
  /** Fewer than 20 respondents, or fewer than 12 effective: not precise enough, nothing to protect. Mark `·`. */
  | { readonly state: "too-few" }
  /** Hidden to protect people. Mark `··`. */
  | { readonly state: "protected" }
  /** The indicator is by definition not about this domain. */
  | { readonly state: "left-out" }
  /** Its lowest rung is above this crossing, or the municipality speaks through its group. */
  | { readonly state: "not-shown-here" }
  | { readonly state: "not-estimable"; readonly reason: "no-estimate" | "nonresponse" };

export interface ReleasedCrossing {
  readonly crossing: Crossing;
  readonly domains: readonly (readonly string[])[];
  /** By measure, by domain. */
  readonly cells: readonly (readonly ReleasedCell[])[];
}

/** Two figures put beside each other: both are shown, and what was said is all that is said. */
export interface ReleasedComparison {
  readonly kind: "change" | "rest" | "country" | "group";
  /** Index into `measures`. */
  readonly measure: number;
  readonly crossing: Crossing;
  readonly domain: readonly string[];
  /** In the unit of the measure: this minus the other. */
  readonly difference: number;
  readonly low: number | null;
  readonly high: number | null;
  /** After multiplicity control; null where tests are off (quota and open samples). */
  readonly adjustedP: number | null;
  /** The difference between groups of the same composition; null where it cannot be estimated. */
  readonly compositionAdjusted: number | null;
  /** Smallest true difference that this sample had four chances in five to see; null without a standard error. */
  readonly detectable: number | null;
  readonly verdict: "better" | "worse" | "higher" | "lower" | "cannot-be-told-apart" | "tests-off";
}
