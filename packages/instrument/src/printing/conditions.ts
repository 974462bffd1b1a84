import {
  type Expression,
  type Operation,
  type Comparing as Sign,
  writeExpression,
} from "../expressions/index.ts";
import { type Clause, clauseFor, joinedClauses } from "./clauses.ts";
import type { Directory } from "./directory.ts";
import { itemNamed, parsed } from "./parsed.ts";

/** A condition as a clause: `Q3 (“Do you work?”) is “Yes”`; the expression itself where there are no words for it. */
export function clauseOf(expression: string, directory: Directory): string {
  const known = directory.clauses.get(expression);
  if (known !== undefined) return known;
  const tree = parsed(expression);
  const clause = tree === undefined ? directory.phrases.raw(expression) : new Speaker(directory).say(tree);
  directory.clauses.set(expression, clause);
  return clause;
}

/** Says one condition; a question's words are said where it is named first. */
class Speaker {
  private readonly directory: Directory;
  private readonly said = new Set<string>();

  constructor(directory: Directory) {
    this.directory = directory;
  }

  say(expression: Expression): string {
    const { phrases } = this.directory;
    if (expression.type === "operation" && (expression.operator === "and" || expression.operator === "or")) {
      const { operator } = expression;
      const clauses = joinedClauses(
        flattened(expression, operator).map((part) => clauseOfPart(part)),
        operator,
      );
      const parts = clauses.map((clause) => this.sayClause(clause, clauses.length > 1));
      return operator === "and" ? phrases.all(parts) : phrases.either(parts);
    }
    return this.sayClause(clauseOfPart(expression), false);
  }

  private sayClause(clause: Clause, isOneOfMany: boolean): string {
    const { phrases } = this.directory;
    if (clause.kind === "other") return this.sayOther(clause.expression, isOneOfMany);
    const { name, rest } = itemNamed(clause.reference);
    const what = this.directory.named(name, rest, this.said);
    const answers = clause.values.map((value) => this.value(name, value));
    switch (clause.kind) {
      case "is":
        return phrases.is(what, answers);
      case "is-not":
        return phrases.isNot(what, answers);
      case "any": {
        const others = this.directory.othersThan(name, constantsIn(clause.values));
        return others && rest === undefined
          ? phrases.otherThan(what, others)
          : phrases.chosen(what, answers, "any");
      }
      case "all":
      case "none":
        return phrases.chosen(what, answers, clause.kind);
      case "answered":
        return phrases.answered(what, true);
      case "empty":
        return phrases.answered(what, false);
      case "between":
        return phrases.between(what, answers[0] ?? "", answers[1] ?? "");
      default:
        return phrases.compared(what, clause.kind, answers[0] ?? "");
    }
  }

  private value(name: string, expression: Expression): string {
    const { phrases } = this.directory;
    if (expression.type === "constant") return this.directory.answer(name, expression.value);
    if (expression.type === "list")
      return phrases.all(expression.items.map((item) => this.value(name, item)));
    if (expression.type !== "reference") return writeExpression(expression);
    const other = itemNamed(expression.reference);
    return phrases.answerTo(this.directory.named(other.name, other.rest, this.said));
  }

  private sayOther(expression: Expression, isOneOfMany: boolean): string {
    const { phrases } = this.directory;
    if (expression.type === "check" && expression.check === "not")
      return phrases.not(this.say(expression.operand));
    const isJoined = expression.type === "operation" && ["and", "or"].includes(expression.operator);
    if (!isJoined) return phrases.raw(writeExpression(expression));
    return isOneOfMany ? `(${this.say(expression)})` : this.say(expression);
  }
}

/** Values that stand in the expression; nothing unless all do. */
function constantsIn(values: readonly Expression[]): unknown[] {
  return values.every(({ type }) => type === "constant")
    ? values.flatMap((value) => (value.type === "constant" ? [value.value] : []))
    : [];
}

/** The parts of a chain of the same joining word. */
function flattened(expression: Expression, operator: "and" | "or"): Expression[] {
  return expression.type === "operation" && expression.operator === operator
    ? [...flattened(expression.left, operator), ...flattened(expression.right, operator)]
    : [expression];
}

function clauseOfPart(expression: Expression): Clause {
  if (expression.type === "check" && expression.check !== "not" && expression.operand.type === "reference")
    return {
      kind: expression.check === "empty" ? "empty" : "answered",
      reference: expression.operand.reference,
      values: [],
    };
  if (expression.type === "operation") return clauseFor(facing(expression)) ?? { kind: "other", expression };
  return { kind: "other", expression };
}

const mirrored: Partial<Record<Operation["operator"], Sign>> = {
  "=": "=",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

/** The same comparison with the reference in front: `5 < {a}` becomes `{a} > 5`. */
function facing(operation: Operation): Operation {
  const operator = mirrored[operation.operator];
  return operation.left.type === "constant" && operator !== undefined
    ? { ...operation, operator, left: operation.right, right: operation.left }
    : operation;
}
