import recheck from "recheck/lib/browser.js";
import { takeApart } from "./pieces.ts";

/** What is known of a pattern before any answer is held against it. */
export type PatternVerdict =
  | { readonly usable: true; readonly longestAnswer: number }
  | { readonly usable: false; readonly why: string };

/** Longest pattern that is looked at, and longest answers that are held against it. */
export const patternLimits = { length: 1000, linear: 100_000, quadratic: 4000 } as const;

/** Milliseconds after which a pattern counts as too intricate to be judged. */
const patience = 300;

/** After so many of those in one questionnaire the others are not looked at. */
const intricatePatterns = 2;

/**
 * Judges the patterns of one questionnaire: a pattern for which some short answer keeps a phone busy for minutes is
 * not usable. Time that grows with the square of the length is bounded by the length.
 */
export class PatternJudge {
  private readonly verdicts = new Map<string, PatternVerdict>();
  private intricate = 0;

  judge(pattern: string, flags: "" | "i"): PatternVerdict {
    const key = `${flags}/${pattern}`;
    const known = this.verdicts.get(key);
    if (known) return known;
    const verdict = this.look(pattern, flags);
    this.verdicts.set(key, verdict);
    return verdict;
  }

  private look(pattern: string, flags: string): PatternVerdict {
    if (pattern.length > patternLimits.length)
      return unusable(`it is longer than ${patternLimits.length} characters`);
    if (!isPattern(pattern, flags)) return unusable("it is no regular expression");
    const { patterns, obstacle } = takeApart(pattern);
    if (obstacle !== undefined) return unusable(`${obstacle}, so that its duration cannot be foreseen`);
    let longestAnswer: number = patternLimits.linear;
    for (const piece of patterns) {
      const degree = this.degreeOf(piece, flags);
      if (degree === undefined) return unusable("it is too intricate to foresee its duration");
      if (degree > 2) return unusable("a short answer can keep a device busy for minutes");
      if (degree === 2) longestAnswer = patternLimits.quadratic;
    }
    return { usable: true, longestAnswer };
  }

  /** How the time grows with the length of the answer: 1 linear, 2 square …; undefined where that cannot be said. */
  private degreeOf(pattern: string, flags: string): number | undefined {
    if (this.intricate >= intricatePatterns) return undefined;
    const { status, complexity } = recheck.checkSync(pattern, flags, {
      checker: "automaton",
      timeout: patience,
    });
    if (status === "safe") return 1;
    if (status === "vulnerable") return complexity?.degree ?? Number.POSITIVE_INFINITY;
    this.intricate += 1;
    return undefined;
  }
}

function unusable(why: string): PatternVerdict {
  return { usable: false, why };
}

function isPattern(pattern: string, flags: string): boolean {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}
