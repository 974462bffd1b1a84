import type { Item } from "../definition/index.ts";
import type { VariableCode, VariableKind, Width } from "./codebook.ts";

/** The room the longest value of a variable needs. */
export function widthOf(kind: VariableKind, codes: readonly VariableCode[], item: Item): Width {
  if (kind === "code" || kind === "order") return longest(codes.map(({ code }) => String(code)));
  if (kind === "date") return { characters: 16, bytes: 16 };
  if (kind === "number" && item.minimum !== undefined && item.maximum !== undefined)
    return longest([String(item.minimum), String(item.maximum), ...codes.map(({ code }) => String(code))]);
  if (kind === "text" && item.maximumLength !== undefined)
    return { characters: item.maximumLength, bytes: item.maximumLength * mostBytes };
  return {};
}

/** Bytes that one character can take in UTF-8. */
const mostBytes = 4;

function longest(values: readonly string[]): Width {
  if (values.length === 0) return {};
  return {
    characters: Math.max(...values.map((value) => [...value].length)),
    bytes: Math.max(...values.map((value) => new TextEncoder().encode(value).length)),
  };
}
