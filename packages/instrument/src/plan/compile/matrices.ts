import type { OutlineNode } from "../../definition/outline.ts";
import type { MatrixSpec } from "../specs.ts";
import type { ElementCompiler } from "./elements.ts";
import { compileItems } from "./items.ts";
import { Meaning } from "./meaning.ts";

/** matrix: a code, or several, in each row. */
export function compileMatrix(node: OutlineNode, { compiler }: ElementCompiler): MatrixSpec {
  const meaning = new Meaning(node);
  const rowsVisibleIf = compiler.filterOf(meaning, "rowsVisibleIf");
  const columnsVisibleIf = compiler.filterOf(meaning, "columnsVisibleIf");
  return {
    rows: compileItems(node, "rows", compiler),
    columns: compileItems(node, "columns", compiler),
    ...(rowsVisibleIf === undefined ? {} : { rowsVisibleIf }),
    ...(columnsVisibleIf === undefined ? {} : { columnsVisibleIf }),
    hideIfRowsEmpty: meaning.flag("hideIfRowsEmpty"),
    isMultiSelect: meaning.text("cellType") === "checkbox",
    eachRowRequired: meaning.flag("eachRowRequired"),
    eachRowUnique: meaning.flag("eachRowUnique"),
    exclusive: node.children
      .filter((child) => child.slot === "columns" && child.json.isExclusive === true)
      .map(({ json }) => json.value),
  };
}
