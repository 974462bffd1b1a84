import type { Reference } from "../expressions/index.ts";
import { type Expression, parseExpression, partsOf } from "../expressions/index.ts";

/** The tree of a condition; undefined for one that cannot be read, which is printed as it stands. */
export function parsed(expression: string): Expression | undefined {
  try {
    return parseExpression(expression);
  } catch {
    return undefined;
  }
}

/** Names of the items a condition refers to; nothing for one that cannot be read. */
export function namesIn(condition: string): string[] {
  const tree = parsed(condition);
  return tree === undefined
    ? []
    : [...new Set(referencesIn(tree).map((reference) => itemNamed(reference).name))];
}

function referencesIn(expression: Expression): Reference[] {
  if (expression.type === "reference") return [expression.reference];
  return partsOf(expression).flatMap(referencesIn);
}

/** Words with which a condition speaks of the entry or row it stands in. */
const here = new Set(["panel", "row", "parentPanel", "prevPanel", "nextPanel", "self"]);

/** The item a reference means, and what it means inside that. */
export function itemNamed({ path }: Reference): { name: string; rest?: string } {
  const [first, second] = path;
  const steps = first && second && here.has(first.name) ? path.slice(1) : path;
  const rest = steps
    .slice(1)
    .map(({ name }) => name)
    .join(".");
  return { name: steps[0]?.name ?? "", ...(rest === "" ? {} : { rest }) };
}
