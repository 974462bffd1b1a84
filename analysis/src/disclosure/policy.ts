/** When a table cell may be shown. Numbers of respondents are unweighted. */
export interface DisclosurePolicy {
  /** Cells with fewer respondents are hidden to protect people. */
  readonly hideBelow: number;
  /** Cells with fewer respondents are marked "few observations". */
  readonly fewBelow: number;
  /** Cells where a larger share of the eligible did not answer are withheld as not dependable, 0 to 1 (rule M1). */
  readonly withholdAboveNonresponse?: number;
}

/** Habit of EU-SILC and the Labour Force Survey: fewer than 20 not shown, 20 to 49 flagged. */
export const standardPolicy: DisclosurePolicy = {
  hideBelow: 20,
  fewBelow: 50,
  withholdAboveNonresponse: 0.3,
};
