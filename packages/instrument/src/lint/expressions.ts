import { type Item, type Outline, type OutlineNode, propertyOf } from "../definition/index.ts";
import { type Expression, ExpressionError, parseExpression, type Reference } from "../expressions/index.ts";

/** An expression where it stands. */
export interface PlacedExpression {
  readonly node: OutlineNode;
  /** survey-core's name of the property: "visibleIf", "setValueExpression" … */
  readonly property: string;
  readonly path: string;
  readonly text: string;
  /** Absent where it cannot be read; survey-core's linter and the plan say why. */
  readonly expression?: Expression;
}

/** All conditions and expressions of a questionnaire, in its order. */
export function expressionsIn({ nodes }: Outline): PlacedExpression[] {
  return nodes.flatMap((node) =>
    Object.entries(node.json).flatMap(([key, text]) => {
      const property = propertyOf(node, key);
      if (property === undefined || typeof text !== "string" || text === "") return [];
      if (property.type !== "condition" && property.type !== "expression") return [];
      const path = node.path === "" ? key : `${node.path}.${key}`;
      const expression = parsed(text);
      return [{ node, property: property.name, path, text, ...(expression ? { expression } : {}) }];
    }),
  );
}

/** An expression as a tree; undefined where it cannot be read. */
export function parsed(text: string): Expression | undefined {
  try {
    return parseExpression(text);
  } catch (error) {
    if (error instanceof ExpressionError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Items by the name their answers are stored under, in lower case: conditions do not tell cases apart. */
export function itemsByName(items: readonly Item[]): ReadonlyMap<string, Item> {
  const entries = items.flatMap((item): [string, Item][] => [
    [item.name.toLowerCase(), item],
    ...(item.valueName === undefined ? [] : [[item.valueName.toLowerCase(), item] as [string, Item]]),
  ]);
  return new Map(entries.reverse());
}

/** The item a reference speaks of, and what it asks of it: `{help[0].name}` asks something inside `help`. */
export function referred(
  { name }: Reference,
  items: ReadonlyMap<string, Item>,
): { readonly item: Item; readonly inside: boolean } | undefined {
  const written = name.toLowerCase();
  for (let end = written.length; end > 0; end = lastStep(written, end)) {
    const item = items.get(written.slice(0, end));
    if (item) return { item, inside: end < written.length };
  }
  return undefined;
}

function lastStep(written: string, end: number): number {
  return Math.max(written.lastIndexOf(".", end - 1), written.lastIndexOf("[", end - 1));
}

/** The first item in every part of a questionnaire that holds any, by the path of the part. */
export function firstItems({ nodes }: Outline, items: readonly Item[]): ReadonlyMap<string, Item> {
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  const first = new Map<string, Item>();
  for (const item of items)
    for (let node = byPath.get(item.path); node !== undefined && !first.has(node.path); node = node.parent)
      first.set(node.path, item);
  return first;
}

/** The item that a part belongs to, or the first one inside it; none for parts of the whole questionnaire. */
export function itemAround(node: OutlineNode, first: ReadonlyMap<string, Item>): Item | undefined {
  for (let at: OutlineNode | undefined = node; at !== undefined && at.path !== ""; at = at.parent) {
    const item = first.get(at.path);
    if (item !== undefined) return item;
  }
  return undefined;
}
