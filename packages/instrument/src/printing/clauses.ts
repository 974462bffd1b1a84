import type { Expression, Operation, Operator, Reference } from "../expressions/index.ts";

/** One statement about one answer. */
export interface Statement {
  readonly kind:
    | "is"
    | "is-not"
    | "any"
    | "all"
    | "none"
    | "answered"
    | "empty"
    | "between"
    | "more"
    | "less"
    | "at-least"
    | "at-most";
  readonly reference: Reference;
  readonly values: readonly Expression[];
}

/** A part of a condition that words can say, or that is said as it stands. */
export type Clause = Statement | { readonly kind: "other"; readonly expression: Expression };

const kinds: ReadonlyMap<Operator, Statement["kind"]> = new Map<Operator, Statement["kind"]>([
  ["=", "is"],
  ["!=", "is-not"],
  ["<", "less"],
  ["<=", "at-most"],
  [">", "more"],
  [">=", "at-least"],
  ["contains", "any"],
  ["anyof", "any"],
  ["allof", "all"],
  ["notcontains", "none"],
  ["noneof", "none"],
]);

/** The statement an operation makes about the reference in front; undefined where there are no words for it. */
export function clauseFor({ operator, left, right }: Operation): Statement | undefined {
  const kind = kinds.get(operator);
  if (kind === undefined || left.type !== "reference" || left.reference.isProperty) return undefined;
  const { reference } = left;
  const isWhole = kind === "is" || kind === "is-not";
  if (right.type !== "list") return isSayable(right) ? { kind, reference, values: [right] } : undefined;
  if (!right.items.every(isSayable)) return undefined;
  if (isWhole) return { kind, reference, values: [right] };
  const hasList = kind === "any" || kind === "all" || kind === "none";
  if (!hasList || right.items.length === 0) return undefined;
  return { kind: operator === "contains" ? "all" : kind, reference, values: right.items };
}

function isSayable({ type }: Expression): boolean {
  return type === "constant" || type === "reference";
}

/** Statements about the same answer become one: "is a" or "is b" is "is a or b". */
export function joinedClauses(clauses: readonly Clause[], operator: "and" | "or"): Clause[] {
  const joined: Clause[] = [];
  for (const clause of clauses) {
    const last = joined.findIndex((earlier) => canJoin(earlier, clause, operator));
    const earlier = joined[last];
    if (earlier === undefined || earlier.kind === "other" || clause.kind === "other") joined.push(clause);
    else joined[last] = joinTwo(earlier, clause, operator);
  }
  return joined;
}

function canJoin(earlier: Clause, clause: Clause, operator: "and" | "or"): boolean {
  if (earlier.kind === "other" || clause.kind === "other") return false;
  if (earlier.reference.name !== clause.reference.name) return false;
  if (operator === "or")
    return earlier.kind === clause.kind && (clause.kind === "is" || clause.kind === "any");
  if (isChosen(earlier) && isChosen(clause)) return true;
  if (earlier.kind === "at-least" && clause.kind === "at-most") return true;
  return earlier.kind === clause.kind && (clause.kind === "is-not" || clause.kind === "none");
}

/** One option was chosen, or all of several. */
function isChosen({ kind, values }: Statement): boolean {
  return kind === "all" || (kind === "any" && values.length === 1);
}

function joinTwo(earlier: Statement, clause: Statement, operator: "and" | "or"): Statement {
  const values = [...earlier.values, ...clause.values];
  if (earlier.kind === "at-least") return { ...earlier, kind: "between", values };
  return { ...earlier, kind: operator === "and" && isChosen(earlier) ? "all" : earlier.kind, values };
}
