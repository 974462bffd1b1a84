import { DesignError } from "./design-error.ts";

/** One code per row: a stratum, a cluster. */
export type Codes = ArrayLike<string | number>;

/** Codes as numbers in the order in which they are met, with the text of each. */
export interface Numbered {
  readonly codes: Int32Array;
  readonly labels: readonly string[];
}

/** Everyone under one code. */
export function allAlike(rows: number): Numbered {
  return { codes: new Int32Array(rows), labels: ["all"] };
}

/** Every row under a code of its own. */
export function eachItsOwn(rows: number): Numbered {
  return { codes: Int32Array.from({ length: rows }, (_, row) => row), labels: [] };
}

/** @throws DesignError naming the row without a code */
export function numbered(codes: Codes, what: string): Numbered {
  const places = new Map<string | number, number>();
  const numbers = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row];
    if (code === undefined || code === "" || Number.isNaN(code))
      throw new DesignError(
        `Row ${row + 1} has no ${what}. Complete it, or leave the row out of the design.`,
      );
    let place = places.get(code);
    if (place === undefined) {
      place = places.size;
      places.set(code, place);
    }
    numbers[row] = place;
  }
  return { codes: numbers, labels: [...places.keys()].map(String) };
}

/** The pairs of an outer and an inner code that occur; labelled by the inner code. */
export function nestedIn(outer: Int32Array, inner: Numbered): Numbered {
  const [places, labels] = [new Map<number, number>(), [] as string[]];
  const width = inner.labels.length === 0 ? inner.codes.length : inner.labels.length;
  const codes = inner.codes.map((code, row) => {
    const key = outer[row]! * width + code;
    let place = places.get(key);
    if (place === undefined) {
      place = places.size;
      places.set(key, place);
      labels.push(inner.labels[code] ?? "");
    }
    return place;
  });
  return { codes, labels };
}
