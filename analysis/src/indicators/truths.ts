/**
 * What is known of each respondent, by row: no, yes, or nothing because an answer is missing. The numbers are chosen so
 * that of two parts of which none settles the whole, `|` says what is known of it.
 */
export type Truths = Uint8Array<ArrayBuffer>;

export const [no, yes, unknown] = [0, 1, 3] as const;

/** One part of this value settles the whole; else one unknown part leaves it unknown. */
export function settledBy(value: typeof no | typeof yes, parts: Iterable<Truths>): Truths {
  let whole: Truths | undefined;
  for (const part of parts)
    if (whole) settle(whole, part, value);
    else whole = part;
  if (!whole) throw new RangeError("A rule of several parts needs one part at least.");
  return whole;
}

/** Writes into the whole. */
function settle(whole: Truths, part: Truths, value: typeof no | typeof yes): void {
  for (let row = 0; row < whole.length; row++) {
    const [before, own] = [whole[row]!, part[row]!];
    whole[row] = before === value || own === value ? value : before | own;
  }
}

/** Writes over what it is given. */
export function negated(truths: Truths): Truths {
  for (let row = 0; row < truths.length; row++) if (truths[row] !== unknown) truths[row]! ^= 1;
  return truths;
}

/** How many of the parts hold, by row; NaN with fewer known ones than needed. */
export function holdingOf(parts: Iterable<Truths>, rows: number, needed: number): Float64Array {
  const [answered, holding] = [new Uint16Array(rows), new Float64Array(rows)];
  for (const part of parts)
    for (let row = 0; row < rows; row++) {
      const own = part[row]!;
      if (own === unknown) continue;
      answered[row]!++;
      holding[row]! += own;
    }
  for (let row = 0; row < rows; row++) if (answered[row]! < needed) holding[row] = Number.NaN;
  return holding;
}
