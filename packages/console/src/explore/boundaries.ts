import { z } from "zod";

/** A municipality as a drawing: a path and the middle of its largest part, in units of the whole drawing. */
export interface Shape {
  readonly path: string;
  readonly middle: readonly [number, number];
}

/** Boundaries to draw: 1,000 units wide. */
export interface Boundaries {
  readonly height: number;
  readonly shapes: ReadonlyMap<string, Shape>;
}

/** Longest file that is read, in characters; a country at a scale of 1 : 250,000 is shorter. */
export const longestBoundaries = 20_000_000;

const Ring = z.array(z.tuple([z.number(), z.number()]).rest(z.number())).min(3);
const Geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), coordinates: z.array(Ring) }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(Ring)) }),
]);
const Collection = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(
    z.object({ properties: z.record(z.string(), z.unknown()).nullable(), geometry: Geometry }),
  ),
});
type Feature = z.infer<typeof Collection>["features"][number];
type Point = readonly [number, number];

/**
 * Reads a GeoJSON file of areas, in degrees or in metres. Which property names the municipality is found out: the one that
 * holds most of the given codes or names.
 *
 * @param places  code and names of each municipality
 * @returns "not-boundaries" where it is something else, "unknown-places" where no municipality is found in it
 */
export function readBoundaries(
  text: string,
  places: readonly { readonly code: string; readonly names: readonly string[] }[],
): Boundaries | "not-boundaries" | "unknown-places" {
  const read = Collection.safeParse(parsed(text));
  if (!read.success) return "not-boundaries";
  const codes = new Map(places.flatMap(({ code, names }) => [code, ...names].map((name) => [name, code])));
  const { features } = read.data;
  const property = mostTelling(features, codes);
  const areas = new Map<string, Point[][]>();
  for (const { properties, geometry } of features) {
    const code = codes.get(written(properties?.[property]));
    if (code !== undefined) areas.set(code, [...(areas.get(code) ?? []), ...ringsOf(geometry)]);
  }
  return areas.size === 0 ? "unknown-places" : drawn(areas);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const written = (value: unknown) =>
  typeof value === "number" ? String(value).padStart(2, "0") : typeof value === "string" ? value.trim() : "";

function mostTelling(features: readonly Feature[], codes: ReadonlyMap<string, string>): string {
  const names = new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})));
  const told = (name: string) =>
    new Set(features.map(({ properties }) => codes.get(written(properties?.[name])))).size;
  return [...names].sort((one, other) => told(other) - told(one))[0] ?? "";
}

function ringsOf(geometry: Feature["geometry"]): Point[][] {
  const rings = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
  return rings.map((ring) => ring.map(([x, y]): Point => [x, y]));
}

/** Degrees become as wide as they are at the middle of the drawing; metres stay as they are. */
function drawn(areas: ReadonlyMap<string, readonly Point[][]>): Boundaries {
  const points = [...areas.values()].flat(2);
  const [west, east] = ends(points.map(([x]) => x));
  const [south, north] = ends(points.map(([, y]) => y));
  const narrowing = Math.abs(east) <= 180 ? Math.cos((((north + south) / 2) * Math.PI) / 180) : 1;
  const unit = 1_000 / ((east - west) * narrowing || 1);
  const place = ([x, y]: Point): Point => [
    Math.round((x - west) * narrowing * unit * 10) / 10,
    Math.round((north - y) * unit * 10) / 10,
  ];
  const shapes = [...areas].map(
    ([code, rings]) => [code, shapeOf(rings.map((ring) => ring.map(place)))] as const,
  );
  return { height: Math.round((north - south) * unit), shapes: new Map(shapes) };
}

function shapeOf(rings: readonly Point[][]): Shape {
  const largest = [...rings].sort((one, other) => extent(other) - extent(one))[0] ?? [];
  const [left, right] = ends(largest.map(([x]) => x));
  const [top, bottom] = ends(largest.map(([, y]) => y));
  return {
    path: rings.map((ring) => `M${ring.map(([x, y]) => `${x} ${y}`).join("L")}Z`).join(""),
    middle: [(left + right) / 2, (top + bottom) / 2],
  };
}

function extent(ring: readonly Point[]): number {
  const [left, right] = ends(ring.map(([x]) => x));
  const [top, bottom] = ends(ring.map(([, y]) => y));
  return (right - left) * (bottom - top);
}

/** Least and greatest; a file may hold more numbers than a call may have arguments. */
function ends(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}
