import type { Reference } from "./host.ts";

/** An expression as a tree of plain data: it can be stored, sent, printed in words and bound to a questionnaire. */
export type Expression = Constant | Nothing | Named | List | Call | Check | Operation;

export interface Constant {
  readonly type: "constant";
  /** Text without its quotes; a bare word stands for itself. */
  readonly value: string | number | boolean;
}

/** `null`, `undefined`, or what is left out after contains, anyof and their like. */
export interface Nothing {
  readonly type: "nothing";
}

export interface Named {
  readonly type: "reference";
  readonly reference: Reference;
}

export interface List {
  readonly type: "list";
  readonly items: readonly Expression[];
}

export interface Call {
  readonly type: "call";
  readonly name: string;
  readonly arguments: readonly Expression[];
  /** Place of the name in the text, from 1. */
  readonly position: number;
}

export interface Check {
  readonly type: "check";
  readonly check: "empty" | "notempty" | "not";
  readonly operand: Expression;
}

/** Operators of one rank are read from the left: `a - b - c` is `(a - b) - c`, `a ^ b ^ c` is `(a ^ b) ^ c`. */
export interface Operation {
  readonly type: "operation";
  readonly operator: Operator;
  readonly left: Expression;
  readonly right: Expression;
}

export type Operator = Joining | Comparing | Membership | Arithmetic;
export type Joining = "and" | "or";
export type Comparing = "=" | "!=" | "<" | "<=" | ">" | ">=";
export type Membership = "contains" | "notcontains" | "anyof" | "allof" | "noneof";
export type Arithmetic = "+" | "-" | "*" | "/" | "%" | "^";

/**
 * Longest expression in characters; most terms (references and calls) in one; how deep parentheses, lists, calls and
 * negations stand inside one another.
 */
export const limits = { characters: 4000, terms: 200, depth: 40 } as const;

/** The parts an expression is made of, one step down. */
export function partsOf(expression: Expression): readonly Expression[] {
  if (expression.type === "list") return expression.items;
  if (expression.type === "call") return expression.arguments;
  if (expression.type === "check") return [expression.operand];
  return expression.type === "operation" ? [expression.left, expression.right] : [];
}
