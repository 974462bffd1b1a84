import type { Item } from "../item.ts";
import { parseCondition } from "./parse.ts";
import { type Comparison, type Condition, ConditionError, type Operand, type Reference } from "./tree.ts";

/**
 * What is wrong with a condition that stands after `earlier` items, or undefined.
 * A comparison must make sense for the items it names: `contains` on single choice would compare parts of words,
 * and a code that no option has could never be chosen.
 */
export function objectionTo(text: string, earlier: readonly Item[]): string | undefined {
  try {
    check(parseCondition(text), earlier);
    return undefined;
  } catch (error) {
    if (error instanceof ConditionError || error instanceof MisfitError) return error.message;
    throw error;
  }
}

/** The item a reference names, in whatever case. */
export function referredItem({ item }: Reference, items: readonly Item[]): Item | undefined {
  return items.find(({ name }) => name.toLowerCase() === item.toLowerCase());
}

class MisfitError extends Error {}

function check(condition: Condition, earlier: readonly Item[]): void {
  switch (condition.type) {
    case "all":
    case "any":
      for (const part of condition.parts) check(part, earlier);
      return;
    case "not":
      check(condition.part, earlier);
      return;
    case "empty":
    case "notempty":
      find(condition.left, earlier);
      return;
    case "comparison":
      checkComparison(condition, earlier);
      return;
    case "constant":
      return;
    default:
      condition satisfies never;
  }
}

/** What a comparison sees on its left: one code, one number, several codes, or nothing comparable. */
type Sight = "code" | "number" | "codes" | "none";

function sightOf(item: Item, { row }: Reference): Sight {
  if (item.kind === "matrix") return row === undefined ? "none" : "code";
  const sights: Partial<Record<Item["kind"], Sight>> = {
    single: "code",
    rating: "code",
    number: "number",
    multiple: "codes",
  };
  return sights[item.kind] ?? "none";
}

const operators: Readonly<Record<Exclude<Sight, "none">, readonly string[]>> = {
  code: ["=", "!=", "<", "<=", ">", ">=", "anyof", "noneof"],
  number: ["=", "!=", "<", "<=", ">", ">=", "anyof", "noneof"],
  codes: ["=", "!=", "contains", "notcontains", "anyof", "allof", "noneof"],
};

function checkComparison({ operator, left, right }: Comparison, earlier: readonly Item[]): void {
  const item = find(left, earlier);
  const sight = sightOf(item, left);
  if (sight === "none") throw new MisfitError(`{${spelled(left)}} can only be asked for empty or notempty.`);
  if (!operators[sight].includes(operator)) {
    throw new MisfitError(
      `${operator} does not suit {${spelled(left)}}. Known for it: ${operators[sight].join(", ")}.`,
    );
  }
  if (right.type === "reference") checkOther(operator, sight, right, earlier);
  else checkValues(operator, sight, item, left, right);
}

function checkOther(operator: string, sight: Sight, right: Reference, earlier: readonly Item[]): void {
  const other = sightOf(find(right, earlier), right);
  const comparable = sight !== "codes" && other !== "codes" && other !== "none" && !operator.endsWith("of");
  if (!comparable)
    throw new MisfitError(`{${spelled(right)}} cannot stand on the right of ${operator} here.`);
}

function checkValues(
  operator: string,
  sight: Sight,
  item: Item,
  left: Reference,
  right: Exclude<Operand, Reference>,
): void {
  const needsList = operator.endsWith("of") || (sight === "codes" && !operator.endsWith("contains"));
  const takesList = needsList || sight === "codes";
  if (needsList && right.type !== "list")
    throw new MisfitError(
      `${operator} is followed by a list here: {${spelled(left)}} ${operator} ['a', 'b'].`,
    );
  if (!takesList && right.type === "list")
    throw new MisfitError(`${operator} is followed by one value; for several write anyof.`);
  const values = right.type === "list" ? right.values : [right.value];
  const ordered = operator.includes("<") || operator.includes(">");
  for (const value of values) {
    if (typeof value === "boolean")
      throw new MisfitError("No item has the answers true and false; compare with a code.");
    if (ordered && typeof value !== "number") throw new MisfitError(`${operator} compares with a number.`);
    if (!ordered && sight !== "number" && !item.choices.some(({ code }) => code === value)) {
      throw new MisfitError(`{${spelled(left)}} has no code ${value} (${typeof value}).`);
    }
    if (sight === "number" && typeof value !== "number")
      throw new MisfitError(`{${spelled(left)}} is a number; compare it with one.`);
  }
}

function find(reference: Reference, earlier: readonly Item[]): Item {
  const item = referredItem(reference, earlier);
  if (!item)
    throw new MisfitError(
      `{${spelled(reference)}} is no item that stands before this place; conditions look back only.`,
    );
  const { row } = reference;
  const hasRow = item.rows.some(({ code }) => String(code).toLowerCase() === row?.toLowerCase());
  if (row !== undefined && !hasRow)
    throw new MisfitError(`{${spelled(reference)}}: ${item.name} is no matrix with this row.`);
  return item;
}

function spelled({ item, row }: Reference): string {
  return row === undefined ? item : `${item}.${row}`;
}
