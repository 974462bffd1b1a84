import type { OutlineNode } from "../../definition/outline.ts";
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
  const visibleIf = compiler.expressionOf(meaning, "visibleIf");
  const enableIf = compiler.expressionOf(meaning, "enableIf");
  const value = meaning.get("value");
  return {
    value,
    text: textOf(meaning.get("text")) || String(value),
    path: node.path,
    ...(visibleIf === undefined ? {} : { visibleIf }),
    ...(enableIf === undefined ? {} : { enableIf }),
  };
}

/** The words in survey-core's own language, for displayValue(). */
function textOf(text: unknown): string {
  if (typeof text === "string") return text;
  if (typeof text !== "object" || text === null) return "";
  const words: unknown = Reflect.get(text, "default") ?? Reflect.get(text, "en");
  return typeof words === "string" ? words : "";
}
