/** Functions of expressions that take the name of an item or part as a text. */
const takeNames =
  /\b(?:displayValue|propertyValue|\w+InArray|isContainerReady|getInvisibleValue|isDisplayMode)\s*\(/i;

/** Expressions are at most this long; what stands in longer braces is no reference. */
const longestReference = 4000;

/** Replaces names in the braces of texts and expressions, and in functions that take names. */
export class RenamedReferences {
  readonly table: ReadonlyMap<string, string>;
  private readonly exact: ReadonlyMap<string, string>;
  /** survey-core does not tell cases apart where no name fits exactly. */
  private readonly inAnyCase: ReadonlyMap<string, string>;
  private readonly longestName: number;

  /** @param names  all names in use: those that stay hide others that differ only in case */
  constructor(names: readonly string[], table: ReadonlyMap<string, string>) {
    this.table = table;
    this.exact = new Map([...names.map((name): [string, string] => [name, name]), ...table]);
    this.longestName = [...this.exact.keys()].reduce((most, { length }) => Math.max(most, length), 0);
    this.inAnyCase = new Map([...this.exact].reverse().map(([old, name]) => [old.toLowerCase(), name]));
  }

  in(text: string): string {
    const renamed = text.replace(/\{([^{}]*)\}/g, (_all, inside: string) => `{${this.reference(inside)}}`);
    if (!takeNames.test(renamed)) return renamed;
    return renamed.replace(
      /(['"])([^'"]*)\1/g,
      (all, quote: string, word: string) => `${quote}${this.table.get(word) ?? all.slice(1, -1)}${quote}`,
    );
  }

  /** `#$name[0].part`: the marks in front stay. */
  private reference(written: string): string {
    if (written.length > longestReference) return written;
    const [marks = ""] = /^[#$]*/.exec(written) ?? [];
    return marks + this.steps(written.slice(marks.length));
  }

  /** The longest name that is known is taken at each step. */
  private steps(steps: string): string {
    for (const end of endsOf(steps)) {
      if (end > this.longestName + 2) continue;
      const written = steps.slice(0, end).trim();
      const name = this.exact.get(written) ?? this.inAnyCase.get(written.toLowerCase());
      if (name === undefined) continue;
      return `${name === written ? steps.slice(0, end) : name}${this.after(steps.slice(end))}`;
    }
    const dot = steps.indexOf(".");
    return dot < 0 ? steps : `${steps.slice(0, dot)}${this.after(steps.slice(dot))}`;
  }

  /** `.part` or `[0].part` after a name. */
  private after(rest: string): string {
    const dot = rest.indexOf(".");
    return dot < 0 ? rest : `${rest.slice(0, dot)}.${this.steps(rest.slice(dot + 1))}`;
  }
}

/** Where a name may end, the longest first: at the end, at a dot, at a bracket, at the hyphen before "Comment". */
function endsOf(steps: string): number[] {
  const ends = [...steps.matchAll(/\.|\[|-Comment/g)].map(({ index }) => index).filter((index) => index > 0);
  return [steps.length, ...ends.reverse()];
}
