import type { AST } from "@eslint-community/regexpp";
import { anyCharacter, charactersOf, type Ranges } from "./characters.ts";

/**
 * The positions of a pattern and what may follow on each. One way from one position to the next is one edge; where
 * there are several ways, as in `(a+)+`, the edge is doubled.
 */
export interface Automaton {
  readonly characters: readonly Ranges[];
  readonly follows: readonly ReadonlyMap<number, Edge>[];
}

export interface Edge {
  isDoubled: boolean;
}

/** More positions than this are too intricate. */
const mostPositions = 300;

/** Repetitions up to this often are written out, with so few ways through them; the others count as endless. */
const few = { times: 9, ways: 100_000 } as const;

export class Intricate extends Error {}

interface Fragment {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly mayBeEmpty: boolean;
}

const empty: Fragment = { first: [], last: [], mayBeEmpty: true };

/** @throws Intricate where a pattern has too many positions or ways, or refers back */
export class AutomatonBuilder {
  readonly characters: Ranges[] = [];
  readonly follows: Map<number, Edge>[] = [];
  /** What lookarounds look for: patterns of their own, which are tried as a whole and never taken up again. */
  readonly lookedFor: (readonly AST.Alternative[])[] = [];
  private readonly anyCase: boolean;

  constructor(anyCase: boolean) {
    this.anyCase = anyCase;
  }

  /** A pattern that may begin anywhere is tried from every character on. */
  build(alternatives: readonly AST.Alternative[], isAnchored: boolean): Automaton {
    const begin = isAnchored ? empty : this.endless(this.position(anyCharacter));
    this.sequence([begin, this.alternatives(alternatives)]);
    return { characters: this.characters, follows: this.follows };
  }

  private alternatives(alternatives: readonly AST.Alternative[]): Fragment {
    const ways = alternatives.map(({ elements }) => this.sequence(elements.map((one) => this.element(one))));
    return {
      first: ways.flatMap(({ first }) => first),
      last: ways.flatMap(({ last }) => last),
      mayBeEmpty: ways.some(({ mayBeEmpty }) => mayBeEmpty),
    };
  }

  private sequence(parts: readonly Fragment[]): Fragment {
    let whole = empty;
    for (const part of parts) {
      this.connect(whole.last, part.first);
      whole = {
        first: whole.mayBeEmpty ? [...whole.first, ...part.first] : whole.first,
        last: part.mayBeEmpty ? [...whole.last, ...part.last] : part.last,
        mayBeEmpty: whole.mayBeEmpty && part.mayBeEmpty,
      };
    }
    return whole;
  }

  private element(element: AST.Element): Fragment {
    switch (element.type) {
      case "Group":
      case "CapturingGroup":
        return this.alternatives(element.alternatives);
      case "Quantifier":
        return this.repetition(element);
      case "Assertion":
        if (element.kind === "lookahead" || element.kind === "lookbehind")
          this.lookedFor.push(element.alternatives);
        return empty;
      case "Character":
      case "CharacterSet":
      case "CharacterClass":
        return this.position(charactersOf(element, this.anyCase));
      default:
        throw new Intricate("it refers back to a group");
    }
  }

  private repetition({ element, min, max }: AST.Quantifier): Fragment {
    if (min > few.times && mayBeEmpty(element)) throw new Intricate("it repeats something that may be empty");
    const copies = (count: number) => Array.from({ length: count }, () => this.element(element));
    if (max <= few.times && waysOf({ element, min, max }) <= few.ways)
      return this.sequence([
        ...copies(min),
        ...copies(max - min).map((copy) => ({ ...copy, mayBeEmpty: true })),
      ]);
    const begin = copies(Math.min(min, few.times));
    const again = this.endless(this.element(element));
    return this.sequence([...begin, { ...again, mayBeEmpty: true }]);
  }

  private endless(body: Fragment): Fragment {
    this.connect(body.last, body.first);
    return { ...body, mayBeEmpty: true };
  }

  private position(characters: Ranges): Fragment {
    if (this.characters.length >= mostPositions) throw new Intricate("it is too long");
    const at = this.characters.push(characters) - 1;
    this.follows.push(new Map());
    return { first: [at], last: [at], mayBeEmpty: false };
  }

  private connect(from: readonly number[], to: readonly number[]): void {
    for (const one of from) {
      const follows = this.follows[one];
      for (const next of to) {
        const edge = follows?.get(next);
        if (edge) edge.isDoubled = true;
        else follows?.set(next, { isDoubled: false });
      }
    }
  }
}

function mayBeEmpty(element: AST.Element): boolean {
  if (element.type === "Quantifier") return element.min === 0 || mayBeEmpty(element.element);
  if (element.type === "Group" || element.type === "CapturingGroup")
    return element.alternatives.some(({ elements }) => elements.every(mayBeEmpty));
  return element.type === "Assertion" || element.type === "Backreference";
}

/** In how many ways a pattern may be tried where it does not repeat endlessly. */
export function waysThrough(alternatives: readonly AST.Alternative[]): number {
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
