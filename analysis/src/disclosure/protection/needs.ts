import type { Policy } from "../policies.ts";
import type { Need } from "./proofs.ts";
import type { MeasureNumbers } from "./quantities.ts";

/** How wide a reader must be left in the dark about a number: so much more, and so much less, must stay possible. */
function both(cell: number, value: number, unit: number, { interval }: Policy): Need[] {
  const width = Math.max(interval.least * unit, interval.share * value);
  const down = Math.min(interval.above * unit, value);
  const up = Math.max(interval.above * unit, width - down);
  return [
    { cell, by: up },
    { cell, by: -down },
  ];
}

/** Of a hidden number of respondents; all of them must be met. */
export const needsOfRespondents = (
  cell: number,
  { respondents }: MeasureNumbers,
  policy: Policy,
): readonly Need[] => both(cell, respondents.values[cell] ?? 0, 1, policy);

/** All of them must be met. Of the sum of their weights, in units of the mean weight of all. */
export const needsOfWeights = (
  cell: number,
  { weighted, respondents }: MeasureNumbers,
  policy: Policy,
): readonly Need[] =>
  both(cell, weighted.values[cell] ?? 0, meanWeight(weighted.values, respondents.values), policy);

const meanWeight = (weights: Float64Array, respondents: Float64Array) =>
  Math.max(...weights) / Math.max(1, ...respondents);

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
