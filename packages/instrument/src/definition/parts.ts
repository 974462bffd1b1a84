import type { Content } from "./content.ts";
import { given, stringGiven } from "./given.ts";
import type { OutlineNode } from "./outline.ts";
import { isKindOf } from "./surveyjs/classes.ts";

/** A question inside the answer of another, and the conditions around it inside that other. */
export interface Part {
  readonly node: OutlineNode;
  readonly conditions: readonly string[];
}

/** What is asked in each row or entry of a question; empty for a question without parts. */
export function partsOf(node: OutlineNode, { kind }: Pick<Content, "kind">): Part[] {
  if (kind === "composite" && node.type === "slider")
    return ["0", "1"].map((name) => bare(endOf(node, name)));
  if (kind === "composite" && node.type === "matrix") return rowsOf(node).map(bare);
  if (kind === "composite") return node.children.filter(({ slot }) => slot === "items").map(bare);
  if (kind === "grid" || kind === "roster")
    return [...node.children.filter(({ slot }) => slot === "columns").map(bare), ...insideOf(node, [])];
  return [];
}

/** The conditions around a part and its own, outermost first. */
export function conditionsOf(node: OutlineNode, around: readonly string[]): readonly string[] {
  const condition = stringGiven(node, "visibleIf");
  return condition === undefined ? around : [...around, condition];
}

/** The conditions of a part of the questionnaire and of all it stands in, outermost first. */
export function conditionsAround(node: OutlineNode): readonly string[] {
  return conditionsOf(node, node.parent === undefined ? [] : conditionsAround(node.parent));
}

function bare(node: OutlineNode): Part {
  return { node, conditions: [] };
}

const slots = ["templateElements", "detailElements", "elements"];

/** The questions of an entry, through the panels they stand in. */
function insideOf(container: OutlineNode, around: readonly string[]): Part[] {
  return container.children
    .filter(({ slot }) => slots.includes(slot))
    .flatMap((node) =>
      isKindOf(node.type, "panelbase")
        ? insideOf(node, conditionsOf(node, around))
        : [{ node, conditions: around }],
    );
}

/** An end of a range: a number at place 0 or 1 of the answer. */
function endOf(node: OutlineNode, name: string): OutlineNode {
  const json = { name, inputType: "number", min: given(node, "min") ?? 0, max: given(node, "max") ?? 100 };
  return { type: "text", name, path: node.path, slot: "ends", json, parent: node, children: [] };
}

/** A row of a matrix of checkboxes: a question of its own with the columns as options. */
function rowsOf(node: OutlineNode): OutlineNode[] {
  const children = node.children
    .filter(({ slot }) => slot === "columns")
    .map((column) => ({ ...column, slot: "choices" }));
  return node.children
    .filter(({ slot }) => slot === "rows")
    .map((row) => ({
      ...row,
      type: "checkbox",
      json: { title: row.json.text ?? row.name },
      parent: node,
      children,
    }));
}
