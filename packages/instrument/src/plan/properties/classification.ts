/**
 * What the plan does with the properties that one survey-core class declares itself; inherited ones stand with the
 * ancestor. Names are separated by blanks.
 */
export interface Classification {
  /** Their effect on data, visibility and validity is modelled. */
  readonly handled?: string;
  /** They change how the questionnaire looks or behaves on screen, never data, visibility or validity. */
  readonly look?: string;
  /** Their effect is not modelled: set to anything but the default they stop the plan, with this advice. */
  readonly refused?: Readonly<Record<string, string>>;
  /** Of properties listed above: single values whose effect is not modelled, separated by blanks, with the advice. */
  readonly refusedValues?: Readonly<Record<string, { readonly values: string; readonly advice: string }>>;
}

export type Classifications = Readonly<Record<string, Classification>>;
