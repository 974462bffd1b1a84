import type { Design, ReplicateDesign } from "@tiltas/analysis/design";
import type { Microdata } from "@tiltas/cli/microdata";
import type { CaseFile } from "../case-file.ts";

/** All that a case gives to work with. What is read and built on demand throws where the case does not have it. */
export interface CaseContext {
  readonly one: CaseFile;
  /** The data of the case. @throws Error where the case names none */
  readonly data: Microdata;
  /** The sample as the case designs it, before any weighting; undefined where the case has no design. */
  readonly sample: Design | ReplicateDesign | undefined;
  /** By row: 1 inside the subset that `call.domain` describes as a condition; undefined where it is none. */
  readonly within: Uint8Array | undefined;
  /** Another file of the folder, such as the joint probabilities. */
  read(path: string): string;
}

/**
 * Our answer to a case, in the shape of its `expected`: the same keys, nested alike. The runner compares every number,
 * text, true and false of `expected` with it, and what is not there counts as wrong. Where R's answer lies in a file
 * (`weights_file`, `scores_file`), ours is a list of numbers by row under that key, or under `weights` or `scores` beside it.
 * A refusal is `{ error: true, reason }`, or an error thrown that is ours by name.
 */
export type AnswerCase = (context: CaseContext) => object | Promise<object>;
