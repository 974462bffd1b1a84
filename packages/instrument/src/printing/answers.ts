import { isKindOf, type OutlineNode } from "../definition/index.ts";
import type { Directory } from "./directory.ts";
import { lengthOf, optionsOf } from "./lists.ts";
import type { Mark, PrintedAnswer, PrintedBlock, PrintedRow } from "./model.ts";
import { codeColumns, type GoTo, partColumns, printedOption, printedRows } from "./options.ts";

/** The place for an answer to a question. `inside` prints the questions of a roster's entry. */
export function answerOf(
  node: OutlineNode,
  directory: Directory,
  { goTo, inside }: { goTo?: GoTo; inside: () => readonly PrintedBlock[] },
): PrintedAnswer {
  const kind = (name: string) => isKindOf(node.type, name);
  if (kind("rating")) return scaleOf(node, directory, goTo);
  if (kind("matrixdropdownbase"))
    return { kind: "table", columns: partColumns(node, directory), rows: rowsOf(node, directory) };
  if (kind("matrix"))
    return {
      kind: "table",
      columns: codeColumns(node, directory),
      rows: printedRows(node, "rows", directory),
    };
  if (kind("multipletext")) return { kind: "parts", parts: printedRows(node, "items", directory) };
  if (kind("paneldynamic")) return { kind: "entries", blocks: inside() };
  if (hasOptions(node))
    return {
      kind: "options",
      mark: markOf(node),
      options: optionsOf(node, directory.wording, directory.phrases).map((one) =>
        printedOption(one, directory, goTo),
      ),
    };
  if (kind("comment")) return { kind: "line", lines: Math.min(8, Math.max(2, Number(node.json.rows) || 3)) };
  if (kind("signaturepad")) return { kind: "line", lines: 2 };
  return kind("nonvalue") ? { kind: "none" } : { kind: "line", lines: 1 };
}

export function hasOptions({ type, json }: OutlineNode): boolean {
  return ["selectbase", "boolean", "imagemap"].some((kind) => isKindOf(type, kind)) && json.type !== "rating";
}

/** Whether one answer is taken, several, or an order. */
export function markOf({ type, json }: OutlineNode): Mark {
  if (isKindOf(type, "ranking")) return "rank";
  const several = isKindOf(type, "checkbox") || (isKindOf(type, "imagepicker") && json.multiSelect === true);
  return several || (isKindOf(type, "imagemap") && json.multiSelect !== false) ? "several" : "one";
}

/** A rating with short rungs is a line of circles; with words on its rungs it is a list. */
function scaleOf(node: OutlineNode, directory: Directory, goTo: GoTo | undefined): PrintedAnswer {
  const { wording, phrases } = directory;
  const listed = optionsOf(node, wording, phrases);
  const options = listed.map((one) => printedOption(one, directory, goTo));
  const points = options.filter((_, i) => !listed[i]?.isMissing);
  const isLine =
    points.length > 1 && points.every(({ label, notes }) => label.length <= 4 && notes.length === 0);
  if (!isLine) return { kind: "options", mark: "one", options };
  const [low, high] = [wording.at(node, "minRateDescription"), wording.at(node, "maxRateDescription")];
  return {
    kind: "scale",
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    points,
    beside: options.filter((_, i) => listed[i]?.isMissing),
  };
}

/** Rows as written; numbered empty ones where the respondent adds them. */
function rowsOf(node: OutlineNode, directory: Directory): PrintedRow[] {
  if (!isKindOf(node.type, "matrixdynamic")) return printedRows(node, "rows", directory);
  const wanted = Number(node.json.rowCount ?? node.json.minRowCount ?? lengthOf(node.json.defaultValue)) || 2;
  const count = Math.min(5, Math.max(2, wanted));
  return Array.from({ length: count }, (_, i) => ({ code: "", label: `${i + 1}.`, notes: [] }));
}
