import type { Item } from "../../definition/index.ts";
import type { Expression, Operation } from "../../expressions/index.ts";
import { parsed, referred } from "../expressions.ts";

/** An end of a range: whether it belongs to the range. */
interface End {
  readonly value: number;
  readonly isIn: boolean;
}

/** What conditions that must all hold ask of the answer to one item. */
export interface Demand {
  readonly item: Item;
  /** Codes, in small letters, one of which it must be; absent: any. */
  allowed?: ReadonlySet<string>;
  readonly excluded: Set<string>;
  /** Codes that must be, and must not be, among several. */
  readonly holds: Set<string>;
  readonly lacks: Set<string>;
  least: End;
  greatest: End;
  isEmpty: boolean;
  isAnswered: boolean;
}

/** Whether a condition can hold at all without looking at answers. */
export class Demands {
  readonly byItem = new Map<Item, Demand>();
  /** A condition says plainly that it never holds. */
  isNever = false;
  private readonly items: ReadonlyMap<string, Item>;

  constructor(items: ReadonlyMap<string, Item>) {
    this.items = items;
  }

  /** Adds what a condition asks; what stands on either side of "or", and what is calculated, asks nothing certain. */
  add(condition: string): void {
    const expression = parsed(condition);
    if (expression !== undefined) this.ask(expression);
  }

  private ask(expression: Expression): void {
    if (expression.type === "constant" && expression.value === false) this.isNever = true;
    if (expression.type === "operation") this.askOperation(expression);
    if (expression.type !== "check" || expression.operand.type !== "reference") return;
    const demand = this.of(expression.operand);
    if (demand === undefined) return;
    if (expression.check === "empty") demand.isEmpty = true;
    if (expression.check === "notempty") demand.isAnswered = true;
  }

  private askOperation({ operator, left, right }: Operation): void {
    if (operator === "and") {
      this.ask(left);
      this.ask(right);
      return;
    }
    const demand = this.of(left);
    const values = valuesOf(right);
    if (demand !== undefined && values !== undefined) demandOf(demand, operator, values);
  }

  /** Only whole answers are looked at, not what stands inside them. */
  private of(expression: Expression): Demand | undefined {
    if (expression.type !== "reference" || expression.reference.isProperty) return undefined;
    const found = referred(expression.reference, this.items);
    if (found === undefined || found.inside) return undefined;
    const known = this.byItem.get(found.item);
    if (known !== undefined) return known;
    const demand: Demand = {
      item: found.item,
      excluded: new Set(),
      holds: new Set(),
      lacks: new Set(),
      least: { value: -Infinity, isIn: true },
      greatest: { value: Infinity, isIn: true },
      isEmpty: false,
      isAnswered: false,
    };
    this.byItem.set(found.item, demand);
    return demand;
  }
}

function valuesOf(expression: Expression): (string | number | boolean)[] | undefined {
  if (expression.type === "constant") return [expression.value];
  if (expression.type !== "list") return undefined;
  const values = expression.items.flatMap((item) => (item.type === "constant" ? [item.value] : []));
  return values.length === expression.items.length ? values : undefined;
}

const severalCodes = ["multiple", "ranking"];
const oneCode = ["single", "rating", "boolean", "number"];

function demandOf(
  demand: Demand,
  operator: Operation["operator"],
  values: readonly (string | number | boolean)[],
): void {
  const codes = new Set(values.map((value) => String(value).toLowerCase()));
  if (severalCodes.includes(demand.item.kind)) demandSeveral(demand, operator, codes);
  if (!oneCode.includes(demand.item.kind)) return;
  if (operator === "=" || operator === "anyof") {
    demand.allowed =
      demand.allowed === undefined ? codes : new Set([...demand.allowed].filter((code) => codes.has(code)));
    demand.isAnswered = true;
  }
  if (operator === "!=" || operator === "noneof") for (const code of codes) demand.excluded.add(code);
  const [number] = values;
  if (typeof number !== "number" || !["<", "<=", ">", ">="].includes(operator)) return;
  demand.isAnswered = true;
  const end = { value: number, isIn: operator.endsWith("=") };
  if (operator.startsWith(">")) demand.least = tighter(demand.least, end, 1);
  else demand.greatest = tighter(demand.greatest, end, -1);
}

/** The end that leaves less: the higher one below (1), the lower one above (-1), at the same place the open one. */
function tighter(a: End, b: End, direction: 1 | -1): End {
  if (a.value === b.value) return a.isIn ? b : a;
  return (b.value - a.value) * direction > 0 ? b : a;
}

function demandSeveral(demand: Demand, operator: Operation["operator"], codes: ReadonlySet<string>): void {
  if (operator === "contains" || operator === "allof") {
    for (const code of codes) demand.holds.add(code);
    demand.isAnswered = true;
  }
  if (operator === "anyof") demand.isAnswered = true;
  if (operator === "notcontains" || operator === "noneof") for (const code of codes) demand.lacks.add(code);
}

/** Whether no answer can meet a demand. */
export function contradicts(demand: Demand): boolean {
  const { allowed, excluded, holds, lacks, least, greatest, isEmpty, isAnswered } = demand;
  if (isEmpty && isAnswered) return true;
  if (least.value > greatest.value) return true;
  if (least.value === greatest.value && !(least.isIn && greatest.isIn)) return true;
  if ([...holds].some((code) => lacks.has(code))) return true;
  if (allowed === undefined) return false;
  return ![...allowed].some((code) => {
    const number = Number(code);
    return !excluded.has(code) && (Number.isNaN(number) || isWithin(number, least, greatest));
  });
}

function isWithin(number: number, least: End, greatest: End): boolean {
  const isAbove = number > least.value || (least.isIn && number === least.value);
  return isAbove && (number < greatest.value || (greatest.isIn && number === greatest.value));
}
