import type { IndicatorEstimate } from "../indicators/index.ts";
import type { Crossing, Lattice } from "./lattice.ts";

/** A cell before disclosure control: never written anywhere but into files marked "not released". */
export interface WorkingCell extends IndicatorEstimate {
  /** Unweighted respondents whose answers count in the base (for a roster: members). */
  readonly base: number;
  /** Distinct respondents (households, for members of a roster) behind them. */
  readonly households: number;
  /** Sum of final weights over the base. */
  readonly weightedBase: number;
  /** Unweighted respondents with the trait; null where there is no numerator (means, medians, survival). */
  readonly numerator: number | null;
  /** True where the column is by definition not about these people. */
  readonly leftOut?: boolean;
}

/** What a row of cells is about: an indicator, or a part of one ("inf.02, channel-3"). */
export interface TableMeasure {
  /** "mun.01", or "idx.12, economic" for a part. */
  readonly id: string;
  readonly indicator: string;
  /** null for the indicator itself. */
  readonly part: string | null;
  /** Indicators over the same people share this key, and with it one mask per crossing. */
  readonly universe: string;
  /** Lowest rung of the ladder at which it is shown. */
  readonly lowest: "country" | "municipality-group" | "municipality";
  /** Special category of personal data, or likely to harm: stricter rules. */
  readonly sensitive: boolean;
}

/** All measures in all cells of one crossing. */
export interface WorkingCrossing {
  readonly crossing: Crossing;
  /** Codes of each cell, one per dimension of the crossing; the country has one cell with no codes. */
  readonly domains: readonly (readonly string[])[];
  /** By measure (in the order of `WorkingTables.measures`), by domain. null: not estimated here, as below the lowest rung. */
  readonly cells: readonly (readonly (WorkingCell | null)[])[];
}

/** How far down the ladder a municipality came. */
export interface Rung {
  readonly municipality: string;
  readonly group: string | null;
  readonly stands: "single" | "pooled" | "group";
  /** Respondents of this wave; never leaves the working files. */
  readonly respondents: number;
}

/** Working estimates of one wave over its whole lattice. */
export interface WorkingTables {
  readonly wave: string;
  readonly lattice: Lattice;
  readonly measures: readonly TableMeasure[];
  readonly crossings: readonly WorkingCrossing[];
  readonly ladder: readonly Rung[];
}
