import {
  type Comparison,
  type Condition,
  type Item,
  type Operand,
  type Reference,
  referredItem,
} from "../definition/index.ts";
import { asCompared, contains, isAnyOf, isEmpty, isEqual, isGreater } from "./values.ts";

/** Reads the answer to an item; undefined where there is none. */
export type Get = (item: string) => unknown;
export type Test = (get: Get) => boolean;
type Read = (get: Get) => unknown;

/** A condition as a closure over answers. References are resolved to items here, once. */
export function compile(condition: Condition, items: readonly Item[]): Test {
  switch (condition.type) {
    case "constant":
      return () => condition.value;
    case "not": {
      const part = compile(condition.part, items);
      return (get) => !part(get);
    }
    case "all":
    case "any": {
      const parts = condition.parts.map((part) => compile(part, items));
      return condition.type === "all"
        ? (get) => parts.every((part) => part(get))
        : (get) => parts.some((part) => part(get));
    }
    case "empty":
    case "notempty": {
      const read = readerOf(condition.left, items);
      return condition.type === "empty" ? (get) => isEmpty(read(get)) : (get) => !isEmpty(read(get));
    }
    case "comparison":
      return compileComparison(condition, items);
    default:
      return condition satisfies never;
  }
}

function compileComparison({ operator, left, right }: Comparison, items: readonly Item[]): Test {
  const compare = comparisons[operator];
  const readLeft = readerOf(left, items);
  const readRight = operandOf(right, items);
  return (get) => compare(readLeft(get), readRight(get));
}

const comparisons: Readonly<Record<Comparison["operator"], (left: unknown, right: unknown) => boolean>> = {
  "=": isEqual,
  "!=": (left, right) => !isEqual(left, right),
  ">": isGreater,
  "<": (left, right) => isGreater(right, left),
  ">=": (left, right) => isEqual(left, right) || isGreater(left, right),
  "<=": (left, right) => isEqual(left, right) || isGreater(right, left),
  contains,
  notcontains: (left, right) => !contains(left, right),
  anyof: isAnyOf,
  noneof: (left, right) => !isAnyOf(left, right),
  allof: contains,
};

function operandOf(operand: Operand, items: readonly Item[]): Read {
  if (operand.type === "reference") return readerOf(operand, items);
  const value = operand.type === "list" ? operand.values : operand.value;
  return () => value;
}

function readerOf(reference: Reference, items: readonly Item[]): Read {
  const item = referredItem(reference, items);
  if (!item) throw new Error(`The condition names {${reference.item}}, which is no item of the instrument.`);
  const { name } = item;
  if (reference.row === undefined) return (get) => asCompared(get(name));
  const row = String(
    item.rows.find(({ code }) => String(code).toLowerCase() === reference.row?.toLowerCase())?.code,
  );
  return (get) => {
    const rows = get(name);
    return typeof rows === "object" && rows !== null && Object.hasOwn(rows, row)
      ? asCompared(Reflect.get(rows, row))
      : undefined;
  };
}
