import type { JsonObject } from "../../definition/json.ts";
import type { OutlineNode } from "../../definition/outline.ts";
import type { ColumnSpec, DynamicSpec, GridSpec, PanelSpec, QuestionSpec } from "../specs.ts";
import type { Compiler } from "./compiler.ts";
import type { ElementCompiler } from "./elements.ts";
import { compileItems } from "./items.ts";
import { Meaning, validName } from "./meaning.ts";
import { Names } from "./names.ts";
import { compileLeaf, compileQuestion } from "./questions.ts";

/** survey-core's settings.matrix.maxRowCount */
const mostRows = 1000;

/** matrixdropdown and matrixdynamic: every row answers the questions of the columns. */
export function compileGrid(node: OutlineNode, elements: ElementCompiler): GridSpec {
  const { compiler } = elements;
  const meaning = new Meaning(node);
  const rowsVisibleIf = compiler.filterOf(meaning, "rowsVisibleIf");
  const columnsVisibleIf = compiler.filterOf(meaning, "columnsVisibleIf");
  const isDetailed = (meaning.text("detailPanelMode") || "none") !== "none";
  const detail = isDetailed ? detailOf(node, elements) : undefined;
  return {
    columns: compileColumns(node, meaning, elements),
    rows: node.type === "matrixdropdown" ? compileItems(node, "rows", compiler) : [],
    ...(rowsVisibleIf === undefined ? {} : { rowsVisibleIf }),
    ...(columnsVisibleIf === undefined ? {} : { columnsVisibleIf }),
    hideIfRowsEmpty: meaning.flag("hideIfRowsEmpty"),
    ...(detail && detail.elements.length > 0 ? { detail } : {}),
    keyMessage: meaning.words("keyDuplicationError", "keyDuplicationError"),
    ...(node.type === "matrixdynamic" ? { dynamic: compileDynamic(meaning, compiler) } : {}),
  };
}

function detailOf(node: OutlineNode, elements: ElementCompiler): PanelSpec {
  const before = elements.inDetail.isSo;
  elements.inDetail.isSo = true;
  const detail = elements.inside(node, "detailElements");
  elements.inDetail.isSo = before;
  return detail;
}

function compileDynamic(meaning: Meaning, compiler: Compiler): DynamicSpec {
  for (const name of ["rowCount", "minRowCount"]) compiler.atMost(mostRows, meaning, name);
  const min = Math.max(0, meaning.number("minRowCount", 0));
  const max = meaning.number("maxRowCount", mostRows);
  return {
    count: Math.min(mostRows, Math.max(0, meaning.number("rowCount", 2))),
    min,
    max: max <= 0 ? 1 : Math.min(max, mostRows),
    keyName: meaning.text("keyName"),
    ...(meaning.has("defaultRowValue") ? { entryDefault: meaning.get("defaultRowValue") } : {}),
  };
}

function compileColumns(node: OutlineNode, matrix: Meaning, elements: ElementCompiler): ColumnSpec[] {
  const names = new Names();
  const columns = node.children.filter(({ slot }) => slot === "columns");
  const hasTotals = columns.some((column) => totalOf(column) !== "''");
  return columns.map((column) => {
    elements.compiler.properties(column);
    const name = validName(column.json.name) || names.next("question");
    elements.compiler.object(names.take(name, column.path));
    const cell = cellOf(column, matrix);
    const spec = { ...compileQuestion(cell, name, elements), leaf: compileLeaf(cell, elements.compiler) };
    const total = hasTotals ? { total: compileTotal(column, name, elements) } : {};
    return { name, isUnique: column.json.isUnique === true, cell: spec, ...total };
  });
}

/** The question that stands in each row of a column, as if it were written in the file itself. */
function cellOf(column: OutlineNode, matrix: Meaning): OutlineNode {
  const type = cellTypeIn(column, matrix);
  const shared = matrix.node.children.filter(({ slot }) => slot === "choices");
  const own = column.children.filter(({ slot }) => slot === "choices");
  const takesShared =
    shared.length > 0 && selects.has(type) && (own.length === 0 || !hasOwnType(column, matrix));
  if (!takesShared) return { ...column, type };
  const { choices: _, ...json } = column.json;
  return {
    ...column,
    type,
    json: { ...json, choices: matrix.get("choices") },
    children: [...column.children.filter(({ slot }) => slot !== "choices"), ...shared],
  };
}

const selects = new Set(["dropdown", "checkbox", "radiogroup", "tagbox"]);

function hasOwnType({ json }: OutlineNode, _matrix: Meaning): boolean {
  if (typeof json.cellType === "string") return json.cellType !== "default";
  return json.choices !== undefined && json.choices !== null;
}

/**
 * Column, matrix, dropdown: the first that says a type. A column with choices of its own and no type takes what the
 * matrix has said before its columns.
 */
function cellTypeIn({ json }: OutlineNode, matrix: Meaning): string {
  const own = typeof json.cellType === "string" ? json.cellType.toLowerCase() : "";
  if (own !== "" && own !== "default") return own;
  const ofMatrix = (matrix.text("cellType") || "dropdown").toLowerCase();
  if (own === "" && json.choices) {
    const keys = Object.keys(matrix.node.json);
    const said = keys.indexOf("cellType");
    return said >= 0 && said < keys.indexOf("columns") ? ofMatrix : "dropdown";
  }
  return ofMatrix;
}

/** The question that shows what stands under a column. */
function compileTotal(column: OutlineNode, name: string, elements: ElementCompiler): QuestionSpec {
  const json = { name, expression: totalOf(column) };
  const path = `${column.path}.totalExpression`;
  const node: OutlineNode = { ...column, type: "expression", path, json, children: [] };
  return { ...compileQuestion(node, name, elements), leaf: compileLeaf(node, elements.compiler) };
}

/** @source survey-core 3.0.0, MatrixDropdownTotalCell.getTotalExpression */
function totalOf({ json }: { readonly json: JsonObject; readonly name: string | undefined }): string {
  if (typeof json.totalExpression === "string" && json.totalExpression !== "") return json.totalExpression;
  const type = typeof json.totalType === "string" ? json.totalType : "none";
  return type === "none" ? "''" : `${type}InArray({matrix}, '${validName(json.name)}')`;
}
