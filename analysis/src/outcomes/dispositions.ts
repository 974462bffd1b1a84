/**
 * Sampled cases by final disposition: numbers of cases, or sums of their base weights for weighted rates.
 *
 * @source AAPOR (2023), Standard Definitions, 10th edition
 */
export interface Dispositions {
  /** I: complete interviews. */
  readonly complete: number;
  /** P: partial interviews. */
  readonly partial: number;
  /** R: refusals and break-offs. */
  readonly refusal: number;
  /** NC: eligible and never contacted. */
  readonly nonContact: number;
  /** O: eligible, contacted, prevented by something else (illness, language). */
  readonly other: number;
  /** UH: unknown whether there is an eligible household or person. */
  readonly unknownHousehold: number;
  /** UO: unknown for another reason. */
  readonly unknownOther: number;
}

/** How respondents came to the wave. */
export type Recruitment = "sampled" | "open-link";

/** Dispositions that contradict themselves; the sentence says which count and what to do. */
export class DispositionError extends Error {
  override readonly name = "DispositionError";
}

/** @throws DispositionError for a count that is negative or missing, or a share outside 0 to 1 */
export function checkDispositions(counts: Dispositions, eligibleShare: number): void {
  for (const [name, count] of Object.entries(counts))
    if (!(Number.isFinite(count) && count >= 0))
      throw new DispositionError(
        `The disposition "${name}" counts ${count} cases. Give the number of cases, 0 for none.`,
      );
  if (!(eligibleShare >= 0 && eligibleShare <= 1))
    throw new DispositionError(
      `The share of unknown cases that are eligible (e) is ${eligibleShare}. Give a share between 0 and 1, and say how it was estimated.`,
    );
}
