import type { Host, Reading, Reference } from "../host.ts";
import { lookUp, missing } from "../values/index.ts";

/** A check on its way through the entries of a list. */
export interface Inside<Run> {
  readonly run: Run;
  readonly entry: unknown;
  /** What the entry says to the reference asked for last. */
  found: unknown;
}

/**
 * The questionnaire as the condition of sumInArray() and its like sees it: names are looked for in the entry first,
 * then in the whole questionnaire.
 */
export function insideEntries<Run>(host: Host<Run>): Host<Inside<Run>> {
  return {
    reference: (reference) => readingInside(reference, outer(host, reference)),
    outerReference: (reference) => readingOutside(outer(host, reference)),
    now: ({ run }) => host.now(run),
    displayValue: ({ run }, name, value) => host.displayValue(run, name, value),
    comment: ({ run }, name, choice) => host.comment(run, name, choice),
  };
}

function outer<Run>(host: Host<Run>, reference: Reference): Reading<Run> {
  return host.outerReference === undefined ? host.reference(reference) : host.outerReference(reference);
}

/** `exists` is always asked right before `read`. */
function readingInside<Run>({ path }: Reference, outside: Reading<Run>): Reading<Inside<Run>> {
  return {
    strict: outside.strict === true,
    exists: (inside) => {
      inside.found = lookUp(inside.entry, path);
      return inside.found !== missing || outside.exists === undefined || outside.exists(inside.run);
    },
    read: (inside) => (inside.found === missing ? outside.read(inside.run) : inside.found),
  };
}

function readingOutside<Run>(outside: Reading<Run>): Reading<Inside<Run>> {
  return {
    strict: outside.strict === true,
    exists: ({ run }) => outside.exists === undefined || outside.exists(run),
    read: ({ run }) => outside.read(run),
  };
}
