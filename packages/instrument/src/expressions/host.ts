/** A reference as an expression writes it: `{q1}`, `{panel.age}`, `{rows[0].col}`, `{$q1.isVisible}`. */
export interface Reference {
  /** As written between the braces, without `$` and `#` in front. */
  readonly name: string;
  /** `name` cut at its dots; an index stands with the step before it. */
  readonly path: readonly { readonly name: string; readonly index?: number }[];
  /** `{$…}`: a property of an element instead of an answer. */
  readonly isProperty: boolean;
  /** `{#…}`: strings of digits stay strings. */
  readonly isText: boolean;
}

/** How one reference is read while answers are checked. */
export interface Reading<Run> {
  read(run: Run): unknown;
  /** Whether survey-core compares this answer without converting between kinds of value. */
  readonly strict?: boolean;
  /** Whether anything of this name exists in this run; without it, always. */
  exists?(run: Run): boolean;
}

/** What an expression may ask of the questionnaire around it. `Run` is whatever the engine carries through one check. */
export interface Host<Run> {
  /** Settled once when the expression is bound; read at every run. */
  reference(reference: Reference): Reading<Run>;
  /** Today and now, for age(), today(), currentDate() … */
  now(run: Run): Date;
  /** The words of the chosen option, for displayValue(). */
  displayValue(run: Run, name: unknown, value: unknown): unknown;
  /** A property of an element by name, for propertyValue(). */
  propertyValue(run: Run, name: unknown, property: unknown): unknown;
}
