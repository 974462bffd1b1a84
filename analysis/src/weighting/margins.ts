import type { DesignRole } from "@tiltas/instrument/definition";
import type { Sentence } from "./margins-problem.ts";

/** How far a count can be trusted. The last two serve synthetic studies only. */
export const confidences = [
  "official",
  "official-rounded",
  "press",
  "press-rounded",
  "derived",
  "memory",
  "invented",
] as const;
export type Confidence = (typeof confidences)[number];

export const dimensions: readonly DesignRole[] = [
  "municipality",
  "citizenship",
  "sex",
  "age",
  "residence-ground",
];

/** One category of a margin, or one joint category such as Ukrainian women. */
export interface MarginCell {
  /** Codes as text, in the order of the margin's dimensions. */
  readonly codes: readonly string[];
  /** People, scaled to the declared total. */
  readonly count: number;
  /** Line of the margins file. */
  readonly line: number;
}

/** The population counted by one dimension or by several crossed. */
export interface Margin {
  readonly id: string;
  readonly dimensions: readonly DesignRole[];
  readonly cells: readonly MarginCell[];
  readonly referenceDate: string;
  readonly confidences: readonly Confidence[];
  readonly sources: readonly string[];
  /** Sum of the counts as given (after a stated universe factor), before scaling. */
  readonly givenTotal: number;
  /** (givenTotal − total) / total: how far this margin was from the declared total. */
  readonly gap: number;
  /** Stated factors other than 1 by which counts of another universe were converted; left out: none. */
  readonly factors?: readonly number[];
}

/** Population margins of one universe, all scaled to one total. */
export interface Margins {
  readonly total: number;
  readonly margins: readonly Margin[];
  /** True when a count is from memory or invented: for synthetic studies only. */
  readonly demonstration: boolean;
  /** Sentences for the person who weights: gaps that were scaled away, factors, differing dates. */
  readonly notes: readonly Sentence[];
}

/** `citizenship=ukr;sex=female`, as the margins file writes it. */
export function cellName({ dimensions }: Pick<Margin, "dimensions">, codes: readonly string[]): string {
  return dimensions.map((dimension, i) => `${dimension}=${codes[i] ?? ""}`).join(";");
}
