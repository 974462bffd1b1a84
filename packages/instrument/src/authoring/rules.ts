import type { OutlineNode } from "../definition/index.ts";
import { type Column, numberColumn } from "./columns.ts";

/** Each kind of rule calls its bounds differently. */
const bounds: ReadonlyMap<string, readonly [least: string, most: string]> = new Map([
  ["numericvalidator", ["minValue", "maxValue"]],
  ["textvalidator", ["minLength", "maxLength"]],
  ["answercountvalidator", ["minCount", "maxCount"]],
]);

export const leastColumn = boundOf("least", "Least", 0);
export const mostColumn = boundOf("most", "Most", 1);

function boundOf(key: string, header: string, side: 0 | 1): Column {
  return {
    key,
    header,
    width: 11,
    read: (node: OutlineNode) => column(node.type, side)?.read(node) ?? "",
    write: (draft, text) => {
      const found = column(draft.type, side);
      if (found) return found.write?.(draft, text);
      return text === ""
        ? undefined
        : "This rule has no bounds. Bounds belong to the rules numeric, text and answercount.";
    },
  };
}

function column(type: string, side: 0 | 1): Column | undefined {
  const property = bounds.get(type)?.[side];
  return property === undefined ? undefined : numberColumn(property, "");
}
