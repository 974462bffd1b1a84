import type { Said } from "../words/said.ts";

/** What keeps a mapping from being an answer to the changes. */
export interface MappingFinding {
  readonly kind: "unanswered" | "undecided" | "idle" | "code-missing" | "contradiction" | "unknown";
  /** Place in the mapping, such as `entries[3]`, or the item that waits for an answer. */
  readonly path: string;
  readonly message: Said;
}

export function finding(kind: MappingFinding["kind"], path: string, message: Said): MappingFinding {
  return { kind, path, message };
}
