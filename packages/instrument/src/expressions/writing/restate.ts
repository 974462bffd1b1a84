import { type Expression, type Operator, partsOf } from "../expression.ts";
import { spellingOf } from "../reference.ts";

/** survey-core's own spelling of operators, where it differs from ours. */
const signs: Readonly<Partial<Record<Operator, string>>> = { "=": "==" };

/** What is rewritten or ends a text too early when it is read for a second time. */
const fragile = /['"\\]|=[<>]|<>|equals/;

/** Whether survey-core reads the same again from what it has written out. */
export function isKeptByRestating(expression: Expression): boolean {
  if (expression.type === "constant")
    return typeof expression.value !== "string" || !fragile.test(expression.value);
  if (expression.type === "nothing") return false;
  if (expression.type === "reference") return !fragile.test(spellingOf(expression.reference));
  return partsOf(expression).every(isKeptByRestating);
}

/**
 * An expression as survey-core 3.0.0 writes it out before it reads it again; what it loses is lost here too (quotes
 * inside texts, null).
 */
export function restated(expression: Expression): string {
  switch (expression.type) {
    case "constant":
      return typeof expression.value === "string" ? `'${expression.value}'` : String(expression.value);
    case "nothing":
      return "";
    case "reference":
      return `{${spellingOf(expression.reference)}}`;
    case "list":
      return `[${restatedList(expression.items)}]`;
    case "call":
      return `${expression.name}(${restatedList(expression.arguments)})`;
    case "check":
      return expression.check === "not"
        ? `! ${restated(expression.operand)}`
        : `${restated(expression.operand)} ${expression.check}`;
    case "operation": {
      const sign = signs[expression.operator] ?? expression.operator;
      return `(${restated(expression.left)} ${sign} ${restated(expression.right)})`;
    }
  }
}

function restatedList(parts: readonly Expression[]): string {
  return parts.map(restated).join(", ");
}
