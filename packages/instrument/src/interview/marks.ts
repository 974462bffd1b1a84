import { isObject, type JsonObject } from "../definition/json.ts";
import {
  cellTypeOf,
  type Outline,
  type OutlineNode,
  propertyOf,
  readOutline,
} from "../definition/outline.ts";
import { isKindOf } from "../definition/surveyjs/classes.ts";

/** A copy of a questionnaire in which every message of a rule says where the rule stands. */
export interface MarkedQuestionnaire {
  readonly json: JsonObject;
  readonly outline: Outline;
  /** Marks whose text the questionnaire words itself; the others have survey-core's own words. */
  readonly ownWords: ReadonlySet<string>;
}

/**
 * Gives each text that a finding may show (validators, required, least and largest value, other, key) its own place as
 * words: `pages[0].elements[2].validators[0].text`. So a finding says which rule spoke.
 */
export function markTexts(questionnaire: JsonObject): MarkedQuestionnaire {
  const json = structuredClone(questionnaire);
  const outline = readOutline(json);
  const ownWords = new Set<string>();
  for (const node of outline.nodes)
    for (const property of messageProperties(node)) {
      const mark = node.path === "" ? property : `${node.path}.${property}`;
      const key = keyOf(node, property);
      if (isWorded(node.json[key])) ownWords.add(mark);
      if (Object.isExtensible(node.json)) Reflect.set(node.json, key, mark);
    }
  return { json, outline, ownWords };
}

function messageProperties(node: OutlineNode): string[] {
  if (isKindOf(node.type, "surveyvalidator")) return ["text"];
  if (node.type === "survey" || node.slot === "choices" || node.slot === "rows") return [];
  const cell = node.type === "matrixdropdowncolumn" ? cellTypeOf(node.json, node.parent?.json) : node.type;
  const properties = ["requiredErrorText", "otherErrorText", "keyDuplicationError"];
  if (cell === "text" || cell === "multipletextitem") properties.push("minErrorText", "maxErrorText");
  return properties.filter(
    (property) => propertyOf(node, property) !== undefined || property.startsWith("m"),
  );
}

/** The key under which the file holds a property: its present or its older name. */
function keyOf(node: OutlineNode, property: string): string {
  return Object.keys(node.json).find((key) => propertyOf(node, key)?.name === property) ?? property;
}

function isWorded(text: unknown): boolean {
  return typeof text === "string" ? text !== "" : isObject(text) && Object.values(text).some(isWorded);
}
