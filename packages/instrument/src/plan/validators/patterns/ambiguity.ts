import { type Automaton, Intricate } from "./automaton.ts";
import { overlap } from "./characters.ts";
import { components } from "./components.ts";

/** Steps that are spent on one pattern, a tenth of a second or so, and on all patterns of one questionnaire. */
export const patience = { pattern: 1_000_000, questionnaire: 5_000_000 } as const;

/** What is left of the patience with one questionnaire. */
export interface Patience {
  steps: number;
}

/**
 * How the number of ways to read a text grows with its length: 0 bounded, 1 with the length, 2 with its square …,
 * Infinity exponentially. The time that a backtracking engine may need grows by one power more.
 *
 * @source Weber & Seidl (1991), On the degree of ambiguity of finite automata: criteria EDA and IDA
 * @throws Intricate
 */
export function degreeOfAmbiguity(automaton: Automaton, left: Patience): number {
  return new Ambiguity(automaton, left).degree();
}

class Ambiguity {
  private readonly automaton: Automaton;
  private readonly size: number;
  private readonly next: readonly (readonly number[])[];
  private readonly component: readonly number[];
  private readonly fits: readonly Uint8Array[];
  private readonly left: Patience;
  private steps = 0;

  constructor(automaton: Automaton, left: Patience) {
    this.left = left;
    this.automaton = automaton;
    this.size = automaton.characters.length;
    this.next = automaton.follows.map((follows) => [...follows.keys()]);
    this.component = components(this.size, (one) => this.next[one] ?? []);
    this.fits = automaton.characters.map((a) =>
      Uint8Array.from(automaton.characters, (b) => (overlap(a, b) ? 1 : 0)),
    );
  }

  degree(): number {
    return this.hasDoubledLoop() || this.isExponential() ? Number.POSITIVE_INFINITY : this.longestChain();
  }

  private count(): void {
    this.steps += 1;
    this.left.steps -= 1;
    if (this.steps > patience.pattern || this.left.steps < 0) throw new Intricate("it is too intricate");
  }
  private isLoop(one: number): boolean {
    return (this.next[one] ?? []).some((next) => this.component[next] === this.component[one]);
  }

  private hasDoubledLoop(): boolean {
    return this.automaton.follows.some((follows, one) =>
      [...follows].some(([next, { isDoubled }]) => isDoubled && this.component[next] === this.component[one]),
    );
  }

  /** Two different ways from one position back to itself with the same text. */
  private isExponential(): boolean {
    const pairs = components(this.size * this.size, (pair) => this.pairsAfter(pair));
    const onDiagonal = new Set<number>();
    for (let one = 0; one < this.size; one += 1)
      if (this.isLoop(one)) onDiagonal.add(pairs[one * this.size + one] ?? -1);
    return pairs.some((component, pair) => {
      const [left, right] = [Math.floor(pair / this.size), pair % this.size];
      return left !== right && onDiagonal.has(component);
    });
  }
  private pairsAfter(pair: number): number[] {
    const [left, right] = [Math.floor(pair / this.size), pair % this.size];
    const after: number[] = [];
    if (this.component[left] !== this.component[right]) return after;
    for (const a of this.next[left] ?? []) {
      if (this.component[a] !== this.component[left]) continue;
      for (const b of this.next[right] ?? []) {
        this.count();
        if (this.component[b] === this.component[right] && this.fits[a]?.[b]) after.push(a * this.size + b);
      }
    }
    return after;
  }

  /** Loops one after the other between which a text can be divided in as many ways as it is long. */
  private longestChain(): number {
    const loops = this.automaton.characters.flatMap((_, one) => (this.isLoop(one) ? [one] : []));
    const divided = loops.map((from) =>
      loops.filter((to) => this.component[from] !== this.component[to] && this.dividesBetween(from, to)),
    );
    const reaches = loops.map((from) => this.reachable(from));
    const lengths = new Map<number, number>();
    const chainFrom = (at: number): number => {
      const known = lengths.get(at);
      if (known !== undefined) return known;
      let longest = 0;
      for (const [i, loop] of loops.entries())
        if (reaches[at]?.has(loop))
          for (const to of divided[i] ?? []) {
            this.count();
            longest = Math.max(longest, 1 + chainFrom(loops.indexOf(to)));
          }
      lengths.set(at, longest);
      return longest;
    };
    return Math.max(0, ...loops.map((_, i) => chainFrom(i)));
  }
  private reachable(from: number): Set<number> {
    const seen = new Set([from]);
    for (const one of seen)
      for (const next of this.next[one] ?? []) {
        this.count();
        seen.add(next);
      }
    return seen;
  }

  /** Some text leads from `from` to itself, from `from` to `to`, and from `to` to itself. */
  private dividesBetween(from: number, to: number): boolean {
    const start = this.triple(from, from, to);
    const goal = this.triple(from, to, to);
    const seen = new Set([start]);
    for (const triple of seen) {
      const [a, b, c] = this.parts(triple);
      for (const nextA of this.within(a))
        for (const nextC of this.within(c)) {
          if (!this.fits[nextA]?.[nextC]) continue;
          for (const nextB of this.next[b] ?? []) {
            this.count();
            if (!this.fits[nextA]?.[nextB] || !this.fits[nextB]?.[nextC]) continue;
            const reached = this.triple(nextA, nextB, nextC);
            if (reached === goal) return true;
            seen.add(reached);
          }
        }
    }
    return false;
  }
  private within(one: number): readonly number[] {
    return (this.next[one] ?? []).filter((next) => this.component[next] === this.component[one]);
  }
  private triple(a: number, b: number, c: number): number {
    return (a * this.size + b) * this.size + c;
  }
  private parts(triple: number): readonly [number, number, number] {
    const pair = Math.floor(triple / this.size);
    return [Math.floor(pair / this.size), pair % this.size, triple % this.size];
  }
}
