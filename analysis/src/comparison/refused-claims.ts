import type { WorkingTables } from "../lattice/index.ts";
import type { Refusal } from "../weighting/index.ts";

/**
 * Tables without what may not be said: while a required stratum has too few respondents, only municipalities and their
 * groups keep their figures, and nothing is compared with the country.
 */
export function withoutRefusedClaims(tables: WorkingTables, refusals: readonly Refusal[]): WorkingTables {
  if (!refusals.some(({ claim }) => claim === "national")) return tables;
  return {
    ...tables,
    crossings: tables.crossings.map((one) =>
      one.crossing.includes("municipality") || one.crossing.includes("municipality-group")
        ? one
        : { ...one, cells: one.cells.map((row) => row.map(() => null)) },
    ),
  };
}
