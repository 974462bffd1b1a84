/** A reference as an expression writes it: `{q1}`, `{panel.age}`, `{rows[0].col}`, `{$q1.isVisible}`. */
export interface Reference {
  /** As written between the braces, without `#` and `$` in front. */
  readonly name: string;
  /** `name` cut at its dots; an index (negative: from the end) stands with the step before it. */
  readonly path: readonly Step[];
  /** `{$…}`: a property of an element instead of an answer. */
  readonly isProperty: boolean;
  /** `{#…}`: the answer as it is; without it "5" is read as 5, "true" as true, "'x'" as x. */
  readonly isText: boolean;
  /** First argument of sumInArray() and its like: the answer as it is stored, not the codes chosen in it. */
  readonly isOriginal?: boolean;
}

export interface Step {
  readonly name: string;
  readonly index?: number;
}

/** How one reference is read while answers are checked. */
export interface Reading<Run> {
  /** The answer as stored: the expression itself makes numbers of strings. */
  read(run: Run): unknown;
  /** Whether the order of chosen options counts in = and != (ranking). */
  readonly strict?: boolean;
  /** Whether anything of this name exists in this run, asked right before `read`; without it, always. What does not exist is null. */
  exists?(run: Run): boolean;
}

/** What an expression may ask of the questionnaire around it. `Run` is whatever the engine carries through one check. */
export interface Host<Run> {
  /** Settled once when the expression is bound; read at every run. */
  reference(reference: Reference): Reading<Run>;
  /** The same for conditions inside sumInArray() and its like: names of the whole questionnaire, no panel or row. */
  outerReference?(reference: Reference): Reading<Run>;
  /** Today and now, for age(), today(), currentDate() … */
  now(run: Run): Date;
  /** The words of the chosen option, for displayValue(name, value); value undefined: of the present answer. */
  displayValue(run: Run, name: unknown, value: unknown): unknown;
  /**
   * The comment or "other" text of a question, for getComment(name, choice): "" when there is no such question,
   * undefined when there is no such choice; choice undefined: the text for "other", else the comment.
   */
  comment(run: Run, name: unknown, choice: unknown): unknown;
}
