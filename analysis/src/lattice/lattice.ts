import { z } from "zod";

const Text = z.record(z.string(), z.string().min(1));

/** By what figures may be cut. The country is the crossing of no dimension. */
export const dimensionIds = [
  "municipality-group",
  "municipality",
  "citizenship-group",
  "ground",
  "sex",
  "age",
  "cohort",
  "language",
  "mode",
  "channel",
  "outside-population",
] as const;
export const DimensionId = z.enum(dimensionIds);
export type DimensionId = z.infer<typeof DimensionId>;

/** One category of a dimension and the answers it gathers. */
export const DimensionCode = z.strictObject({
  code: z.string().min(1),
  label: Text,
  /** Codes of the item (or language, mode, kind of channel) that belong here; its own code when left out. */
  holds: z.array(z.union([z.string(), z.int()])).optional(),
  /** For numbers such as age or year of arrival: from included, to included. */
  from: z.number().optional(),
  to: z.number().optional(),
  /** municipality: the group it belongs to. */
  group: z.string().optional(),
});
export type DimensionCode = z.infer<typeof DimensionCode>;

export const Dimension = z.strictObject({
  id: DimensionId,
  label: Text,
  /** Items it is read from, the first that the instrument has; absent where it follows from a role or from the response itself. */
  items: z.array(z.string()).optional(),
  codes: z.array(DimensionCode).min(1),
});
export type Dimension = z.infer<typeof Dimension>;

/**
 * All cells in which figures of a wave may be shown: fixed before the wave, the same for every output.
 * What is not in the list of crossings is not computed; what is refused says why.
 */
export const Lattice = z.strictObject({
  number: z.int().min(1),
  dimensions: z.array(Dimension).min(1),
  /** Pairs of dimensions; each dimension alone, and the country, are always there. */
  pairs: z.array(z.tuple([DimensionId, DimensionId])),
  refused: z.array(z.strictObject({ dimensions: z.array(DimensionId).min(2), why: Text })),
  /** Fewest respondents with whom a municipality stands alone; below that two waves are pooled, then its group speaks. */
  ladder: z.strictObject({
    single: z.int().min(1),
    pooled: z.int().min(1),
    group: z.int().min(1),
  }),
});
export type Lattice = z.infer<typeof Lattice>;

/**
 * People whom the margins do not count, such as applicants for asylum: asked, told apart, and part of no other cell. They
 * are not weighted to anything, so nothing is said of how many they are, nor of change.
 */
export const outsidePopulation = "outside-population" satisfies DimensionId;

/** A crossing by the ids of its dimensions; [] is the country. Written `a × b` in files: ids joined by " × ". */
export type Crossing = readonly DimensionId[];

export const crossingName = (crossing: Crossing): string => crossing.join(" × ");
