import { isKindOf, type OutlineNode } from "../definition/index.ts";
import { clauseOf } from "./conditions.ts";
import type { Directory } from "./directory.ts";
import { type Listed, listIn, optionsOf, plain } from "./lists.ts";
import type { PrintedColumn, PrintedOption, PrintedRow } from "./model.ts";

/** Where a respondent goes on after choosing an option, by its code; absent where the next question follows. */
export type GoTo = ReadonlyMap<string, string>;

/** An option as printed, with what holds for it alone. */
export function printedOption(listed: Listed, directory: Directory, goTo?: GoTo): PrintedOption {
  const { code, label, node, isMissing, isExclusive, isOther } = listed;
  const { phrases } = directory;
  const onward = goTo?.get(plain(code));
  const writeIn = isOther || node?.json.showCommentArea === true;
  return {
    code: plain(code),
    label,
    apart:
      isMissing || isExclusive || directory.missing.get(node?.parent?.name ?? "")?.has(plain(code)) === true,
    writeIn,
    notes: [
      ...(writeIn ? [phrases.write] : []),
      ...(isExclusive ? [phrases.onItsOwn] : []),
      ...conditionNotes(node, directory),
    ],
    ...(onward === undefined ? {} : { goTo: onward }),
  };
}

/** "only if …" for an option, row or column with a condition of its own. */
export function conditionNotes(node: OutlineNode | undefined, directory: Directory): string[] {
  const { visibleIf, enableIf } = node?.json ?? {};
  return [visibleIf, enableIf].flatMap((condition) =>
    typeof condition === "string" && condition.trim() !== ""
      ? [directory.phrases.onlyIf(clauseOf(condition, directory))]
      : [],
  );
}

export function printedRows(node: OutlineNode, slot: string, directory: Directory): PrintedRow[] {
  return listIn(node, slot, directory.wording).map(({ code, label, node: row }) => ({
    code: plain(code),
    label,
    notes: [
      ...(row?.json.isRequired === true
        ? [directory.phrases.required.toLocaleLowerCase(directory.phrases.notes)]
        : []),
      ...conditionNotes(row, directory),
    ],
  }));
}

/** Columns of a matrix whose rows are answered with one code each. */
export function codeColumns(node: OutlineNode, directory: Directory): PrintedColumn[] {
  const cell = node.json.cellType === "checkbox" ? "several" : "one";
  return listIn(node, "columns", directory.wording).map((listed) => ({
    code: plain(listed.code),
    label: listed.label,
    cell,
    key: [],
    notes: conditionNotes(listed.node, directory),
    apart: listed.isMissing,
  }));
}

/** Columns of a matrix that asks several things in each row. */
export function partColumns(node: OutlineNode, directory: Directory): PrintedColumn[] {
  return node.children
    .filter(({ slot }) => slot === "columns")
    .map((column) => ({
      code: column.name ?? "",
      label: directory.wording.at(column, "title") ?? column.name ?? "",
      cell: cellOf(column),
      key: keyOf(column, node, directory),
      notes: conditionNotes(column, directory),
      apart: false,
    }));
}

function cellOf({ json }: OutlineNode): PrintedColumn["cell"] {
  return json.cellType === "boolean" ? "several" : "line";
}

/** "yes = Yes" for a cell that is answered with a code; the matrix's own list where the column has none. */
function keyOf(column: OutlineNode, matrix: OutlineNode, directory: Directory): string[] {
  const { wording, phrases } = directory;
  const type = column.json.cellType ?? matrix.json.cellType ?? "dropdown";
  if (typeof type !== "string" || !(isKindOf(type, "selectbase") || type === "default" || type === "rating"))
    return [];
  const own = optionsOf(column, wording, phrases);
  const listed = own.length > 0 ? own : listIn(matrix, "choices", wording);
  return listed.map(({ code, label }) => (label === plain(code) ? label : `${plain(code)} = ${label}`));
}
