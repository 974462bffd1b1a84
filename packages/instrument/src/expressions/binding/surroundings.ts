import type { Host, Reading, Reference } from "../host.ts";
import { asRead } from "../values/index.ts";

export type Evaluate<Run> = (run: Run) => unknown;

/** A part of an expression, ready to run. */
export interface Bound<Run> {
  readonly evaluate: Evaluate<Run>;
  /** Known before any answer is; never handed out, since who gets it might change it. */
  readonly fixed?: { readonly value: unknown };
  /** Whether `evaluate` can give nothing but true and false. */
  readonly isTruth: boolean;
  /** Whether the order of lists counts when this is compared. */
  readonly strict: boolean;
}

export function fixed<Run>(value: unknown, evaluate: Evaluate<Run> = () => value): Bound<Run> {
  return { evaluate, fixed: { value }, isTruth: typeof value === "boolean", strict: false };
}

export function varying<Run>(evaluate: Evaluate<Run>): Bound<Run> {
  return { evaluate, isTruth: false, strict: false };
}

export function truth<Run>(evaluate: (run: Run) => boolean): Bound<Run> {
  return { evaluate, isTruth: true, strict: false };
}

/** Reads a reference; what does not exist is null, unless its name says more. */
export function boundReference<Run>(reference: Reference, host: Host<Run>): Bound<Run> {
  const reading = host.reference(reference);
  return { evaluate: reader(reference, reading), isTruth: false, strict: reading.strict === true };
}

function reader<Run>(reference: Reference, reading: Reading<Run>): Evaluate<Run> {
  const read: Evaluate<Run> = reference.isText
    ? (run) => reading.read(run)
    : (run) => asRead(reading.read(run));
  if (reading.exists === undefined) return read;
  const exists = reading.exists.bind(reading);
  const otherwise = valueOfMissing(reference);
  return (run) => (exists(run) ? read(run) : otherwise);
}

/**
 * Nothing has length 0, and a name that is JSON without its braces is that object.
 *
 * @source survey-core 3.0.0, ValueGetter.getValueInfo and Variable.returnJSONObject
 */
function valueOfMissing({ name, isProperty }: Reference): unknown {
  if (name.endsWith(".length")) return 0;
  if (isProperty || name.length < 2 || name.indexOf(":") < 1) return null;
  try {
    return JSON.parse(`{${name}}`);
  } catch {
    return null;
  }
}
