import { cellTypeOf, isKindOf, type OutlineNode } from "../../definition/index.ts";
import type { Scale } from "../change.ts";
import type { Comparison, PartPair } from "./matching.ts";
import { itemOf, measureOf } from "./parts.ts";

/** How the codes of a list relate: by its type where that settles it, else by the level in measures.json. */
export function scaleOf(pair: PartPair, list: string, { before, after }: Comparison): Scale {
  const type = typeOf(pair.after.node);
  if (isSeveral(type, pair.after.node)) return "several";
  if (["rating", "slider", "ranking"].includes(type) || list === "rateValues") return "ordered";
  const level = [
    [after, pair.after],
    [before, pair.before],
  ] as const;
  const written = level
    .map(([parts, { item }]) => (measureOf(parts, item) ?? parts.measures?.get(itemOf(item)))?.level)
    .find(Boolean);
  if (written === "nominal") return "named";
  return written === undefined ? "unknown" : "ordered";
}

function typeOf(node: OutlineNode): string {
  return node.type === "matrixdropdowncolumn" ? cellTypeOf(node.json, node.parent?.json) : node.type;
}

function isSeveral(type: string, { json }: OutlineNode): boolean {
  if (type === "ranking") return false;
  if (isKindOf(type, "checkbox")) return true;
  if (type === "matrix") return json.cellType === "checkbox";
  return (type === "imagepicker" || type === "imagemap") && json.multiSelect === true;
}
