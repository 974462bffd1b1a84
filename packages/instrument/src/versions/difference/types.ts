import { cellTypeOf, type OutlineNode } from "../../definition/index.ts";
import type { Change, ItemChange } from "../change.ts";
import type { PartPair } from "./matching.ts";

/** Types that put the same choice to respondents in another dress, and store the same. */
const alike: readonly ReadonlySet<string>[] = [
  new Set(["radiogroup", "dropdown", "buttongroup"]),
  new Set(["checkbox", "tagbox"]),
  new Set(["text", "comment"]),
  new Set(["html", "image", "empty"]),
  new Set(["page", "panel", "flowpanel"]),
];

/** Types that store codes in the same shape while the task looks another way: pictures, rungs. */
const sameCodes: readonly ReadonlySet<string>[] = [
  new Set(["radiogroup", "dropdown", "buttongroup", "rating", "imagepicker", "single imagemap"]),
  new Set(["checkbox", "tagbox", "several imagepicker", "several imagemap"]),
];

/** Kinds of answer a text field takes: a number is no text. */
const numbers = new Set(["number", "range"]);

export function typeChanges({ item, before, after }: PartPair): Change[] {
  const [from, to] = [typeOf(before.node), typeOf(after.node)];
  if (from === to) return [];
  const paths = { before: before.node.path, after: after.node.path };
  return [{ item, ...paths, kind: "type-changed", from, to, keeps: keptBetween(from, to) }];
}

/** Whether one column can hold the answers to both. */
export function canShareColumn(before: OutlineNode, after: OutlineNode): boolean {
  const [from, to] = [typeOf(before), typeOf(after)];
  return from === to || keptBetween(from, to) !== "nothing";
}

function keptBetween(from: string, to: string): Extract<ItemChange, { kind: "type-changed" }>["keeps"] {
  const both = (types: ReadonlySet<string>) => types.has(from) && types.has(to);
  if (alike.some(both)) return "meaning";
  return sameCodes.some(both) ? "codes" : "nothing";
}

/** The class as far as it decides what is stored: text fields by what they take, picture lists by how many. */
function typeOf(node: OutlineNode): string {
  const { type, json } = node;
  if (type === "matrixdropdowncolumn") return cellTypeOf(json, node.parent?.json);
  if (type === "text" || type === "multipletextitem") return textKind(json.inputType);
  if (type === "imagepicker" || type === "imagemap") {
    const several = json.multiSelect === true;
    if (type === "imagepicker") return several ? "several imagepicker" : type;
    return several ? "several imagemap" : "single imagemap";
  }
  return type;
}

function textKind(inputType: unknown): string {
  if (
    typeof inputType !== "string" ||
    ["text", "", "email", "tel", "url", "password", "color"].includes(inputType)
  )
    return "text";
  return numbers.has(inputType) ? "text (number)" : `text (${inputType})`;
}
