import { isKindOf, type OutlineNode } from "../definition/index.ts";
import { cellOf } from "./cell.ts";
import { codeColumn } from "./codes.ts";
import {
  boundColumn,
  type Column,
  expressionColumn,
  flagColumn,
  type Languages,
  plainColumn,
  wordColumns,
} from "./columns.ts";
import { leastColumn, mostColumn } from "./rules.ts";

/** One sheet of parts: which parts stand on it, where they belong, and what can be edited. */
export interface SheetKind {
  readonly name: "pages" | "items" | "choices" | "parts" | "rules" | "calculations";
  holds(node: OutlineNode): boolean;
  /** Where a part belongs, in words an author can write; empty for parts of the questionnaire itself. */
  readonly places: readonly Place[];
  readonly columns: readonly Column[];
}

export interface Place {
  readonly key: string;
  readonly header: string;
  readonly options?: readonly string[];
  read(node: OutlineNode): string;
}

const inContainers = ["elements", "templateElements", "detailElements"];

/** The sheets of parts, for these languages. */
export function sheetKinds(languages: Languages): SheetKind[] {
  return [
    pages(languages),
    items(languages),
    choices(languages),
    parts(languages),
    rules(languages),
    calculations,
  ];
}

const shown = expressionColumn("visibleIf", "Asked if", "Empty: asked always. Such as {lng_course} = 'no'");
const name = plainColumn("name", "Name", 22, {
  note: "What the variable is called. Letters, digits and _, at most 32.",
});

function pages(languages: Languages): SheetKind {
  return {
    name: "pages",
    holds: ({ slot }) => slot === "pages",
    places: [],
    columns: [
      name,
      ...wordColumns("title", "Title", languages),
      ...wordColumns("description", "Help", languages),
      shown,
      plainColumn("questionOrder", "Order of questions", 14, { options: ["initial", "random"] }),
    ],
  };
}

function items(languages: Languages): SheetKind {
  return {
    name: "items",
    holds: ({ slot }) => inContainers.includes(slot),
    places: [
      { key: "@page", header: "Page", read: (node) => around(node, "pages")?.name ?? "" },
      { key: "@inside", header: "Inside", read: insideOf },
    ],
    columns: [
      name,
      plainColumn("type", "Type", 14, { options: itemTypes }),
      ...wordColumns("title", "Title", languages),
      ...wordColumns("description", "Help", languages),
      flagColumn("isRequired", "Required"),
      shown,
      expressionColumn("enableIf", "Can be answered if"),
      expressionColumn("requiredIf", "Required if"),
      flagColumn("visible", "Visible", "no: never shown; filled in by the system"),
      plainColumn("clearIfInvisible", "Cleared when hidden", 14, {
        options: ["default", "none", "onHidden", "onHiddenContainer", "onComplete"],
      }),
      plainColumn("inputType", "Input", 12, {
        options: ["text", "number", "date", "datetime-local", "time", "email"],
      }),
      boundColumn("min", "Least"),
      boundColumn("max", "Most"),
      boundColumn("maxLength", "Longest"),
      plainColumn("choicesOrder", "Order of options", 12, { options: ["none", "asc", "desc", "random"] }),
      plainColumn("rowOrder", "Order of rows", 12, { options: ["initial", "random"] }),
    ],
  };
}

/** Offered as a list; any other type that survey-core has may be written too. */
const itemTypes = [
  "radiogroup",
  "dropdown",
  "checkbox",
  "tagbox",
  "ranking",
  "rating",
  "boolean",
  "text",
  "comment",
  "matrix",
  "matrixdropdown",
  "matrixdynamic",
  "multipletext",
  "paneldynamic",
  "panel",
  "slider",
  "expression",
  "html",
];

/** Lists in words an author can write, by the property that holds them. */
export const listNames: ReadonlyMap<string, string> = new Map([
  ["choices", "options"],
  ["rows", "rows"],
  ["columns", "columns"],
  ["rateValues", "rungs"],
]);

function choices(languages: Languages): SheetKind {
  return {
    name: "choices",
    holds: ({ slot, type }) => listNames.has(slot) && isKindOf(type, "itemvalue"),
    places: [
      { key: "@item", header: "Item", read: ({ parent }) => (parent ? addressOf(parent) : "") },
      {
        key: "@list",
        header: "List",
        options: [...listNames.values()],
        read: ({ slot }) => listNames.get(slot) ?? slot,
      },
    ],
    columns: [
      codeColumn,
      ...wordColumns("text", "Text", languages),
      flagColumn("isExclusive", "On its own", "yes: chosen alone or not at all"),
      shown,
      expressionColumn("enableIf", "Can be chosen if"),
    ],
  };
}

function parts(languages: Languages): SheetKind {
  return {
    name: "parts",
    holds: ({ type }) => type === "matrixdropdowncolumn" || type === "multipletextitem",
    places: [{ key: "@item", header: "Item", read: ({ parent }) => (parent ? addressOf(parent) : "") }],
    columns: [
      name,
      plainColumn("cellType", "Type", 14, {
        note: "Of the cells of a matrix: dropdown, radiogroup, checkbox, text, boolean …",
      }),
      ...wordColumns("title", "Title", languages),
      flagColumn("isRequired", "Required"),
      shown,
      plainColumn("inputType", "Input", 12),
      boundColumn("min", "Least"),
      boundColumn("max", "Most"),
      boundColumn("maxLength", "Longest"),
    ],
  };
}

function rules(languages: Languages): SheetKind {
  return {
    name: "rules",
    holds: ({ slot }) => slot === "validators",
    places: [{ key: "@item", header: "Item", read: ({ parent }) => (parent ? addressOf(parent) : "") }],
    columns: [
      plainColumn("type", "Rule", 14, {
        options: ["numeric", "text", "answercount", "regex", "email", "expression"],
      }),
      leastColumn,
      mostColumn,
      plainColumn("regex", "Pattern", 24),
      expressionColumn("expression", "Holds if"),
      ...wordColumns("text", "Message", languages),
    ],
  };
}

const calculations: SheetKind = {
  name: "calculations",
  holds: ({ slot }) => slot === "calculatedValues",
  places: [],
  columns: [
    name,
    { ...expressionColumn("expression", "Is"), width: 60 },
    flagColumn("includeIntoResult", "Kept in answers"),
  ],
};

/** `item`, or `item.part` for a column of a matrix and a part of a composite. */
export function addressOf(node: OutlineNode): string {
  const isPart = node.type === "matrixdropdowncolumn" || node.type === "multipletextitem";
  return isPart ? `${node.parent?.name ?? ""}.${node.name ?? ""}` : (node.name ?? "");
}

function around(node: OutlineNode, slot: string): OutlineNode | undefined {
  for (let at: OutlineNode | undefined = node; at; at = at.parent) if (at.slot === slot) return at;
  return undefined;
}

/** The panel or roster a part stands in; `item = code` for the questions inside an option. */
function insideOf({ parent, slot }: OutlineNode): string {
  if (!parent || parent.slot === "pages" || parent.type === "survey") return "";
  if (parent.slot === "choices") return `${parent.parent?.name ?? ""} = ${cellOf(parent.json.value)}`;
  return slot === "detailElements" ? `${parent.name ?? ""} (detail)` : (parent.name ?? "");
}
