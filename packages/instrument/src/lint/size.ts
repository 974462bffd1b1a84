import type { Outline } from "../definition/index.ts";
import type { PlacedExpression } from "./expressions.ts";

/** What there is too much of, how much, and how much is looked at. */
export interface Excess {
  readonly what: "parts" | "references" | "patterns";
  readonly count: number;
  readonly most: number;
}

/** Ten times what large questionnaires have; with this much a check takes about a second. */
const most = { parts: 5000, references: 5000, patterns: 50 } as const;

/** Whether a questionnaire is too large to be looked at in full. */
export function excessOf({ nodes }: Outline, expressions: readonly PlacedExpression[]): Excess | undefined {
  const references = expressions.reduce((sum, { text }) => sum + text.split("{").length - 1, 0);
  const patterns = nodes.filter(({ type }) => type === "regexvalidator").length;
  const counts = [
    { what: "parts", count: nodes.length, most: most.parts },
    { what: "references", count: references, most: most.references },
    { what: "patterns", count: patterns, most: most.patterns },
  ] as const;
  return counts.find(({ count, most }) => count > most);
}
