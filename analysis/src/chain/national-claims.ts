import type { WorkingTables } from "../lattice/index.ts";
import type { WeighedWave } from "../weighting/index.ts";

/**
 * Takes out what claims to speak of the whole country where a stratum that the weighting plan requires has too few
 * respondents: the country, and every cut of it that is not by place.
 */
export function withoutRefusedClaims(
  tables: WorkingTables,
  { refusals }: Pick<WeighedWave, "refusals">,
): WorkingTables {
  if (!refusals.some(({ claim }) => claim === "national")) return tables;
  return {
    ...tables,
    crossings: tables.crossings.map((table) =>
      table.crossing.some((id) => id === "municipality" || id === "municipality-group")
        ? table
        : { ...table, cells: table.cells.map((row) => row.map(() => null)) },
    ),
  };
}
