import { isKindOf, isObject, type OutlineNode, saysMissing } from "../../definition/index.ts";
import { shownText } from "./wording.ts";

/** One code of a list, as respondents can choose it. */
export interface ListedChoice {
  /** Code as text, by which versions are compared: survey-core does not tell 1 from "1" in lists either. */
  readonly key: string;
  readonly code: unknown;
  readonly text: string;
  /** It has words of its own, and not only its code to show. */
  readonly isWorded: boolean;
  readonly path: string;
  readonly node: OutlineNode | undefined;
  /** It says why there is no answer. */
  readonly isMissing: boolean;
  /** It takes in whatever the list does not name. */
  readonly isResidual: boolean;
  /** It stands apart from the list, at its end. */
  readonly isApart: boolean;
}

const missingCodes = new Set(["dont-know", "dont_know", "dontknow", "refused"]);
const residualCodes = new Set(["other", "none", "none-of-these", "none_of_these"]);

/** survey-core's switches for choices that stand in no list, with the codes they store. */
const switches = [
  { property: "showNoneItem", older: "hasNone", code: "none", text: "noneText" },
  { property: "showRefuseItem", older: "showRefuseItem", code: "refused", text: "refuseText" },
  { property: "showDontKnowItem", older: "showDontKnowItem", code: "dontknow", text: "dontKnowText" },
  { property: "showOtherItem", older: "hasOther", code: "other", text: "otherText" },
] as const;

/** The lists of codes of one question by property, in the order respondents see them. */
export function listsOf(node: OutlineNode, source: string): ChoiceLists {
  const read = known.get(node);
  if (read?.source === source) return read.lists;
  const lists = readLists(node, source);
  known.set(node, { source, lists });
  return lists;
}

type ChoiceLists = ReadonlyMap<string, readonly ListedChoice[]>;

const known = new WeakMap<OutlineNode, { readonly source: string; readonly lists: ChoiceLists }>();

function readLists(node: OutlineNode, source: string): ChoiceLists {
  const lists = new Map<string, ListedChoice[]>();
  if (hasChoices(node)) lists.set("choices", []);
  for (const child of node.children) {
    if (!isKindOf(child.type, "itemvalue") || child.slot === "rows") continue;
    const list = lists.get(child.slot) ?? [];
    list.push(listed(child, source));
    lists.set(child.slot, list);
  }
  lists.get("choices")?.push(...switchedOn(node, source));
  return lists;
}

function hasChoices({ type, json }: OutlineNode): boolean {
  const isList = isKindOf(type, "selectbase") || type === "matrixdropdowncolumn";
  return isList && json.choicesByUrl === undefined && json.choicesFromQuestion === undefined;
}

function listed(node: OutlineNode, source: string): ListedChoice {
  const code = node.json.value;
  const key = typeof code === "object" ? node.path : String(code);
  return {
    key,
    code,
    get text() {
      return shownText(node, "text", source);
    },
    isWorded: node.json.text !== undefined,
    path: node.path,
    node,
    isMissing: missingCodes.has(key) || saysMissing(labelsOf(node)),
    isResidual: residualCodes.has(key),
    isApart: false,
  };
}

function labelsOf({ json }: OutlineNode): string[] {
  const words = isObject(json.text) ? Object.values(json.text) : [json.text];
  return words.filter((word) => typeof word === "string");
}

function switchedOn(node: OutlineNode, source: string): ListedChoice[] {
  return switches.flatMap(({ property, older, code, text }) => {
    if (node.json[property] !== true && node.json[older] !== true) return [];
    return [
      {
        key: code,
        code,
        text: shownText(node, text, source) || code,
        isWorded: false,
        path: `${node.path}.${property}`,
        node: undefined,
        isMissing: missingCodes.has(code),
        isResidual: residualCodes.has(code),
        isApart: true,
      },
    ];
  });
}
