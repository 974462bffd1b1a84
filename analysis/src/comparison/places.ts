import type { CrossingDomains, DimensionId, Lattice } from "../lattice/index.ts";
import type { Composition } from "./composition.ts";

/** Where the respondents of the population live: municipalities and their groups as in the tables. */
export interface Places {
  /** By row: place of the municipality; the count itself for who lives in none of them; -1 outside the population. */
  readonly of: Int32Array;
  readonly municipalities: readonly string[];
  readonly groups: readonly string[];
  /** By municipality: place of its group; -1 without one. */
  readonly groupOf: Int32Array;
}

/** Of what kind people are, in which the populations of places differ. */
const composedOf = ["citizenship-group", "sex", "age", "ground"] as const;

/** Undefined where the instrument does not ask where people live. */
export function placesOf(lattice: Lattice, crossings: readonly CrossingDomains[]): Places | undefined {
  const [country, lives, grouped] = [
    alone(crossings),
    alone(crossings, "municipality"),
    alone(crossings, "municipality-group"),
  ];
  if (!country || !lives) return undefined;
  const groups = (grouped?.codes ?? []).map(([code = ""]) => code);
  const own = lattice.dimensions.find(({ id }) => id === "municipality")?.codes ?? [];
  return {
    of: lives.of.map((place, row) => (country.of[row]! < 0 ? -1 : place < 0 ? lives.count : place)),
    municipalities: lives.codes.map(([code = ""]) => code),
    groups,
    groupOf: Int32Array.from(own, ({ group }) => groups.indexOf(group ?? "")),
  };
}

/** The cells of one dimension alone; of the country without one. */
export function alone(
  crossings: readonly CrossingDomains[],
  dimension?: DimensionId,
): CrossingDomains | undefined {
  return crossings.find(({ crossing }) => crossing.join() === (dimension ?? ""));
}

/** Citizenship, sex, age and ground of stay, as far as they are asked. */
export function compositionOf(crossings: readonly CrossingDomains[]): Composition {
  const known = composedOf.flatMap((id) => alone(crossings, id) ?? []);
  return {
    ids: known.map(({ crossing }) => crossing.join()),
    codes: known.map(({ of }) => of),
    counts: known.map(({ count }) => count),
  };
}
