import { isList, isObject, type JsonObject } from "./json.ts";
import { isQuestion, type OutlineNode, readOutline } from "./outline.ts";
import { RenamedReferences } from "./rename-references.ts";
import { isKindOf } from "./surveyjs/classes.ts";

/**
 * The questionnaire with items, parts and calculated values renamed, also in expressions, triggers, texts with
 * `{name}`, value names, and answers given beforehand. All else stays as it is, in its order.
 *
 * @param table  new names by old ones; see `renamingFor`
 */
export function renameItems(questionnaire: unknown, table: ReadonlyMap<string, string>): unknown {
  const { nodes } = readOutline(questionnaire);
  const references = new RenamedReferences(
    nodes.filter(isNamed).flatMap(({ name }) => name ?? []),
    table,
  );
  const byJson = new Map<unknown, OutlineNode>(nodes.map((node) => [node.json, node]));
  const rename = (value: unknown, key: string, node: OutlineNode | undefined, depth = 0): unknown => {
    if (depth > deepest) return value;
    if (typeof value === "string") return renamedString(value, key, node, references);
    if (isList(value)) return value.map((member) => rename(member, key, node, depth + 1));
    if (!isObject(value)) return value;
    return renamedObject(value, byJson.get(value) ?? node, key, depth + 1);
  };
  const renamedObject = (
    object: JsonObject,
    node: OutlineNode | undefined,
    key: string,
    depth: number,
  ): JsonObject => {
    const isAnswer = answers.has(key);
    return Object.fromEntries(
      Object.entries(object).map(([name, member]) => [
        isAnswer ? (table.get(name) ?? name) : name,
        rename(member, isAnswer ? key : name, node, depth),
      ]),
    );
  };
  return rename(questionnaire, "", undefined);
}

/** Deeper than any questionnaire; what lies below stays as it is. */
const deepest = 500;

/** Properties that hold answers, by the names of items or parts. */
const answers = new Set(["defaultValue", "defaultPanelValue", "defaultRowValue", "correctAnswer"]);

/** Properties that name an item or part. */
const pointers = new Set([
  "valueName",
  "choicesFromQuestion",
  "choiceValuesFromQuestion",
  "choiceTextsFromQuestion",
  "keyName",
  "setToName",
  "fromName",
  "gotoName",
  "questions",
  "bindings",
  "panelCount",
  "rowCount",
]);

/** Strings that are no words and no expressions. */
const untouched = new Set(["value", "regex", "pattern", "type", "cellType", ...answers]);

function renamedString(
  text: string,
  key: string,
  node: OutlineNode | undefined,
  references: RenamedReferences,
): string {
  const { table } = references;
  if (key === "name") return node !== undefined && isNamed(node) ? (table.get(text) ?? text) : text;
  if (pointers.has(key)) return table.get(text) ?? text;
  return untouched.has(key) ? text : references.in(text);
}

function isNamed(node: OutlineNode): boolean {
  return (
    isQuestion(node) ||
    ["matrixdropdowncolumn", "multipletextitem", "calculatedvalue"].some((type) => isKindOf(node.type, type))
  );
}
