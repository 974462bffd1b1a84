import type { Expression, Operator } from "../expression.ts";
import { spellingOf } from "../reference.ts";

/** survey-core's own spelling of operators, where it differs from ours. */
const signs: Readonly<Partial<Record<Operator, string>>> = { "=": "==" };

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
