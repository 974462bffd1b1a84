import {
  isKindOf,
  isObject,
  type JsonObject,
  type OutlineNode,
  readOutline,
} from "../../definition/index.ts";
import type { ComparedDefinition } from "../compared.ts";

/** What an answer belongs to: an item, a row, a part of a composite, a column of a grid. */
export interface Part {
  /** Address, as in `Change`. */
  readonly item: string;
  readonly node: OutlineNode;
  /** Address of the item it is part of; "" for an item itself. */
  readonly of: string;
  readonly page: string;
  /** Conditions of page, panels and part itself under which it is shown, outermost first. */
  readonly shown: readonly string[];
  /** The same for being open to answers. */
  readonly open: readonly string[];
}

/** A definition taken apart for comparison. */
export interface Parts {
  readonly survey: OutlineNode;
  readonly nodes: readonly OutlineNode[];
  /** By address, in the order respondents meet them. */
  readonly parts: ReadonlyMap<string, Part>;
  /** Pages and panels by name, or by place where they have none. */
  readonly containers: ReadonlyMap<string, OutlineNode>;
  /** Entries of measures.json by item; undefined where there is no such file. */
  readonly measures: ReadonlyMap<string, JsonObject> | undefined;
  readonly manifest: JsonObject | undefined;
  readonly problems: readonly { readonly path: string; readonly message: string }[];
  readonly questionnaire: unknown;
}

export function readParts({ questionnaire, measures, manifest }: ComparedDefinition): Parts {
  const outline = readOutline(questionnaire);
  const reader = new PartReader();
  const top = { prefix: "", of: "", page: "", shown: [], open: [] };
  for (const child of outline.survey.children) reader.read(child, top);
  return {
    survey: outline.survey,
    nodes: outline.nodes,
    problems: outline.problems,
    questionnaire,
    parts: reader.parts,
    containers: reader.containers,
    measures: measuresByItem(measures),
    manifest: isObject(manifest) ? manifest : undefined,
  };
}

/** The item whose measures and conditions a part shares: `contact` of `contact.neighbours`. */
export function itemOf(address: string): string {
  return /^[^.[]+/.exec(address)?.[0] ?? address;
}

/** What measures.json says of a part: `roster.part` there is `roster[].part` here. */
export function measureOf({ measures }: Pick<Parts, "measures">, address: string): JsonObject | undefined {
  return measures?.get(address.replaceAll(/\[\]|\.\*/g, ""));
}

function measuresByItem(measures: unknown): Map<string, JsonObject> | undefined {
  if (!isObject(measures) || !isObject(measures.items)) return undefined;
  return new Map(
    Object.entries(measures.items).filter((entry): entry is [string, JsonObject] => isObject(entry[1])),
  );
}

interface Around {
  readonly prefix: string;
  readonly of: string;
  readonly page: string;
  readonly shown: readonly string[];
  readonly open: readonly string[];
}

class PartReader {
  readonly parts = new Map<string, Part>();
  readonly containers = new Map<string, OutlineNode>();

  read(node: OutlineNode, around: Around): void {
    if (isKindOf(node.type, "panelbase")) this.readContainer(node, around);
    else if (isAnswered(node)) this.readPart(node, around);
    else if (node.slot === "choices") for (const child of node.children) this.read(child, around);
  }

  private readContainer(node: OutlineNode, around: Around): void {
    const name = node.name ?? node.path;
    this.containers.set(this.free(this.containers, `${around.prefix}${name}`), node);
    const inside = withConditions(node, node.slot === "pages" ? { ...around, page: name } : around);
    for (const child of node.children) this.read(child, inside);
  }

  private readPart(node: OutlineNode, around: Around): void {
    const name = node.name ?? `unnamed at ${node.path}`;
    const item = this.free(this.parts, `${around.prefix}${name}`);
    const { of, page, shown, open } = withConditions(node, around);
    this.parts.set(item, { item, node, of, page, shown, open });
    for (const child of node.children) {
      const prefix = `${item}${stepTo(child, node)}`;
      const isBeside = child.slot === "choices";
      this.read(child, isBeside ? around : { prefix, of: item, page, shown: [], open: [] });
    }
  }

  private free(taken: ReadonlyMap<string, unknown>, name: string): string {
    if (!taken.has(name)) return name;
    for (let i = 2; ; i++) if (!taken.has(`${name} (${i})`)) return `${name} (${i})`;
  }
}

/** Rows and parts follow a dot; where entries are added their place is open; under given rows it is any row. */
function stepTo(child: OutlineNode, { type }: OutlineNode): string {
  const isInEntry = ["templateElements", "detailElements"].includes(child.slot) || isGridColumn(child);
  if (!isInEntry) return ".";
  return isKindOf(type, "matrixdropdown") ? ".*." : "[].";
}

function isGridColumn({ type }: OutlineNode): boolean {
  return type === "matrixdropdowncolumn";
}

function isAnswered(node: OutlineNode): boolean {
  return (
    isKindOf(node.type, "question") ||
    isGridColumn(node) ||
    node.type === "multipletextitem" ||
    (node.slot === "rows" && isKindOf(node.type, "itemvalue"))
  );
}

/** survey-core reads `visible` only where there is no `visibleIf`, and `readOnly` before `enableIf`. */
function withConditions({ json }: OutlineNode, around: Around): Around {
  const { visible, visibleIf, readOnly, enableIf } = json;
  const shown = isCondition(visibleIf) ? [visibleIf] : visible === false ? ["false"] : [];
  const open = readOnly === true ? ["false"] : isCondition(enableIf) ? [enableIf] : [];
  return { ...around, shown: [...around.shown, ...shown], open: [...around.open, ...open] };
}

function isCondition(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}
