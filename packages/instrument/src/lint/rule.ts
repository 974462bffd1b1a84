import type { Severity, Told } from "./finding.ts";
import type { Subject } from "./subject.ts";

/** What a rule says of one place. */
export interface Objection {
  readonly path: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** What is so, and what to do about it. */
  readonly says: Told<readonly [message: string, advice: string]>;
}

/** One thing that experience says about questionnaires. One file each. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** Why this matters to an answer, in one or two sentences. */
  readonly reason: Told<string>;
  check(subject: Subject): Iterable<Objection>;
}
