import type { Crossing } from "../lattice/index.ts";

/** Two figures put beside each other, before disclosure control: which is shown only where both figures are. */
export interface WorkingComparison {
  /**
   * change: this wave less the wave before, in the same domain · rest: a domain less everybody else of the country ·
   * country: a domain less the country that holds it · group: a municipality less the group that holds it.
   */
  readonly kind: "change" | "rest" | "country" | "group";
  /** Index into the measures of the tables. */
  readonly measure: number;
  readonly crossing: Crossing;
  readonly domain: readonly string[];
  /** In the unit of the measure: this minus the other. */
  readonly difference: number;
  readonly standardError: number | null;
  readonly degreesOfFreedom: number;
  /** 95 % interval of the difference alone, without multiplicity control. */
  readonly low: number | null;
  readonly high: number | null;
  /** Two-sided, of this comparison alone; null where tests are off. */
  readonly p: number | null;
  /** After multiplicity control over its family; null where tests are off. */
  readonly adjustedP: number | null;
  /** The difference between groups of the same composition; null where it cannot be estimated. */
  readonly compositionAdjusted: number | null;
  /** Smallest true difference that this sample had four chances in five to see; null without a standard error. */
  readonly detectable: number | null;
  readonly verdict: "better" | "worse" | "higher" | "lower" | "cannot-be-told-apart" | "tests-off";
  /** kind "change": the figure of the wave before, which is shown by it; null for other kinds. */
  readonly before: { readonly respondents: number; readonly effectiveRespondents: number | null } | null;
}

/** How far the figures of two domains hang together: their errors share people, or the totals that weights meet. */
export interface Correlations {
  readonly measure: number;
  readonly crossing: Crossing;
  /** The other crossing: the same, or the groups of municipalities beside the municipalities. */
  readonly other: Crossing;
  /** Place of the domain in each crossing and the correlation in thousandths; pairs that are not here have less than 0.005. */
  readonly pairs: readonly (readonly [number, number, number])[];
}

export interface WorkingComparisons {
  readonly comparisons: readonly WorkingComparison[];
  readonly correlations: readonly Correlations[];
}
