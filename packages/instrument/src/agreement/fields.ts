import { isList, type JsonObject } from "../definition/json.ts";
import { cellTypeOf, isQuestion, type Outline, type OutlineNode } from "../definition/outline.ts";
import { isKindOf } from "../definition/surveyjs/classes.ts";

/** A place for an answer: a question, a column, a part of a multiple text. */
export interface Field {
  /** The key of the answer among its neighbours: valueName or name. */
  readonly key: string;
  /** As conditions call it, in small letters. */
  readonly name: string;
  /** survey-core's class of the question or of the questions in a column's cells. */
  readonly type: string;
  /** The class's properties where the file sets them; for a column also the matrix's. */
  readonly json: JsonObject;
  readonly node: OutlineNode;
  /** Codes that can be chosen. */
  readonly codes: readonly unknown[];
  /** Codes of the rows of a matrix. */
  readonly rows: readonly unknown[];
  /** Columns, parts of an entry, items of a multiple text; and what stands in detail panels. */
  readonly parts: readonly Field[];
}

/** Places for answers at the top of a response, in questionnaire order. */
export function fieldsOf(outline: Outline): Field[] {
  const byName = new Map(
    outline.nodes.flatMap((node) => (node.name === undefined ? [] : [[node.name, node]])),
  );
  return fieldsIn(outline.survey, byName);
}

type Nodes = ReadonlyMap<string, OutlineNode>;

function fieldsIn(holder: OutlineNode, byName: Nodes): Field[] {
  return holder.children.flatMap((child) => {
    if (isKindOf(child.type, "panelbase")) return fieldsIn(child, byName);
    if (!isQuestion(child)) return [];
    const underChoices = child.children
      .filter(({ slot }) => slot === "choices")
      .flatMap((choice) => fieldsIn(choice, byName));
    return [fieldOf(child, child.type, child.json, byName), ...underChoices];
  });
}

function fieldOf(node: OutlineNode, type: string, json: JsonObject, byName: Nodes): Field {
  const name = node.name ?? "";
  const key = typeof json.valueName === "string" && json.valueName !== "" ? json.valueName : name;
  const codes = codesOf(node, type, json, byName);
  const rows = valuesIn(node, "rows");
  return { key, name: name.toLowerCase(), type, json, node, codes, rows, parts: partsOf(node, type, byName) };
}

function partsOf(node: OutlineNode, type: string, byName: Nodes): Field[] {
  if (isKindOf(type, "matrixdropdownbase")) {
    const columns = node.children
      .filter(({ slot }) => slot === "columns")
      .map((column) => {
        const cell = cellTypeOf(column.json, node.json);
        return fieldOf(column, cell, { choices: node.json.choices, ...column.json }, byName);
      });
    return [...columns, ...fieldsUnder(node, "detailElements", byName)];
  }
  if (type === "paneldynamic") return fieldsUnder(node, "templateElements", byName);
  if (type === "multipletext")
    return node.children
      .filter(({ slot }) => slot === "items")
      .map((item) => fieldOf(item, "text", item.json, byName));
  return [];
}

function fieldsUnder(node: OutlineNode, slot: string, byName: Nodes): Field[] {
  return fieldsIn({ ...node, children: node.children.filter((child) => child.slot === slot) }, byName);
}

function codesOf(node: OutlineNode, type: string, json: JsonObject, byName: Nodes): unknown[] {
  if (type === "matrix") return valuesIn(node, "columns");
  if (type === "rating") return ratingCodes(node, json);
  if (type === "boolean") return [json.valueTrue ?? true, json.valueFalse ?? false];
  if (type === "imagemap") return valuesIn(node, "areas");
  const own = valuesIn(node, "choices");
  const shared = own.length === 0 && node.parent ? valuesIn(node.parent, "choices") : [];
  return [...own, ...shared, ...rangeCodes(json), ...carriedCodes(json, byName), ...specialCodes(json)];
}

function valuesIn(node: OutlineNode, slot: string): unknown[] {
  return node.children.flatMap((child) => (child.slot === slot ? [child.json.value ?? child.json.name] : []));
}

function ratingCodes(node: OutlineNode, json: JsonObject): unknown[] {
  const listed = valuesIn(node, "rateValues");
  if (listed.length > 0) return listed;
  const [from, step] = [numberOr(json.rateMin, 1), Math.abs(numberOr(json.rateStep, 1)) || 1];
  const to = numberOr(json.rateMax, from + step * (numberOr(json.rateCount, 5) - 1));
  return Array.from({ length: Math.min(30, Math.floor((to - from) / step) + 1) }, (_, i) => from + i * step);
}

function rangeCodes(json: JsonObject): unknown[] {
  const [from, to, step] = [
    numberOr(json.choicesMin, 0),
    numberOr(json.choicesMax, 0),
    numberOr(json.choicesStep, 1),
  ];
  if (to <= from || step <= 0) return [];
  return Array.from({ length: Math.min(30, Math.floor((to - from) / step) + 1) }, (_, i) => from + i * step);
}

function carriedCodes(json: JsonObject, byName: Nodes): unknown[] {
  const source =
    typeof json.choicesFromQuestion === "string" ? byName.get(json.choicesFromQuestion) : undefined;
  return source ? [...valuesIn(source, "choices"), ...(isList(source.json.choices) ? ["other"] : [])] : [];
}

const specials: readonly [readonly string[], string][] = [
  [["showOtherItem", "hasOther"], "other"],
  [["showNoneItem", "hasNone"], "none"],
  [["showRefuseItem"], "refused"],
  [["showDontKnowItem"], "dontknow"],
];

function specialCodes(json: JsonObject): unknown[] {
  return specials.flatMap(([keys, code]) => (keys.some((key) => json[key] === true) ? [code] : []));
}

export function numberOr(value: unknown, otherwise: number): number {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : otherwise;
}

/** Validators of a field as the file has them. */
export function validatorsOf({ node }: Field): readonly JsonObject[] {
  return node.children.filter(({ slot }) => slot === "validators").map(({ json }) => json);
}
