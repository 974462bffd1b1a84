import { firstCode } from "./cells.ts";
import type { Variable } from "./dataset.ts";

const segmentBits = 12;
/** Rows by segment. */
export const segmentRows = 2 ** segmentBits;

/** The segment in which a row is kept. */
export const segmentOf = (slot: number): number => slot >>> segmentBits;
/** Where in it. */
export const placeInSegment = (slot: number): number => slot & (segmentRows - 1);

/** What one row of a table keeps. Plain data. */
export interface RowLayout {
  /** By variable: a code, one of more codes than a byte can tell, or a number. */
  readonly variables: readonly KeptKind[];
  /** Chances of draws. */
  readonly chances: number;
  /** Places in other tables: where the members of a list begin and how many they are, or whose member this is. */
  readonly links: number;
}

export const keptKinds = ["code", "wide", "number"] as const;
export type KeptKind = (typeof keptKinds)[number];

export function keptKindOf({ kind, codes }: Pick<Variable, "kind" | "codes">): KeptKind {
  if (kind === "number") return "number";
  return codes.length + firstCode > 256 ? "wide" : "code";
}

/** A column of a segment: where it begins, and bytes by cell. */
export interface PlacedColumn {
  readonly at: number;
  readonly width: 1 | 2 | 4 | 8;
}

/** Where the columns of one segment stand in its bytes; wide ones first, so that each may be read as what it is. */
export interface SegmentLayout {
  readonly bytes: number;
  /** By variable. */
  readonly kept: readonly PlacedColumn[];
  /** By variable: place in `numbers`; -1 for codes. */
  readonly numberOf: readonly number[];
  readonly numbers: readonly PlacedColumn[];
  readonly chances: readonly PlacedColumn[];
  readonly links: readonly PlacedColumn[];
}

export function segmentLayout({ variables, chances, links }: RowLayout): SegmentLayout {
  let bytes = 0;
  const next = (width: PlacedColumn["width"]): PlacedColumn => {
    const at = bytes;
    bytes += width * segmentRows;
    return { at, width };
  };
  const times = (count: number, width: PlacedColumn["width"]) =>
    Array.from({ length: count }, () => next(width));
  const numbered = variables.flatMap((kind, variable) => (kind === "number" ? [variable] : []));
  const wide = variables.flatMap((kind, variable) => (kind === "wide" ? [variable] : []));
  const [numbers, chanceColumns] = [times(numbered.length, 8), times(chances, 8)];
  const linkColumns = times(links, 4);
  const wideColumns = new Map(wide.map((variable) => [variable, next(2)]));
  const kept = variables.map((_, i) => wideColumns.get(i) ?? next(1));
  return {
    ...{ bytes, kept, numbers, chances: chanceColumns, links: linkColumns },
    numberOf: variables.map((_, variable) => numbered.indexOf(variable)),
  };
}
