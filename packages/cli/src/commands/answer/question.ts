import type { Crossing, DimensionId } from "@tiltas/analysis/lattice";
import { crossingName } from "@tiltas/analysis/lattice";
import type { ReleaseReading } from "@tiltas/analysis/release";
import { CommandError } from "../../terminal/index.ts";

/** One cell that is asked about: a crossing and its codes; the country is the crossing of nothing. */
export interface Place {
  readonly crossing: Crossing;
  readonly domain: readonly string[];
}

/**
 * Reads "municipality=13", or "municipality-group=south;sex=female", in the order of the lattice.
 *
 * @returns undefined for a cut that the release does not have
 * @throws CommandError for a dimension or code that there is not
 */
export function placeIn({ release, codes }: ReleaseReading, words: string | undefined): Place | undefined {
  const pairs = (words ?? "")
    .split(";")
    .flatMap((pair) => (pair.trim() === "" ? [] : [pair.trim().split("=")]));
  const asked = new Map(pairs.map(([id = "", code = ""]) => [id.trim(), code.trim()]));
  const known = release.lattice.dimensions.map(({ id }) => id);
  for (const [id, code] of asked) {
    const dimension = known.find((one) => one === id);
    if (dimension === undefined)
      throw new CommandError(`Figures are not cut by "${id}". They are cut by: ${known.join(", ")}.`);
    if (!codes(dimension).some((one) => one.code === code))
      throw new CommandError(
        `There is no "${code}" in "${id}". There are: ${codes(dimension)
          .map((one) => one.code)
          .join(", ")}.`,
      );
  }
  const found = release.crossings.find(
    ({ crossing }) => crossing.length === asked.size && crossing.every((id) => asked.has(id)),
  );
  return found && { crossing: found.crossing, domain: found.crossing.map((id) => asked.get(id) ?? "") };
}

/** What a place is called, or the words for the whole country. */
export function nameOf(
  { codes }: ReleaseReading,
  { crossing, domain }: Place,
  language: "lt" | "en",
): string {
  if (crossing.length === 0) return language === "lt" ? "Lietuva" : "Lithuania";
  const labelOf = (id: DimensionId, code: string) =>
    codes(id).find((one) => one.code === code)?.label[language] ?? code;
  return crossing.map((id, at) => labelOf(id, domain[at] ?? "")).join(", ");
}

/** Cells of one cut share nobody; a municipality and groups of them, and the country, hold each other whole or not at all. */
export function isComparable({ crossing: one }: Place, { crossing: other }: Place): boolean {
  const levels = [one, other].map((crossing) => crossing.join());
  const ofPlaces = levels.every((level) => level === "municipality" || level === "municipality-group");
  return levels[0] === levels[1] || ofPlaces || (levels.includes("") && one.length + other.length === 1);
}

/** How far the errors of two places hang together; 0 where the release says nothing. */
export function correlationOf(
  { release }: ReleaseReading,
  measure: number,
  one: Place,
  other: Place,
): number {
  const places = ({ crossing, domain }: Place) =>
    release.crossings
      .find((table) => crossingName(table.crossing) === crossingName(crossing))
      ?.domains.findIndex((codes) => codes.join() === domain.join()) ?? -1;
  const [a, b] = [places(one), places(other)];
  for (const { measure: of, crossing, other: beside, pairs } of release.correlations) {
    if (of !== measure) continue;
    const straight = crossing.join() === one.crossing.join() && beside.join() === other.crossing.join();
    const turned = crossing.join() === other.crossing.join() && beside.join() === one.crossing.join();
    const found = pairs.find(
      ([first, second]) =>
        (straight && first === a && second === b) || (turned && first === b && second === a),
    );
    if (found) return found[2] / 1_000;
  }
  return 0;
}
