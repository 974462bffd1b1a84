import { type OutlineNode, rungsOf } from "../../definition/index.ts";
import { plainly } from "../difference/likeness.ts";
import { listsOf } from "../difference/lists.ts";
import { itemOf, type Part } from "../difference/parts.ts";

/** A code that respondents could choose, and its words where it has some of its own. */
export interface KnownCode {
  readonly code: unknown;
  readonly text: string | undefined;
  /** It stands in no list of the file, so no difference of lists names it. */
  readonly isCounted?: true;
}

/** The codes an address stores: its own lists, those of its parts, or those of what it is part of. */
export function codesOf(address: string, parts: ReadonlyMap<string, Part>, source: string): KnownCode[] {
  const inside = (partsByItem(parts).get(itemOf(address)) ?? []).filter(({ item }) =>
    isWithin(item, address),
  );
  const own = inside.flatMap(({ node }) => codesIn(node, source));
  const around = parts.get(address)?.of ?? "";
  return own.length > 0 || around === "" ? own : codesIn(parts.get(around)?.node, source);
}

const known = new WeakMap<ReadonlyMap<string, Part>, Map<string, Part[]>>();

function partsByItem(parts: ReadonlyMap<string, Part>): Map<string, Part[]> {
  const read = known.get(parts) ?? Map.groupBy(parts.values(), ({ item }) => itemOf(item));
  known.set(parts, read);
  return read;
}

function isWithin(item: string, address: string): boolean {
  return item === address || (item.startsWith(address) && /[.[]/.test(item.charAt(address.length)));
}

function codesIn(node: OutlineNode | undefined, source: string): KnownCode[] {
  if (node === undefined) return [];
  if (node.type === "boolean") {
    const { valueTrue = true, valueFalse = false } = node.json;
    return [valueTrue, valueFalse].map(counted);
  }
  const listed = [...listsOf(node, source).values()].flat();
  if (listed.length === 0 && node.type === "rating") return rungsOf(node).map(counted);
  return listed.map(({ code, text, isWorded }) => ({
    code,
    text: isWorded ? plainly(text).toLowerCase() : undefined,
  }));
}

function counted(code: unknown): KnownCode {
  return { code, text: undefined, isCounted: true };
}
