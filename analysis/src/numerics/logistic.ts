/** The share that belongs to a logit: 1 / (1 + e^−x). */
export function expit(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Logarithm of the odds of a share; infinite at 0 and 1. */
export function logit(share: number): number {
  return Math.log(share / (1 - share));
}
