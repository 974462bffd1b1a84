import type { Reference, Step } from "./host.ts";
import { recognisedNumber } from "./values/index.ts";

/**
 * A reference from what stands between its braces: `#` in front keeps the answer as it is, `$` asks for a property,
 * dots part the steps, `[0]` at the end of a step counts entries.
 *
 * @source survey-core 3.0.0, class Variable, ValueGetter.getPath and getValueItem
 */
export function referenceOf(written: string): Reference {
  const isText = written.length > 1 && written.startsWith("#");
  const named = isText ? written.slice(1) : written;
  const isProperty = named.startsWith("$");
  const name = isProperty ? named.slice(1) : named;
  return { name, path: name.split(".").map(stepOf), isProperty, isText };
}

/** What stood between the braces. */
export function spellingOf(reference: Reference): string {
  return `${reference.isText ? "#" : ""}${reference.isProperty ? "$" : ""}${reference.name}`;
}

function stepOf(written: string): Step {
  const opening = written.endsWith("]") ? written.lastIndexOf("[") : -1;
  const index = opening < 0 ? Number.NaN : recognisedNumber(written.slice(opening + 1, -1));
  return Number.isNaN(index) ? { name: written } : { name: written.slice(0, opening), index };
}
