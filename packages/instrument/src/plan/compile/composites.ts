import { type OutlineNode, propertyOf } from "../../definition/outline.ts";
import type { CompositeSpec } from "../specs.ts";
import type { ElementCompiler } from "./elements.ts";
import { validName } from "./meaning.ts";
import { Names } from "./names.ts";
import { compileLeaf, compileQuestion } from "./questions.ts";

/** multipletext: a few named texts, each a question of type text. */
export function compileComposite(node: OutlineNode, elements: ElementCompiler): CompositeSpec {
  const { compiler } = elements;
  const names = new Names();
  const items = node.children
    .filter(({ slot }) => slot === "items")
    .map((item) => {
      compiler.properties(item);
      const name = validName(item.json.name) || names.next("text");
      compiler.object(names.take(name, item.path));
      const known = Object.entries(item.json).filter(([key]) => propertyOf(item, key) !== undefined);
      const asText: OutlineNode = { ...item, type: "text", json: Object.fromEntries(known) };
      return { ...compileQuestion(asText, name, elements), leaf: compileLeaf(asText, compiler) };
    });
  return { items };
}
