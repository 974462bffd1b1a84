/** A number, text or truth at which ours is not R's. */
export interface Difference {
  /** Keys and places from the top of `expected`, such as `/rows/0/se`. */
  readonly path: string;
  readonly expected: unknown;
  readonly got: unknown;
}

export interface Comparison {
  /** Largest relative difference among the numbers that agree; 0 where they are all exact. */
  readonly worst: number;
  readonly numbers: number;
  readonly differences: readonly Difference[];
}

export interface Rules {
  /** Largest allowed difference of the number at this place: relative, and in its own unit. */
  allowed(path: string): { readonly relative: number; readonly absolute: number };
  isCompared(key: string): boolean;
  /** What a newer R says at this place, where it says something else. */
  newer?(path: string): unknown;
}

/** Walks R's answer and looks for the same in ours: every number, truth and text. What ours has beyond it is not looked at. */
export function compareTrees(expected: unknown, got: unknown, rules: Rules): Comparison {
  const walk = new Walk(rules);
  walk.compare(expected, got, "");
  return walk;
}

class Walk implements Comparison {
  worst = 0;
  numbers = 0;
  readonly differences: Difference[] = [];
  readonly #rules: Rules;

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  compare(expected: unknown, got: unknown, path: string): void {
    if (Array.isArray(expected)) this.#list(expected, got, path);
    else if (isRecord(expected)) this.#record(expected, got, path);
    else this.#leaf(expected, got, path);
  }

  #record(expected: Readonly<Record<string, unknown>>, got: unknown, path: string): void {
    const ours = isRecord(got) ? got : {};
    for (const [key, value] of Object.entries(expected))
      if (this.#rules.isCompared(key)) this.compare(value, ours[key], `${path}/${key}`);
  }

  #list(expected: readonly unknown[], got: unknown, path: string): void {
    // R writes a vector of one as a plain value, and so may we.
    const ours: readonly unknown[] =
      ArrayBuffer.isView(got) || Array.isArray(got) ? Array.from(got as ArrayLike<unknown>) : [got];
    const places = placesOfOurs(expected, ours);
    for (const [place, value] of expected.entries())
      this.compare(value, ours[places?.[place] ?? place], `${path}/${place}`);
  }

  #leaf(expected: unknown, got: unknown, path: string): void {
    const ours = (Array.isArray(got) || ArrayBuffer.isView(got)) && lengthOf(got) === 1 ? first(got) : got;
    const accepted = [expected, this.#rules.newer?.(path)].filter((each) => each !== undefined);
    if (!accepted.some((each) => this.#agrees(each, ours, path)))
      this.differences.push({ path, expected, got: ours });
  }

  #agrees(expected: unknown, got: unknown, path: string): boolean {
    if (isNoNumber(expected)) return isNoNumber(got) || got === undefined;
    if (expected === "Inf" || expected === "-Inf")
      return got === expected || got === Number(`${expected}inity`);
    if (typeof expected !== "number") return expected === got;
    this.numbers++;
    if (typeof got !== "number" || !Number.isFinite(got)) return false;
    const { relative, absolute } = this.#rules.allowed(path);
    const distance = Math.abs(got - expected);
    const difference = distance === 0 ? 0 : distance / Math.max(Math.abs(got), Math.abs(expected));
    if (difference <= relative) this.worst = Math.max(this.worst, difference);
    return difference <= relative || distance <= absolute;
  }
}

/**
 * Rows are the same where all their texts (names, levels) are; then their order is of no matter.
 * Undefined where texts do not tell rows apart: then they are compared place by place.
 */
function placesOfOurs(expected: readonly unknown[], ours: readonly unknown[]): number[] | undefined {
  const wanted = expected.map((row) => textsOf(row));
  if (wanted.length < 2 || wanted.includes(undefined) || new Set(wanted).size < wanted.length)
    return undefined;
  const keys = Object.keys(JSON.parse(wanted[0] ?? "{}"));
  const have = ours.map((each) => textsOf(each, keys));
  const places = wanted.map((each) => have.indexOf(each));
  return places.every((place) => place >= 0) ? places : undefined;
}

const spokenNumbers = ["NaN", "Inf", "-Inf"];

function textsOf(row: unknown, keys?: readonly string[]): string | undefined {
  if (!isRecord(row)) return undefined;
  const texts = Object.entries(row).filter(([key, value]) =>
    keys ? keys.includes(key) : typeof value === "string" && !spokenNumbers.includes(value),
  );
  return texts.length === 0 ? undefined : JSON.stringify(Object.fromEntries(texts.toSorted()));
}

/** R's NaN and NA; ours where there is none is null. */
function isNoNumber(value: unknown): boolean {
  return value === null || value === "NaN" || Number.isNaN(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

function lengthOf(list: unknown): number {
  return (list as ArrayLike<unknown>).length;
}

function first(list: unknown): unknown {
  return (list as ArrayLike<unknown>)[0];
}
