import type { DimensionCode, DimensionId } from "../lattice/index.ts";
import { isShown, type ReleasedIndicator } from "../release/index.ts";
import type { Book } from "./book.ts";
import { compareLithuanian } from "./collation.ts";
import type { Texts } from "./texts/index.ts";

/** An indicator's label with its unit, such as `Has a written contract, %`, unless the label gives it already. */
export const labelled = (book: Book, { label, unit }: Pick<ReleasedIndicator, "label" | "unit">): string =>
  withUnit(book.say(label), unit, book.texts);

export function withUnit(
  label: string,
  unit: ReleasedIndicator["unit"],
  { units }: Pick<Texts, "units">,
): string {
  return label.includes(units[unit]) ? label : `${label}, ${units[unit]}`;
}

/** Words of a list such as `looked up, press` in the reader's language, as far as they are known. */
export const said = (list: string, { confidences }: Pick<Texts, "confidences">): string =>
  list
    .split(", ")
    .map((word) => confidences[word] ?? word)
    .join(", ");

/** Name of a dimension as the lattice gives it. */
export function dimensionName(book: Book, id: DimensionId): string {
  const label = book.reading.release.lattice.dimensions.find((dimension) => dimension.id === id)?.label;
  return label ? book.say(label) : id;
}

export function codeName(book: Book, dimension: DimensionId, code: string): string {
  const label = book.reading.codes(dimension).find((one) => one.code === code)?.label;
  return label ? book.say(label) : code;
}

/** Domains of life in the order of the indicators, each with those of its indicators. */
export function domainsOfLife(book: Book): { id: string; label: string; indicators: ReleasedIndicator[] }[] {
  const grouped = Map.groupBy(book.reading.release.indicators, ({ domain }) => domain);
  return [...grouped].map(([id, indicators]) => ({
    id,
    label: indicators[0] ? book.say(indicators[0].domainLabel) : id,
    indicators,
  }));
}

/** Groups as the lattice orders them, each with its municipalities in the order of the Lithuanian alphabet. */
export function groupsOfPlaces(book: Book): { group: DimensionCode | null; members: DimensionCode[] }[] {
  const { reading } = book;
  const members = [...reading.codes("municipality")].sort((a, b) =>
    compareLithuanian(book.say(a.label), book.say(b.label)),
  );
  const groups = reading.codes("municipality-group");
  const known = new Set(groups.map(({ code }) => code));
  const apart = members.filter(({ group }) => group === undefined || !known.has(group));
  return [
    ...groups.map((group) => ({ group, members: members.filter((member) => member.group === group.code) })),
    ...(apart.length > 0 ? [{ group: null, members: apart }] : []),
  ];
}

/** How a municipality stands on the ladder. */
export function rungOf(book: Book, municipality: string): "single" | "pooled" | "group" {
  return book.reading.release.ladder.find((rung) => rung.municipality === municipality)?.stands ?? "single";
}

/** A municipality with at least one figure of its own; others speak through their group. */
export function standsAlone(book: Book, municipality: string): boolean {
  const { reading } = book;
  return (
    rungOf(book, municipality) !== "group" &&
    reading.release.measures.some((_, measure) =>
      isShown(reading.cell(measure, ["municipality"], [municipality])),
    )
  );
}

/** Titles of two waves without what both begin with: "Autumn 2026" of "Life in Lithuania – Autumn 2026". */
export function shortTitles(titles: readonly [string, string]): readonly [string, string] {
  const [before, after] = titles;
  for (const separator of [" – ", ": ", " · ", ", "]) {
    const end = before.lastIndexOf(separator) + separator.length;
    if (end > separator.length && before.slice(0, end) === after.slice(0, end))
      return [before.slice(end), after.slice(end)];
  }
  return titles;
}
