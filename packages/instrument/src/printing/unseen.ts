import { isKindOf, Measures, type Outline, type OutlineNode } from "../definition/index.ts";
import { clauseOf } from "./conditions.ts";
import type { Directory } from "./directory.ts";
import { filledIn } from "./filled.ts";
import type { NotesLanguage } from "./model.ts";

/**
 * Calculated values, hidden items and what triggers do, in words: a committee decides on these too.
 *
 * @param measures  content of measures.json, which says how given and drawn items are filled
 */
export function unseenOf(
  { nodes }: Outline,
  directory: Directory,
  { measures, notes }: { readonly measures: unknown; readonly notes: NotesLanguage },
): string[] {
  const { phrases } = directory;
  const filled = filledBy(measures, notes);
  return nodes.flatMap((node) => {
    const { type, name = "", json } = node;
    if ((type === "calculatedvalue" || type === "expression") && typeof json.expression === "string")
      return [phrases.calculated(name, json.expression)];
    if (isKindOf(type, "surveytrigger")) return triggerOf(node, directory);
    return node.json.visible === false && isKindOf(type, "question")
      ? [`${name}: ${filled.get(name) ?? phrases.hiddenItem}`]
      : [];
  });
}

/** How items that nobody is asked are filled, by name; measures that cannot be read say nothing. */
function filledBy(measures: unknown, notes: NotesLanguage): ReadonlyMap<string, string> {
  const { success, data } = Measures.safeParse(measures);
  if (!success) return new Map();
  return new Map(
    Object.entries(data.items).flatMap(([name, measure]) => {
      const words = filledIn(measure, notes);
      return words === undefined ? [] : [[name, words]];
    }),
  );
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
