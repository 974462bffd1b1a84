import { isList, isObject } from "../definition/json.ts";
import { type Outline, type OutlineNode, propertyOf } from "../definition/outline.ts";

/** What expressions compare a name with: the values worth trying for it. */
export interface Literals {
  /** Values by the name (in small letters) of an item, column, part or row that stands beside them in an expression. */
  of(name: string): readonly unknown[];
  /** All values of the questionnaire's expressions. */
  readonly all: readonly unknown[];
}

/** An expression of the questionnaire where it stands. */
export interface Written {
  readonly node: OutlineNode;
  readonly property: string;
  /** `pages[0].elements[2].visibleIf` */
  readonly path: string;
  readonly text: string;
  /** Whether its outcome is true or false. */
  readonly isCondition: boolean;
}

/** All expressions of a questionnaire, in the order of the file. */
export function expressionsOf(outline: Outline): Written[] {
  return outline.nodes.flatMap((node) =>
    Object.entries(node.json).flatMap(([key, text]) => {
      const property = propertyOf(node, key);
      const type = property?.type;
      const isConditional = type === "condition" || property?.name === "templateVisibleIf";
      if (typeof text !== "string" || text.trim() === "" || !(isConditional || type === "expression"))
        return [];
      const path = node.path === "" ? key : `${node.path}.${key}`;
      return [{ node, property: property?.name ?? key, path, text, isCondition: isConditional }];
    }),
  );
}

/** Names between braces, cut into their parts, in small letters: `{panel.age}` gives panel and age. */
export function namesIn(expression: string): string[] {
  return [...expression.matchAll(/\{([^{}]*)\}/g)].flatMap(([, reference = ""]) =>
    reference
      .replace(/^[$#]+/, "")
      .split(/[.[\]]/)
      .map((part) => part.trim().toLowerCase())
      .filter((part) => part !== "" && !/^\d+$/.test(part)),
  );
}

export function literalsOf(outline: Outline): Literals {
  const byName = new Map<string, unknown[]>();
  const all: unknown[] = [];
  for (const { text } of expressionsOf(outline)) {
    const values = valuesIn(text);
    all.push(...values);
    for (const name of namesIn(text)) byName.set(name, [...(byName.get(name) ?? []), ...values]);
  }
  for (const { json, type } of outline.nodes)
    if (type.endsWith("trigger") && typeof json.name === "string" && "value" in json)
      byName.set(json.name.toLowerCase(), [...(byName.get(json.name.toLowerCase()) ?? []), json.value]);
  return { of: (name) => byName.get(name.toLowerCase()) ?? [], all };
}

/** Constants of an expression and their neighbours; lists also as lists. */
export function valuesIn(expression: string): unknown[] {
  const outside = expression.replaceAll(/\{[^{}]*\}/g, " ");
  const lists = [...outside.matchAll(/\[([^[\]]*)\]/g)].map(([, members = ""]) => constantsIn(members));
  return [...constantsIn(outside).flatMap(neighbours), ...lists];
}

function constantsIn(text: string): unknown[] {
  const found = [
    ...text.matchAll(/'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|(-?\d+(?:\.\d+)?)|\b(true|false)\b/gi),
  ];
  const quoted = found.map(([, single, double, number, word]) => {
    if (number !== undefined) return Number(number);
    return word === undefined ? (single ?? double ?? "") : word.toLowerCase() === "true";
  });
  const bare = [...text.matchAll(/(?<![\w'"])[A-Za-z_][\w-]*(?![\w('"])/g)].map(([word]) => word);
  return [...quoted, ...bare.filter((word) => !operators.has(word.toLowerCase()))];
}

const operators = new Set(
  "and or not empty notempty contains notcontains anyof allof noneof greater less greaterorequal lessorequal equal notequal true false".split(
    " ",
  ),
);

function neighbours(value: unknown): unknown[] {
  if (typeof value === "number") return [value, value + 1, value - 1];
  if (typeof value === "string") return [value, value, `${value}x`, value.toUpperCase()];
  return [value];
}

/** Whether any member of a list or object satisfies `test`, at any depth. */
export function holds(value: unknown, test: (leaf: unknown) => boolean): boolean {
  if (isList(value)) return value.some((member) => holds(member, test));
  if (isObject(value)) return Object.values(value).some((member) => holds(member, test));
  return test(value);
}
