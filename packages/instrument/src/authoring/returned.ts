import type { OutlineNode } from "../definition/index.ts";
import { comparable, tooLong } from "./cell.ts";
import type { SheetKind } from "./kinds.ts";
import type { LaidOut, Layout } from "./rows.ts";
import type { AuthorChange, AuthorColumn, AuthorProblem, ReturnedSheet } from "./sheet.ts";
import { columnsOf } from "./workbook.ts";

/** A row as an author left it. */
export interface EditedRow {
  readonly kind: SheetKind;
  readonly number: number;
  /** The part it was made from; absent for a new row. */
  readonly node?: OutlineNode;
  /** A new row that was copied from another takes over all that the other has. */
  readonly copied?: OutlineNode;
  /** By key of the column; "" for empty; columns that were taken out of the sheet are absent. */
  readonly cells: ReadonlyMap<string, string>;
  /** Keys of the columns that differ from what was written out; for a new row, all that are filled in. */
  readonly changed: ReadonlySet<string>;
}

export interface Returned {
  readonly rows: readonly EditedRow[];
  readonly removed: readonly OutlineNode[];
  readonly problems: readonly AuthorProblem[];
}

/** Reads the sheets of parts back against what was written out. */
export function readReturned(sheets: readonly ReturnedSheet[], layout: Layout): Returned {
  const results = layout.kinds.map((kind) => {
    const sheet = sheets.find(({ name }) => name === kind.name);
    return sheet ? readSheet(sheet, kind, layout.parts.get(kind.name) ?? []) : missingSheet(kind);
  });
  return {
    rows: results.flatMap(({ rows }) => rows),
    removed: results.flatMap(({ removed }) => removed),
    problems: results.flatMap(({ problems }) => problems),
  };
}

function missingSheet({ name }: SheetKind): Returned {
  const message = "This sheet is missing. Put it back, or export the workbook again.";
  return { rows: [], removed: [], problems: [{ sheet: name, message }] };
}

/** The cells of a row by key of their column. */
export function cellsByKey(
  { cells }: ReturnedSheet["rows"][number],
  columns: readonly AuthorColumn[],
  header: readonly string[],
): Map<string, string> {
  return new Map(
    columns
      .filter((column) => header.includes(column.header))
      .map((column) => [
        column.key,
        comparable(Object.hasOwn(cells, column.header) ? (cells[column.header] ?? "") : ""),
      ]),
  );
}

function readSheet(sheet: ReturnedSheet, kind: SheetKind, written: readonly LaidOut[]): Returned {
  const byKey = new Map(written.map((one) => [one.node.path, one]));
  const columns = columnsOf(kind);
  const seen = new Set<string>();
  const rows: EditedRow[] = [];
  for (const row of sheet.rows) {
    const cells = cellsByKey(row, columns, sheet.header);
    const key = cells.get("@key") ?? "";
    const base = byKey.get(key);
    if (isEmptied(cells, base)) continue;
    const isFirst = base !== undefined && !seen.has(key);
    seen.add(key);
    rows.push({
      kind,
      number: row.number,
      ...(base && isFirst ? { node: base.node } : {}),
      ...(base && !isFirst ? { copied: base.node } : {}),
      cells,
      changed: differing(cells, base),
    });
  }
  return {
    rows,
    removed: written.filter(({ node }) => !seen.has(node.path)).map(({ node }) => node),
    problems: [],
  };
}

/** A row whose cells were all cleared is a row taken out, unless there was never anything to read in it. */
function isEmptied(cells: ReadonlyMap<string, string>, base: LaidOut | undefined): boolean {
  const isEmpty = [...cells].every(([column, text]) => column === "@key" || text === "");
  const wasEmpty =
    base && Object.entries(base.cells).every(([column, text]) => column === "@key" || text === "");
  return isEmpty && wasEmpty !== true;
}

function differing(cells: ReadonlyMap<string, string>, base: LaidOut | undefined): Set<string> {
  const keys = [...cells].filter(
    ([key, text]) => key !== "@key" && text !== tooLong && text !== (base?.cells[key] ?? ""),
  );
  return new Set(keys.map(([key]) => key));
}

/** What a row is about, in words. */
export function called({ kind, cells, node }: Pick<EditedRow, "kind" | "cells" | "node">): string {
  const at = (key: string) => cells.get(key) ?? "";
  const name = at("name") || at("value") || at("type") || node?.name || "";
  const place = kind.places.some(({ key }) => key === "@item") ? at("@item") : "";
  return place === "" ? name : `${place}: ${name}`;
}

/** The changes an author made, in the order of the sheets. */
export function changesIn({ rows, removed }: Returned, layout: Layout): AuthorChange[] {
  const written = new Map([...layout.parts.values()].flat().map(({ node, cells }) => [node.path, cells]));
  const added = rows.flatMap((row) => rowChanges(row, row.node && written.get(row.node.path)));
  const gone = removed.map((node) => ({
    sheet: layout.kinds.find((kind) => kind.holds(node))?.name ?? "",
    kind: "removed" as const,
    what: node.name ?? node.path,
  }));
  return [...added, ...gone];
}

function rowChanges(row: EditedRow, before: Readonly<Record<string, string>> | undefined): AuthorChange[] {
  const at = { sheet: row.kind.name, row: row.number, what: called(row) };
  if (!before) return [{ ...at, kind: "added" }];
  if (row.changed.size === 0) return [];
  const headers = new Map(columnsOf(row.kind).map(({ key, header }) => [key, header]));
  return [...row.changed].map((key) => ({
    ...at,
    kind: row.kind.places.some((place) => place.key === key) ? "moved" : "changed",
    column: headers.get(key) ?? key,
    before: before[key] ?? "",
    after: row.cells.get(key) ?? "",
  }));
}
