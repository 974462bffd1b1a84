import { type Expression, partsOf } from "./expression.ts";

/** How many references and calls an expression holds. */
export function termsIn(expression: Expression): number {
  const own = expression.type === "reference" || expression.type === "call" ? 1 : 0;
  return partsOf(expression).reduce((terms, part) => terms + termsIn(part), own);
}
