/** A condition as a tree; what every leaf means is decided in `plan`. */
export type Condition =
  | { readonly type: "all" | "any"; readonly parts: readonly Condition[] }
  | { readonly type: "not"; readonly part: Condition }
  | { readonly type: "constant"; readonly value: boolean }
  | { readonly type: "empty" | "notempty"; readonly left: Reference }
  | Comparison;

export interface Comparison {
  readonly type: "comparison";
  readonly operator: Operator;
  readonly left: Reference;
  readonly right: Operand;
}

export type Operator =
  | "="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "contains"
  | "notcontains"
  | "anyof"
  | "allof"
  | "noneof";

export type Literal = string | number | boolean;
export type Operand =
  | Reference
  | { readonly type: "literal"; readonly value: Literal }
  | { readonly type: "list"; readonly values: readonly Literal[] };

/** `{item}` or `{matrix.row}`, spelled as in the condition. */
export interface Reference {
  readonly type: "reference";
  readonly item: string;
  readonly row?: string;
}

/** Longest condition, in characters, and most comparisons in one condition. */
export const limits = { characters: 4000, terms: 200, depth: 40 } as const;

/** The condition is outside the subset that Tiltas knows; `position` counts characters from 1. */
export class ConditionError extends Error {
  readonly position: number;
  constructor(position: number, message: string) {
    super(`At character ${position}: ${message}`);
    this.name = "ConditionError";
    this.position = position;
  }
}
