import type { Policy } from "../policies.ts";
import type { Need } from "./proofs.ts";
import type { Least, MeasureNumbers } from "./quantities.ts";

/** How wide a reader must be left in the dark about a number. */
export interface Width {
  readonly cell: number;
  /** Least to most. */
  readonly whole: number;
  /** Of it below the number, where possible, and above. */
  readonly below: number;
  readonly above: number;
  /** What one respondent counts. */
  readonly unit: number;
}

function widthOf(cell: number, value: number, unit: number, { interval }: Policy, most = value): Width {
  const whole = Math.max(interval.least * unit, interval.share * most);
  const above = interval.above * unit;
  return { cell, whole, below: Math.min(above, value), above, unit };
}

/** Of a hidden number of respondents. */
export const widthOfRespondents = (cell: number, { respondents }: MeasureNumbers, policy: Policy): Width =>
  widthOf(cell, respondents.values[cell] ?? 0, 1, policy);

/** Of the least that any measure over the same people counts, as wide as the one that counts most of them needs it. */
export const widthOfLeast = (cell: number, { quantity, most }: Least, policy: Policy): Width =>
  widthOf(cell, quantity.values[cell] ?? 0, 1, policy, most[cell]);

/** Of the sum of their weights, in units of the mean weight of all. */
export const widthOfWeights = (
  cell: number,
  { weighted, meanWeight }: MeasureNumbers,
  policy: Policy,
): Width => widthOf(cell, weighted.values[cell] ?? 0, meanWeight, policy);

/**
 * Of the people with the trait, the people themselves taken as known (calibrated totals are public): a share of
 * those on the rarer side, up or down, whichever is possible. Of a sensitive trait that nobody or everybody has, one
 * respondent more or less. Of a mean, a share of its weighted sum. One of the needs is enough.
 */
export function needsOfTrait(
  cell: number,
  { trait, weighted, respondents, isProportion }: MeasureNumbers,
  sensitive: boolean,
  { interval }: Policy,
): readonly Need[] {
  const having = Math.max(trait?.values[cell] ?? 0, 0);
  const people = weighted.values[cell] ?? 0;
  if (trait === null || people <= 0) return [];
  if (!isProportion) return eitherWay(cell, interval.share * having);
  const lacking = Math.max(people - having, 0);
  const [nobody, everybody] = [having <= 1e-6 * people, lacking <= 1e-6 * people];
  if (!nobody && !everybody) return eitherWay(cell, interval.share * Math.min(having, lacking));
  if (!sensitive) return [];
  const one = people / Math.max(1, respondents.values[cell] ?? 1);
  return [{ cell, by: nobody ? one : -one }];
}

const eitherWay = (cell: number, by: number): Need[] =>
  by === 0
    ? []
    : [
        { cell, by },
        { cell, by: -by },
      ];
