import type { SumsBehind } from "../estimation/index.ts";
import { byColumn, type DomainSums } from "./domain-sums.ts";
import type { ScoreSpace } from "./score-space.ts";

/**
 * Sums of a mean by domain, from those that its estimates were made of: of y = common + unit · z. Nothing is read again.
 *
 * @param first number of the first cell of the crossing, which has `count` of them
 */
export function sumsBehind(
  behind: SumsBehind,
  first: number,
  count: number,
  { columnsOfSlot, width, strata }: ScoreSpace,
): DomainSums[] {
  const { common, unit, base, sums, crossed } = behind;
  const strataCount = strata.sampled.length;
  return Array.from({ length: count }, (_, domain) => {
    const cell = first + domain;
    const [xx, xz, zz] = [base.squares[cell]!, crossed[cell]!, sums.squares[cell]!];
    const byStratum = new Float64Array(2 * strataCount);
    let [y, x] = [0, 0];
    for (let h = 0; h < strataCount; h++) {
      const [weight, amount] = [base.totals[cell * strataCount + h]!, sums.totals[cell * strataCount + h]!];
      byStratum[h] = common * weight + unit * amount;
      byStratum[strataCount + h] = weight;
      y += byStratum[h]!;
      x += weight;
    }
    return {
      respondents: base.respondents[cell]!,
      y,
      x,
      yy: common * common * xx + 2 * common * unit * xz + unit * unit * zz,
      xy: common * xx + unit * xz,
      xx,
      byCategory: byColumn(slotsOf(behind, cell, columnsOfSlot.length), columnsOfSlot, width),
      byStratum,
    };
  });
}

/** By slot: the sums of y and of x, to fit and to cross. */
function slotsOf({ common, unit, base, sums }: SumsBehind, cell: number, slotCount: number): Float64Array {
  const bySlot = new Float64Array(4 * slotCount);
  for (let slot = 0; slot < slotCount; slot++) {
    const at = 2 * (cell * slotCount + slot);
    const [fit, cross] = [base.bySlot[at]!, base.bySlot[at + 1]!];
    bySlot[4 * slot] = common * fit + unit * sums.bySlot[at]!;
    bySlot[4 * slot + 1] = fit;
    bySlot[4 * slot + 2] = common * cross + unit * sums.bySlot[at + 1]!;
    bySlot[4 * slot + 3] = cross;
  }
  return bySlot;
}
