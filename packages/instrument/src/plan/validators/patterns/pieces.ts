import { type AST, RegExpParser } from "@eslint-community/regexpp";

/** A pattern taken apart so that each piece can be looked at by automata: no lookarounds, no counting. */
export interface Pieces {
  /** The pattern itself, then what its lookarounds look for. */
  readonly patterns: readonly string[];
  /** Why automata cannot say anything about it. */
  readonly obstacle?: string;
}

/** Repetitions up to this often, with so few ways through them, are kept as they are; the others count as endless. */
const few = { times: 9, ways: 100_000 } as const;

/** More ways than this through what is not endless cannot all be tried. */
const mostWays = 10_000_000;

/**
 * A lookaround is tried as a whole and never taken up again, so that it is a pattern of its own and nothing in its
 * place. A counted repetition is read as an endless one, because engines try as many ways through it.
 *
 * @throws SyntaxError if it is no pattern
 */
export function takeApart(pattern: string): Pieces {
  const parsed = new RegExpParser().parsePattern(pattern, 0, pattern.length, { unicode: false });
  const writer = new PieceWriter();
  const main = writer.alternatives(parsed.alternatives);
  if (waysThrough(parsed.alternatives) > mostWays) writer.obstacle ??= "there are too many ways through it";
  return {
    patterns: [main, ...writer.lookedFor],
    ...(writer.obstacle === undefined ? {} : { obstacle: writer.obstacle }),
  };
}

class PieceWriter {
  readonly lookedFor: string[] = [];
  obstacle: string | undefined;

  alternatives(alternatives: readonly AST.Alternative[]): string {
    return alternatives.map(({ elements }) => elements.map((one) => this.element(one)).join("")).join("|");
  }

  private element(element: AST.Element): string {
    switch (element.type) {
      case "Group":
      case "CapturingGroup":
        return `(?:${this.alternatives(element.alternatives)})`;
      case "Assertion":
        return this.assertion(element);
      case "Quantifier":
        return this.repetition(element);
      case "Backreference":
        this.obstacle = "it refers back to a group";
        return "";
      default:
        return element.raw;
    }
  }

  private assertion(assertion: AST.Assertion): string {
    if (assertion.kind !== "lookahead" && assertion.kind !== "lookbehind") return assertion.raw;
    this.lookedFor.push(`^(?:${this.alternatives(assertion.alternatives)})`);
    return "";
  }

  private repetition({ element, min, max, greedy }: AST.Quantifier): string {
    const repeated = this.element(element);
    if (repeated === "") return "";
    if (min > few.times && mayBeEmpty(element)) this.obstacle = "it repeats something that may be empty";
    const often = greedy ? "" : "?";
    if (max <= few.times && waysOf({ element, min, max }) <= few.ways)
      return `${repeated}{${min},${max}}${often}`;
    return `${repeated}{${Math.min(min, few.times)},}${often}`;
  }
}

function mayBeEmpty(element: AST.Element): boolean {
  if (element.type === "Quantifier") return element.min === 0 || mayBeEmpty(element.element);
  if (element.type === "Group" || element.type === "CapturingGroup")
    return element.alternatives.some(({ elements }) => elements.every(mayBeEmpty));
  return element.type === "Assertion" || element.type === "Backreference";
}

/** In how many ways the pattern may be tried where it does not repeat endlessly. */
function waysThrough(alternatives: readonly AST.Alternative[]): number {
  let ways = 0;
  for (const { elements } of alternatives)
    ways += elements.reduce((product, element) => product * waysOfElement(element), 1);
  return ways;
}

function waysOfElement(element: AST.Element): number {
  if (element.type === "Group" || element.type === "CapturingGroup") return waysThrough(element.alternatives);
  return element.type === "Quantifier" ? waysOf(element) : 1;
}

function waysOf({ element, min, max }: Pick<AST.Quantifier, "element" | "min" | "max">): number {
  const once = waysOfElement(element);
  if (max > few.times) return once;
  let ways = 0;
  for (let times = min; times <= max; times += 1) ways += once ** times;
  return ways;
}
