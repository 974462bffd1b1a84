import { isKindOf, isObject, type OutlineNode } from "../definition/index.ts";
import type { Phrases } from "./phrases.ts";
import type { Wording } from "./wording.ts";

/** One thing a respondent can choose, with the words they see. */
export interface Listed {
  /** As stored. */
  readonly code: unknown;
  readonly label: string;
  /** The choice in the file; absent for those survey-core adds, such as "Other". */
  readonly node?: OutlineNode;
  readonly isMissing: boolean;
  readonly isExclusive: boolean;
  readonly isOther: boolean;
}

const missingCodes = new Set<unknown>(["dont-know", "refused"]);

/** The options of a question, a column with its own list, or a rating, in the order of the file; added ones last. */
export function optionsOf(node: OutlineNode, wording: Wording, phrases: Phrases): Listed[] {
  if (isKindOf(node.type, "boolean")) return yesAndNo(node, wording, phrases);
  const slot = isKindOf(node.type, "rating")
    ? "rateValues"
    : isKindOf(node.type, "imagemap")
      ? "areas"
      : "choices";
  const written = listIn(node, slot, wording);
  if (slot === "rateValues" && written.length === 0) return rungsOf(node);
  return [...written, ...added(node, wording, phrases)];
}

/** A list that stands in the file: choices, rows or columns. */
export function listIn(node: OutlineNode, slot: string, wording: Wording): Listed[] {
  return node.children
    .filter((child) => child.slot === slot)
    .map((child) => {
      const code = child.json.value ?? child.json.name;
      return {
        code,
        label: wording.of(child.json.text) ?? wording.of(child.json.title) ?? plain(code),
        node: child,
        isMissing: missingCodes.has(code),
        isExclusive: child.json.isExclusive === true,
        isOther: code === "other" && node.json.showOtherItem === true,
      };
    });
}

/** Code or value as people read it. */
export function plain(value: unknown): string {
  if (typeof value === "string") return value;
  return value === undefined ? "" : (JSON.stringify(value) ?? "");
}

function yesAndNo(node: OutlineNode, wording: Wording, phrases: Phrases): Listed[] {
  const { valueTrue = true, valueFalse = false } = node.json;
  const option = (code: unknown, label: string) => ({ ...ordinary, code, label });
  return [
    option(valueTrue, wording.at(node, "labelTrue") ?? phrases.yes),
    option(valueFalse, wording.at(node, "labelFalse") ?? phrases.no),
  ];
}

const ordinary = { isMissing: false, isExclusive: false, isOther: false };

/** survey-core shows no more rungs that are not written out. */
const mostRungs = 20;

function rungsOf({ json }: OutlineNode): Listed[] {
  const first = wholeOr(json.rateMin, 1);
  const step = Math.max(1, wholeOr(json.rateStep, 1));
  const last =
    typeof json.rateCount === "number"
      ? first + (wholeOr(json.rateCount, 5) - 1) * step
      : wholeOr(json.rateMax, 5);
  const count = Math.min(mostRungs, Math.max(0, Math.floor((last - first) / step) + 1));
  return Array.from({ length: count }, (_, i) => ({
    ...ordinary,
    code: first + i * step,
    label: String(first + i * step),
  }));
}

function wholeOr(value: unknown, otherwise: number): number {
  return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}

/** Options that survey-core adds behind the list when the question says so, with the codes it stores. */
function added(node: OutlineNode, wording: Wording, phrases: Phrases): Listed[] {
  const { json } = node;
  const has = (...names: string[]) => names.some((name) => json[name] === true);
  const words = (property: string, otherwise: string) => wording.at(node, property) ?? otherwise;
  return [
    ...(has("showSelectAllItem", "hasSelectAll")
      ? [{ ...ordinary, code: "all", label: words("selectAllText", phrases.selectAll) }]
      : []),
    ...(has("showOtherItem", "hasOther")
      ? [{ ...ordinary, code: "other", label: words("otherText", phrases.other), isOther: true }]
      : []),
    ...(has("showNoneItem", "hasNone")
      ? [{ ...ordinary, code: "none", label: words("noneText", phrases.none), isExclusive: true }]
      : []),
    ...(has("showRefuseItem")
      ? [{ ...ordinary, code: "refused", label: words("refuseText", phrases.refuse), isMissing: true }]
      : []),
    ...(has("showDontKnowItem")
      ? [{ ...ordinary, code: "dontknow", label: words("dontKnowText", phrases.dontKnow), isMissing: true }]
      : []),
  ];
}

/** Length of a list as written, for files in which it is no list. */
export function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : isObject(value) ? Object.keys(value).length : 0;
}
