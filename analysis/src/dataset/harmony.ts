import type { Variable } from "./dataset.ts";
import type { Take } from "./take.ts";
import type { VersionVariables } from "./version-rows.ts";

/** The variables of a dataset over several versions, and where their cells come from in each. */
export interface Harmony {
  readonly variables: readonly Variable[];
  readonly lists: ReadonlyMap<string, readonly Variable[]>;
  /** Options of drawn items, by variable name. */
  readonly drawn: readonly string[];
  /** By digest of the version. */
  readonly versions: ReadonlyMap<string, VersionTakes>;
}

export interface VersionTakes {
  readonly known: VersionVariables;
  /** By variable of the dataset. */
  readonly variables: readonly (readonly Take[])[];
  /** By list of the dataset: place of the version's list (-1 for none), and by variable its takes. */
  readonly lists: readonly { readonly list: number; readonly variables: readonly (readonly Take[])[] }[];
  /** By drawn option of the dataset: place among those of the version; -1 for none. */
  readonly drawn: readonly number[];
}
