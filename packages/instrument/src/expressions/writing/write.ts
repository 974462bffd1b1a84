import type { Expression, Operation, Operator } from "../expression.ts";
import { spellingOf } from "../reference.ts";

const ranks: readonly (readonly Operator[])[] = [
  ["or"],
  ["and"],
  ["=", "!=", "<", "<=", ">", ">="],
  ["+", "-"],
  ["*", "/", "%"],
  ["^"],
  ["contains", "notcontains", "anyof", "allof", "noneof"],
];

/** The canonical spelling of an expression, with no more parentheses than it needs; reading it gives the expression again. */
export function writeExpression(expression: Expression): string {
  switch (expression.type) {
    case "constant":
      return writtenConstant(expression.value);
    case "nothing":
      return "null";
    case "reference":
      return `{${spellingOf(expression.reference)}}`;
    case "list":
      return `[${expression.items.map(writeExpression).join(", ")}]`;
    case "call":
      return `${expression.name}(${expression.arguments.map(writeExpression).join(", ")})`;
    case "check":
      return expression.check === "not"
        ? `!${asOperand(expression.operand)}`
        : `${asOperand(expression.operand)} ${expression.check}`;
    case "operation":
      return writtenOperation(expression);
  }
}

function writtenOperation({ operator, left, right }: Operation): string {
  const rank = rankOf(operator);
  const first =
    left.type === "operation" && rankOf(left.operator) < rank ? asOperand(left) : writeExpression(left);
  const second =
    right.type === "operation" && rankOf(right.operator) <= rank ? asOperand(right) : writeExpression(right);
  return `${first} ${operator} ${second}`;
}

function rankOf(operator: Operator): number {
  return ranks.findIndex((operators) => operators.includes(operator));
}

function asOperand(expression: Expression): string {
  const written = writeExpression(expression);
  return expression.type === "operation" ? `(${written})` : written;
}

function writtenConstant(value: string | number | boolean): string {
  if (typeof value === "string") return `'${value.replace(/['"]/g, "\\$&")}'`;
  return typeof value === "number" ? withoutExponent(value) : String(value);
}

/** The grammar knows no 1e21 and no 1e-7. */
function withoutExponent(value: number): string {
  const [digits = "", exponent] = String(Math.abs(value)).split("e");
  const sign = value < 0 ? "-" : "";
  if (exponent === undefined) return sign + digits;
  const [whole = "", decimals = ""] = digits.split(".");
  const shift = Number(exponent);
  return shift > 0
    ? sign + whole + decimals.padEnd(shift, "0")
    : `${sign}0.${"0".repeat(-shift - 1)}${whole}${decimals}`;
}
