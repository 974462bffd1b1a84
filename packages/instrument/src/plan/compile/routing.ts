import { isList } from "../../definition/json.ts";
import type { OutlineNode } from "../../definition/outline.ts";
import { isNumber } from "../../expressions/index.ts";
import type { CalculatedValueSpec, TriggerSpec } from "../specs.ts";
import type { Compiler } from "./compiler.ts";
import { Meaning } from "./meaning.ts";

export function compileCalculatedValues(
  nodes: readonly OutlineNode[],
  compiler: Compiler,
): CalculatedValueSpec[] {
  return nodes.flatMap((node) => {
    compiler.properties(node);
    const meaning = new Meaning(node);
    const expression = compiler.expressionOf(meaning, "expression");
    const name = meaning.text("name");
    if (name === "" || expression === undefined) return [];
    return [{ name, expression, includeIntoResult: meaning.flag("includeIntoResult") }];
  });
}

const kinds: ReadonlyMap<string, TriggerSpec["type"]> = new Map([
  ["visibletrigger", "visible"],
  ["setvaluetrigger", "setvalue"],
  ["copyvaluetrigger", "copyvalue"],
  ["runexpressiontrigger", "runexpression"],
  ["skiptrigger", "skip"],
  ["completetrigger", "complete"],
]);

export function compileTriggers(nodes: readonly OutlineNode[], compiler: Compiler): TriggerSpec[] {
  return nodes.flatMap((node) => compileTrigger(node, compiler) ?? []);
}

function compileTrigger(node: OutlineNode, compiler: Compiler): TriggerSpec | undefined {
  const type = kinds.get(node.type);
  if (type === undefined) {
    compiler.refuse(node.path, `type ${node.type}`, "The plan does not know this kind of trigger.");
    return undefined;
  }
  compiler.properties(node);
  const meaning = new Meaning(node);
  const expression = compiler.expression(
    meaning.get("expression") ?? builtExpression(meaning, compiler),
    node.path,
  );
  const base = { type, expression };
  switch (type) {
    case "visible":
      return { ...base, pages: namesIn(meaning.get("pages")), questions: namesIn(meaning.get("questions")) };
    case "setvalue":
      return {
        ...base,
        setToName: meaning.text("setToName"),
        setValue: meaning.get("setValue"),
        isVariable: meaning.flag("isVariable"),
      };
    case "copyvalue":
      return {
        ...base,
        setToName: meaning.text("setToName"),
        fromName: meaning.text("fromName"),
        copyDisplayValue: meaning.flag("copyDisplayValue"),
      };
    case "runexpression": {
      const runExpression = compiler.expressionOf(meaning, "runExpression");
      return {
        ...base,
        setToName: meaning.text("setToName"),
        ...(runExpression === undefined ? {} : { runExpression }),
      };
    }
    default:
      return base;
  }
}

/** Older files say name, operator and value instead of an expression. */
function builtExpression(meaning: Meaning, compiler: Compiler): string {
  const name = meaning.text("name");
  if (name === "") return "";
  const operator = (meaning.text("operator") || "equal").toLowerCase();
  const known = operators.has(operator) ? operator : "equal";
  if (known === "empty" || known === "notempty") return `{${name}} ${known}`;
  const value = meaning.get("value");
  if (value === undefined || value === null || value === "" || (isList(value) && value.length === 0))
    return "";
  if (typeof value === "string" || typeof value === "number")
    return `{${name}} ${known} ${operandText(value)}`;
  compiler.refuse(meaning.place("value"), "value", "Say in an expression what this trigger waits for.");
  return "";
}

const operators = new Set(
  "empty notempty equal notequal contains notcontains greater less greaterorequal lessorequal".split(" "),
);

/** @source survey-core 3.0.0, OperandMaker.toOperandString */
function operandText(value: string | number): string {
  const isWord =
    typeof value === "string" && value !== "" && !isNumber(value) && !/^(true|false)$/i.test(value);
  return isWord ? `'${value}'` : String(value);
}

function namesIn(list: unknown): string[] {
  return isList(list) ? list.filter((name) => typeof name === "string") : [];
}
