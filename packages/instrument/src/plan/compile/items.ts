import type { OutlineNode } from "../../definition/outline.ts";
import { textOf as spelling } from "../../expressions/index.ts";
import { wordsOf } from "../questions/words.ts";
import type { ItemSpec } from "../specs.ts";
import type { Compiler } from "./compiler.ts";
import { Meaning } from "./meaning.ts";

/** Rows and columns that are written as choices. */
export function compileItems(node: OutlineNode, slot: string, compiler: Compiler): ItemSpec[] {
  return node.children.filter((child) => child.slot === slot).map((child) => compileItem(child, compiler));
}

function compileItem(node: OutlineNode, compiler: Compiler): ItemSpec {
  compiler.properties(node);
  const meaning = new Meaning(node);
  const visibleIf = compiler.filterOf(meaning, "visibleIf");
  const enableIf = compiler.filterOf(meaning, "enableIf");
  const value = meaning.get("value");
  return {
    value,
    text: wordsOf(meaning.get("text"), compiler.survey.locale) || spelling(value),
    path: node.path,
    ...(visibleIf === undefined ? {} : { visibleIf }),
    ...(enableIf === undefined ? {} : { enableIf }),
  };
}
