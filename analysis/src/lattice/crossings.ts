import type { Domains } from "../estimation/index.ts";
import type { DimensionCodes } from "./dimension-codes.ts";
import { type Crossing, type DimensionId, type Lattice, outsidePopulation } from "./lattice.ts";

/** The cells of a crossing, with the cell of each respondent. */
export interface CrossingDomains extends Domains {
  readonly crossing: Crossing;
  /** Codes of each cell, one per dimension of the crossing. */
  readonly codes: readonly (readonly string[])[];
}

/** The country, every dimension alone, and the pairs, as far as the instrument asks about their dimensions. */
export function crossingsOf(lattice: Lattice, asked: DimensionCodes): Crossing[] {
  const alone = lattice.dimensions.map(({ id }): Crossing => [id]);
  return [[], ...alone, ...lattice.pairs].filter((crossing) => crossing.every((id) => asked.has(id)));
}

/**
 * The cells of one crossing: all combinations of codes, the last dimension the quickest. Who has no code in one of
 * the dimensions is in no cell (-1).
 *
 * @param inside by row: 1 for who belongs to the population. The country is they; the others are in the cells outside it
 */
export function cellsOfCrossing(
  crossing: Crossing,
  lattice: Lattice,
  asked: DimensionCodes,
  inside: Uint8Array,
): CrossingDomains {
  const of = new Int32Array(inside.length);
  const counted = crossing.includes(outsidePopulation) ? 0 : 1;
  for (let row = 0; row < of.length; row++) of[row] = inside[row] === counted ? 0 : -1;
  let codes: (readonly string[])[] = [[]];
  for (const id of crossing) {
    const own = codesOf(id, lattice);
    const places = asked.get(id);
    for (let row = 0; row < of.length; row++) {
      const place = places?.[row] ?? -1;
      of[row] = of[row]! < 0 || place < 0 ? -1 : of[row]! * own.length + place;
    }
    codes = codes.flatMap((before) => own.map((code) => [...before, code]));
  }
  return { crossing, of, count: codes.length, codes };
}

function codesOf(id: DimensionId, { dimensions }: Lattice): string[] {
  return dimensions.find((dimension) => dimension.id === id)?.codes.map(({ code }) => code) ?? [];
}
