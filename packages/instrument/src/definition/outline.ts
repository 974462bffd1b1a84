import { isList, isObject, type JsonObject } from "./json.ts";
import {
  findProperty,
  isKindOf,
  isSurveyClass,
  propertiesOf,
  type SurveyProperty,
} from "./surveyjs/classes.ts";

/**
 * One part of a questionnaire that has properties of its own: the survey, a page, panel, question, column, row, choice,
 * validator, trigger, calculated value … It shows the JSON as it stands; nothing is filled in or left out.
 */
export interface OutlineNode {
  /** survey-core's class: "survey", "page", "panel", "radiogroup", "matrixdropdowncolumn", "choiceitem", "numericvalidator", … */
  readonly type: string;
  /** What the file calls it, for choices and rows their value; absent where the file gives none. */
  readonly name: string | undefined;
  /** Place in the definition, such as `pages[2].elements[0].choices[3]`; "" is the survey itself. */
  readonly path: string;
  /** The property of the parent that holds it: "elements", "templateElements", "columns", "choices" …; "" for the survey. */
  readonly slot: string;
  /** The JSON object; for a choice or row written as a bare value, `{ value }`. */
  readonly json: JsonObject;
  readonly parent: OutlineNode | undefined;
  /** In the order of the file, which is the order respondents meet them. */
  readonly children: readonly OutlineNode[];
}

/** A questionnaire taken apart, and what could not be taken apart. */
export interface Outline {
  readonly survey: OutlineNode;
  /** Survey, pages, panels, questions and their parts, depth first. */
  readonly nodes: readonly OutlineNode[];
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

/** Deepest nesting and most parts that are looked at; what lies beyond is a problem by name. */
export const outlineLimits = { depth: 40, nodes: 50_000 } as const;

/**
 * Takes any SurveyJS definition apart along the classes of survey-core 3.0.0. Never throws: what is no SurveyJS
 * becomes a problem with its path.
 */
export function readOutline(questionnaire: unknown): Outline {
  const reader = new OutlineReader();
  const survey = reader.read(isObject(questionnaire) ? questionnaire : {}, "survey", "", "", undefined, 0);
  if (!isObject(questionnaire))
    reader.problem("", "A SurveyJS definition is expected here: one JSON object.");
  return { survey, nodes: reader.nodes, problems: reader.problems };
}

/** All nodes under `node`, itself first, depth first. */
export function* walk(node: OutlineNode): Generator<OutlineNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}

/** A question: something that has a place for an answer, or shows words or pictures between answers. */
export function isQuestion({ type }: OutlineNode): boolean {
  return isKindOf(type, "question");
}

/**
 * The property a part means by `key`, under its present or its older name; undefined where survey-core knows none.
 * The columns of a matrix also take the properties of the question in their cells.
 */
export function propertyOf(
  { type, json, parent }: Pick<OutlineNode, "type" | "json" | "parent">,
  key: string,
): (SurveyProperty & { readonly name: string }) | undefined {
  const own = findProperty(type, key);
  if (own !== undefined || type !== "matrixdropdowncolumn") return own;
  return findProperty(cellTypeOf(json, parent?.json), key);
}

/** Class of the questions in the cells of a matrix column: its own, the matrix's, or a dropdown. */
export function cellTypeOf(column: JsonObject, matrix: JsonObject | undefined): string {
  const written = [column.cellType, matrix?.cellType].find(
    (type) => typeof type === "string" && type !== "default",
  );
  return typeof written === "string" && isSurveyClass(written) ? written : "dropdown";
}

type MutableNode = OutlineNode & { readonly children: OutlineNode[] };

class OutlineReader {
  readonly nodes: OutlineNode[] = [];
  readonly problems: { path: string; message: string }[] = [];

  problem(path: string, message: string): void {
    this.problems.push({ path, message });
  }

  read(
    json: JsonObject,
    type: string,
    path: string,
    slot: string,
    parent: OutlineNode | undefined,
    depth: number,
  ): OutlineNode {
    const node: MutableNode = { type, name: nameOf(json), path, slot, json, parent, children: [] };
    this.nodes.push(node);
    if (depth >= outlineLimits.depth) {
      this.problem(
        path,
        `Parts stand inside one another at most ${outlineLimits.depth} deep; what is inside this one is not read.`,
      );
      return node;
    }
    for (const key of Object.keys(json)) this.readProperty(node, key, json[key], depth);
    return node;
  }

  private readProperty(node: MutableNode, key: string, value: unknown, depth: number): void {
    const of = memberClass(node, key);
    if (of === undefined || value === null || value === undefined) return;
    const path = node.path === "" ? key : `${node.path}.${key}`;
    if (of.single) {
      if (isObject(value)) node.children.push(this.read(value, of.type, path, of.slot, node, depth + 1));
      return;
    }
    if (!isList(value)) {
      this.problem(path, "A list is expected here.");
      return;
    }
    for (const [i, member] of value.entries()) this.readMember(node, member, of, `${path}[${i}]`, depth);
  }

  private readMember(node: MutableNode, member: unknown, of: MemberClass, path: string, depth: number): void {
    if (this.nodes.length >= outlineLimits.nodes) {
      if (
        this.nodes.length === outlineLimits.nodes &&
        !this.problems.some((one) => one.message.startsWith("More than"))
      )
        this.problem(path, `More than ${outlineLimits.nodes} parts; what follows is not read.`);
      return;
    }
    const isValue = isKindOf(of.type, "itemvalue");
    const json = isObject(member) ? member : isValue ? bareChoice(member) : undefined;
    if (json === undefined) {
      this.problem(path, "A JSON object is expected here.");
      return;
    }
    node.children.push(this.read(json, this.typeOf(json, of, path), path, of.slot, node, depth + 1));
  }

  private typeOf(json: JsonObject, of: MemberClass, path: string): string {
    if (!of.typed) return of.type;
    const written = typeof json.type === "string" ? json.type : "";
    const type = `${written}${of.suffix}`;
    if (isSurveyClass(type)) return type;
    if (isSurveyClass(written)) return written;
    this.problem(
      `${path}.type`,
      written === "" ? "This part has no type." : `survey-core has no type ${written}.`,
    );
    return of.type;
  }
}

interface MemberClass {
  readonly slot: string;
  readonly type: string;
  readonly typed: boolean;
  readonly single: boolean;
  readonly suffix: string;
}

/** survey-core leaves the ending of some class names out in files: validators say "numeric", triggers "setvalue". */
const endings: Readonly<Record<string, string>> = { surveyvalidator: "validator", surveytrigger: "trigger" };

function memberClass(node: OutlineNode, key: string): MemberClass | undefined {
  const property = propertyOf(node, key);
  const slot = property?.name ?? key;
  if (slot === "elements" || slot === "templateElements" || slot === "detailElements")
    return isContainer(node.type, slot)
      ? { slot, type: "question", typed: true, single: false, suffix: "" }
      : undefined;
  if (property?.of === undefined || property.of === "string") return undefined;
  const single = property.type === "masksettings" || property.type === "restfull";
  const suffix = endings[property.of] ?? "";
  return { slot, type: property.of, typed: suffix !== "", single, suffix };
}

function isContainer(type: string, slot: string): boolean {
  const holders = ["survey", "panelbase", "choiceitem"];
  return slot === "elements"
    ? holders.some((holder) => isKindOf(type, holder))
    : propertiesOf(type).has(slot);
}

/** "yes|Yes, often" is the value "yes" with the text behind the line. */
function bareChoice(value: unknown): JsonObject {
  if (typeof value !== "string" || !value.includes("|")) return { value };
  const [code = "", ...text] = value.split("|");
  return { value: code, text: text.join("|") };
}

function nameOf(json: JsonObject): string | undefined {
  const name = json.name ?? json.value;
  return typeof name === "string" || typeof name === "number" || typeof name === "boolean"
    ? String(name)
    : undefined;
}
