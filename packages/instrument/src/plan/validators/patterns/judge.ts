import { type AST, RegExpParser } from "@eslint-community/regexpp";
import { degreeOfAmbiguity, type Patience, patience } from "./ambiguity.ts";
import { AutomatonBuilder, Intricate, waysThrough } from "./automaton.ts";

/** What is known of a pattern before any answer is held against it. */
export type PatternVerdict =
  | { readonly usable: true; readonly longestAnswer: number }
  | { readonly usable: false; readonly why: string };

/** Longest pattern that is looked at, and longest answers that are held against patterns. */
export const patternLimits = { length: 1000, linear: 100_000, quadratic: 4000 } as const;

/** More ways than this through what does not repeat endlessly cannot all be tried. */
const mostWays = 10_000_000;

/**
 * Judges a pattern as survey-core uses it, on the device of the respondent: one for which a short answer keeps an
 * engine busy for minutes is not usable. Time that grows with the square of the length is bounded by the length.
 */
export function judgePattern(
  pattern: string,
  flags: "" | "i",
  left: Patience = freshPatience(),
): PatternVerdict {
  if (pattern.length > patternLimits.length)
    return unusable(`it is longer than ${patternLimits.length} characters`);
  if (!isPattern(pattern, flags)) return unusable("it is no regular expression");
  try {
    const degree = degreeOf(pattern, flags, left);
    if (degree > 1) return unusable("a short answer can keep a device busy for minutes");
    const longestAnswer = degree === 1 ? patternLimits.quadratic : patternLimits.linear;
    return { usable: true, longestAnswer };
  } catch (error) {
    if (error instanceof Intricate)
      return unusable(`${error.message}, so that its duration cannot be foreseen`);
    if (error instanceof SyntaxError) return unusable("it is no regular expression");
    throw error;
  }
}

/** Patience for all patterns of one questionnaire. */
export function freshPatience(): Patience {
  return { steps: patience.questionnaire };
}

function degreeOf(pattern: string, flags: string, left: Patience): number {
  const { alternatives } = new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: false });
  if (waysThrough(alternatives) > mostWays) throw new Intricate("there are too many ways through it");
  let degree = 0;
  const waiting: { alternatives: readonly AST.Alternative[]; isAnchored: boolean }[] = [
    { alternatives, isAnchored: alternatives.every(beginsAtStart) },
  ];
  for (const one of waiting) {
    const builder = new AutomatonBuilder(flags === "i");
    degree = Math.max(degree, degreeOfAmbiguity(builder.build(one.alternatives, one.isAnchored), left));
    for (const looked of builder.lookedFor) waiting.push({ alternatives: looked, isAnchored: true });
  }
  return degree;
}

function beginsAtStart({ elements }: AST.Alternative): boolean {
  const [first] = elements;
  if (first?.type === "Assertion") return first.kind === "start";
  return (
    (first?.type === "Group" || first?.type === "CapturingGroup") && first.alternatives.every(beginsAtStart)
  );
}

function unusable(why: string): PatternVerdict {
  return { usable: false, why };
}

function isPattern(pattern: string, flags: string): boolean {
  try {
    return new RegExp(pattern, flags).source !== "";
  } catch {
    return false;
  }
}
