import {
  type Crossing,
  cellsOfCrossing,
  domainsOf,
  type Lattice,
  type WeighedPeople,
} from "../lattice/index.ts";
import type { Composition } from "./composition.ts";

/** Where the respondents of the population live, and who they are beside that. */
export interface Places {
  /** By row: place of the municipality; the count itself for who lives in none of them; -1 outside the population. */
  readonly of: Int32Array;
  readonly municipalities: readonly string[];
  readonly groups: readonly string[];
  /** By municipality: place of its group; -1 without one. */
  readonly groupOf: Int32Array;
  readonly composition: Composition;
}

/** Of what kind people are, in which the populations of places differ. */
const composedOf = ["citizenship-group", "sex", "age", "ground"] as const;

/** Undefined where the instrument does not ask where people live. */
export function placesOf(lattice: Lattice, people: WeighedPeople): Places | undefined {
  const { dataset, instrument } = people;
  const asked = domainsOf(lattice, dataset, instrument, people.inside);
  const lives = asked.get("municipality");
  if (!lives) return undefined;
  const inside = new Uint8Array(dataset.rows).fill(people.inside ? 0 : 1);
  for (const row of people.inside ?? []) inside[row] = 1;
  const codesOf = (crossing: Crossing) =>
    cellsOfCrossing(crossing, lattice, asked, inside).codes.map(([code = ""]) => code);
  const [municipalities, groups] = [codesOf(["municipality"]), codesOf(["municipality-group"])];
  const own = lattice.dimensions.find(({ id }) => id === "municipality")?.codes ?? [];
  return {
    of: lives.map((place, row) => (inside[row] === 0 ? -1 : place < 0 ? municipalities.length : place)),
    municipalities,
    groups,
    groupOf: Int32Array.from(own, ({ group }) => groups.indexOf(group ?? "")),
    composition: compositionOf(lattice, asked),
  };
}

/** Citizenship, sex, age and ground of stay, as far as they are asked. */
export function compositionOf(lattice: Lattice, asked: ReturnType<typeof domainsOf>): Composition {
  const known = composedOf.flatMap((id) => {
    const codes = asked.get(id);
    const count = lattice.dimensions.find((dimension) => dimension.id === id)?.codes.length ?? 0;
    return codes ? [{ id, codes, count }] : [];
  });
  return {
    ids: known.map(({ id }) => id),
    codes: known.map(({ codes }) => codes),
    counts: known.map(({ count }) => count),
  };
}
