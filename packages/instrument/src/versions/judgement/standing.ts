import type { Judged } from "./answers.ts";

/**
 * Whether a series may go on over a change.
 * comparable: as if nothing had happened · with-note: drawn, and the note says what changed · broken: not drawn.
 */
export type Standing = "comparable" | "with-note" | "broken";

const order: readonly Standing[] = ["comparable", "with-note", "broken"];

/** The weaker of two: a chain holds as well as its weakest link. */
export function weaker(one: Standing, other: Standing): Standing {
  return order.indexOf(one) > order.indexOf(other) ? one : other;
}

/** Changes that break no series and that a reader of it should know all the same. */
const worthANote = new Set([
  "choice-added",
  "limit-changed",
  "validator-changed",
  "requirement-changed",
  "randomisation-changed",
  "language-removed",
]);

/** What one change leaves of the series it touches. */
export function standingOf({ change, bump, isBreak, answer }: Judged): Standing {
  if (!isBreak) return bump === "minor" && worthANote.has(change.kind) ? "with-note" : "comparable";
  switch (answer?.kind) {
    case undefined:
    case "not-comparable":
      return "broken";
    case "same":
    case "renamed":
      return "comparable";
    case "recoded":
      if (change.kind === "choice-removed" && change.scale === "several") return "broken";
      return change.kind === "choice-recoded" || change.kind === "code-reused" ? "comparable" : "with-note";
    case "split":
    case "merged":
    case "wording-changed":
      return "with-note";
    default:
      return answer satisfies never;
  }
}
