import type { Code } from "@tiltas/instrument/definition";
import { type Column, type Columns, missingReasons } from "../dataset/dataset.ts";

/** An indicator asks for something the dataset does not hold. */
export class IndicatorError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "IndicatorError";
  }
}

export function columnOf(dataset: Columns, variable: string): Column {
  const column = dataset.columns.get(variable);
  if (column) return column;
  throw new IndicatorError(
    `The variable "${variable}" is not in the dataset. Name it in the indicator as the codebook does, or add the item to the instrument.`,
  );
}

/** By row the number an answer stands for: the number itself, or a code that is a number; NaN where it is missing or none. */
export function numbersOf({ values, variable }: Column): Float64Array {
  if (variable.kind === "number") return Float64Array.from(values);
  const meaning = variable.codes.map(({ code }) => (typeof code === "number" ? code : Number.NaN));
  return meantBy(values, meaning);
}

/** By row what the code means; NaN where there is none. */
export function meantBy(values: Column["values"], meaning: readonly number[]): Float64Array {
  const byCode = Float64Array.from(meaning);
  const numbers = new Float64Array(values.length);
  for (let row = 0; row < numbers.length; row++) {
    const code = values[row]!;
    numbers[row] = code >= 0 ? byCode[code]! : Number.NaN;
  }
  return numbers;
}

/** By row: 1 where the answer is one of the codes. */
export function holding({ values, variable }: Column, codes: readonly Code[]): Uint8Array<ArrayBuffer> {
  const holds = new Uint8Array(values.length);
  if (variable.kind === "number") {
    for (let row = 0; row < holds.length; row++) if (codes.includes(values[row]!)) holds[row] = 1;
    return holds;
  }
  const wanted = Uint8Array.from(variable.codes, ({ code }) => (codes.includes(code) ? 1 : 0));
  for (let row = 0; row < holds.length; row++) {
    const code = values[row]!;
    if (code >= 0) holds[row] = wanted[code]!;
  }
  return holds;
}

const reasonsAsked = Uint8Array.from(missingReasons, (reason) =>
  reason === "not-asked" || reason === "not-in-version" ? 0 : 1,
);

/** By row: 0 where routing or an older version left the question out; 1 for who broke off before it, too. */
export function askedOf({ missing }: Column): Uint8Array<ArrayBuffer> {
  const asked = new Uint8Array(missing.length);
  for (let row = 0; row < asked.length; row++) asked[row] = reasonsAsked[missing[row]!]!;
  return asked;
}

/** By row: how many of the variables were asked and not answered; what stays unknown without any was not asked. */
export function unansweredAmong(variables: readonly string[], dataset: Columns): Uint16Array {
  const unanswered = new Uint16Array(dataset.rows);
  for (const variable of new Set(variables)) {
    const { missing } = columnOf(dataset, variable);
    for (let row = 0; row < unanswered.length; row++)
      if (missing[row] !== 0) unanswered[row]! += reasonsAsked[missing[row]!]!;
  }
  return unanswered;
}
