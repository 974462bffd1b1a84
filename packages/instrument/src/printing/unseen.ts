import { isKindOf, type Outline, type OutlineNode } from "../definition/index.ts";
import { clauseOf } from "./conditions.ts";
import type { Directory } from "./directory.ts";

/** Calculated values and what triggers do, in words: a committee decides on these too. */
export function unseenOf({ nodes }: Outline, directory: Directory): string[] {
  const { phrases } = directory;
  return nodes.flatMap((node) => {
    const { type, name = "", json } = node;
    if ((type === "calculatedvalue" || type === "expression") && typeof json.expression === "string")
      return [phrases.calculated(name, json.expression)];
    if (isKindOf(type, "surveytrigger")) return triggerOf(node, directory);
    return node.json.visible === false && isKindOf(type, "question")
      ? [`${name}: ${phrases.hiddenItem}`]
      : [];
  });
}

const effects = {
  completetrigger: "complete",
  skiptrigger: "skip",
  setvaluetrigger: "set",
  copyvaluetrigger: "copy",
  runexpressiontrigger: "run",
  visibletrigger: "show",
} as const;

function triggerOf({ type, json }: OutlineNode, directory: Directory): string[] {
  const { phrases } = directory;
  const effect = Object.entries(effects).find(([kind]) => kind === type)?.[1];
  if (effect === undefined) return [];
  const targets = [json.gotoName, json.setToName, json.questions, json.pages].flat();
  const names = targets.filter((target) => typeof target === "string" && target !== "");
  const labels = names.map((name) => directory.find(String(name))?.label ?? String(name));
  const clause =
    typeof json.expression === "string" ? clauseOf(json.expression, directory) : String(json.name ?? "");
  return [phrases.trigger(clause, phrases.effect(effect, labels.join(", ")))];
}
