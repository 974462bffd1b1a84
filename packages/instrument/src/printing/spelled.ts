import type { Expression } from "../expressions/index.ts";

/** An expression in signs again: what is printed where there are no words for it. */
export function spelled(expression: Expression): string {
  switch (expression.type) {
    case "constant":
      return typeof expression.value === "string" ? `'${expression.value}'` : String(expression.value);
    case "nothing":
      return "null";
    case "reference":
      return `{${expression.reference.isProperty ? "$" : ""}${expression.reference.name}}`;
    case "list":
      return `[${expression.items.map(spelled).join(", ")}]`;
    case "call":
      return `${expression.name}(${expression.arguments.map(spelled).join(", ")})`;
    case "check":
      return expression.check === "not"
        ? `!${inner(expression.operand)}`
        : `${inner(expression.operand)} ${expression.check}`;
    case "operation":
      return `${inner(expression.left)} ${expression.operator} ${inner(expression.right)}`;
    default:
      return expression satisfies never;
  }
}

function inner(expression: Expression): string {
  return expression.type === "operation" ? `(${spelled(expression)})` : spelled(expression);
}
