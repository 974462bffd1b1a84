import type { ExploreCell, ExploreFrame, ExploreTable } from "@tiltas/contract/explore";
import { tileLayout } from "./tile-layout.ts";

/** A cell that shows its figure. */
export type ShownCell = Extract<ExploreCell, { state: "published" | "few-observations" }>;
export type Comparison = ExploreTable["rows"][number]["comparisons"][number];

/** One row of a table of released figures, by name. */
export interface FigureRow {
  /** Codes joined by ",", as addresses have them. */
  readonly key: string;
  readonly name: string;
  readonly cell: ExploreCell;
  readonly change: Comparison | undefined;
  readonly rest: Comparison | undefined;
  /** How a municipality stands; null for every other domain. */
  readonly stands: "single" | "pooled" | "group" | null;
  /** The group a municipality belongs to, by code and name. */
  readonly group: { readonly code: string; readonly name: string } | null;
}

export type Order = "name" | "place" | "value";
type NameOf = (text: Readonly<Record<string, string>>) => string;

export function shownCell(cell: ExploreCell): ShownCell | null {
  return cell.state === "published" || cell.state === "few-observations" ? cell : null;
}

/** Rows of a table with the names of a reader's language. @param country what the whole country is called */
export function figureRows(
  frame: ExploreFrame,
  { crossing, rows }: Pick<ExploreTable, "crossing" | "rows">,
  nameOf: NameOf,
  country: string,
): FigureRow[] {
  return rows.map(({ domain, cell, comparisons }) => {
    const place = crossing.length === 1 && crossing[0] === "municipality" ? domain[0] : undefined;
    const rung = frame.ladder.find(({ municipality }) => municipality === place);
    const group = codeOf(frame, "municipality-group", rung?.group ?? "");
    return {
      key: domain.join(","),
      name: domainName(frame, crossing, domain, nameOf) || country,
      cell,
      change: comparisons.find(({ kind }) => kind === "change"),
      rest: comparisons.find(({ kind }) => kind === "rest" || kind === "country"),
      stands: rung?.stands ?? null,
      group: group === undefined ? null : { code: group.code, name: nameOf(group.label) },
    };
  });
}

/** "Coast · Women"; "" for the country. */
export function domainName(
  frame: ExploreFrame,
  crossing: readonly string[],
  domain: readonly string[],
  nameOf: NameOf,
): string {
  return domain
    .map((code, i) => {
      const found = codeOf(frame, crossing[i] ?? "", code);
      return found === undefined ? code : nameOf(found.label);
    })
    .join(" · ");
}

function codeOf(frame: ExploreFrame, dimension: string, code: string) {
  return frame.dimensions
    .find(({ id }) => id === dimension)
    ?.codes.find((candidate) => candidate.code === code);
}

/** Rows by name, by where they lie (the tiles of the map, row by row; otherwise as the release lists them) or by figure. */
export function inOrder(rows: readonly FigureRow[], order: Order, language: string): FigureRow[] {
  if (order === "name") {
    const { compare } = new Intl.Collator(language);
    return [...rows].sort((one, other) => compare(one.name, other.name));
  }
  const place = order === "value" ? standing : placeOf;
  return [...rows].sort((one, other) => place(one) - place(other));
}

/** Where a figure stands among others; what is not shown stands after all that is. */
export function standing({ cell }: FigureRow): number {
  return shownCell(cell)?.value ?? Number.MAX_VALUE;
}

function placeOf({ key }: FigureRow): number {
  return tileLayout.findIndex(({ code }) => code === key);
}
