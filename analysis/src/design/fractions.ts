import { DesignError } from "./design-error.ts";
import type { CodedStage } from "./make-stages.ts";

/** What is known of the population at one stage: n/N by stratum, and by unit where probabilities are unequal. */
export interface Fractions {
  readonly byStratum: Float64Array;
  readonly byUnit?: Float64Array;
}

/** Whether the numbers are sampling fractions (all at most 1) rather than population sizes. @throws DesignError mixed */
export function areFractions(columns: readonly ArrayLike<number>[]): boolean {
  let [below, above] = [false, false];
  for (const column of columns)
    for (let row = 0; row < column.length; row++) {
      below ||= column[row]! < 1;
      above ||= column[row]! > 1;
    }
  if (below && above)
    throw new DesignError(
      "Some population sizes (fpc) are below 1 and others above. Give sizes at every stage, or sampling fractions at every stage.",
    );
  return !above;
}

/**
 * Sampling fractions by stratum from one number per row.
 *
 * @throws DesignError a row without a size, sizes that differ within a stratum, more units sampled than there are
 */
export function fractionsByStratum(
  numbers: ArrayLike<number>,
  { strata, sampled }: CodedStage,
  fractional: boolean,
): Fractions {
  const sizes = oncePer(strata.codes, sampled.length, numbers, (h) => `the stratum "${strata.labels[h]}"`);
  const byStratum = sizes.map((size, h) => {
    const fraction = fractional ? size : sampled[h]! / size;
    if (fraction > 1 + 1e-9)
      throw new DesignError(
        `The stratum "${strata.labels[h]}" has ${sampled[h]} sampled units but a population size (fpc) of ${size}. Correct the size, or leave fpc out.`,
      );
    return Math.min(fraction, 1);
  });
  return { byStratum };
}

/** Probabilities of selection by unit; by stratum their mean. @throws DesignError a probability of none or above 1 */
export function fractionsByUnit(
  numbers: ArrayLike<number>,
  { units, strata, sampled }: CodedStage,
  fractional: boolean,
): Fractions {
  if (!fractional)
    throw new DesignError(
      "Units drawn with unequal probabilities need these probabilities as fpc, and some are above 1. Give each unit its probability of selection.",
    );
  const count = units.labels.length || units.codes.length;
  const byUnit = oncePer(units.codes, count, numbers, (unit) => `the cluster "${units.labels[unit]}"`);
  const byStratum = new Float64Array(sampled.length);
  const seen = new Uint8Array(count);
  units.codes.forEach((unit, row) => {
    const stratum = strata.codes[row]!;
    if (!seen[unit]) byStratum[stratum]! += byUnit[unit]! / sampled[stratum]!;
    seen[unit] = 1;
  });
  return { byStratum, byUnit };
}

/** One number per stratum or unit from one per row. */
function oncePer(
  codes: Int32Array,
  count: number,
  numbers: ArrayLike<number>,
  name: (code: number) => string,
): Float64Array {
  const once = new Float64Array(count).fill(Number.NaN);
  for (let row = 0; row < codes.length; row++) {
    const [number, code] = [numbers[row]!, codes[row]!];
    if (!(number > 0))
      throw new DesignError(
        `Row ${row + 1} has no positive population size (fpc). Give that of ${name(code)}.`,
      );
    if (Number.isNaN(once[code])) once[code] = number;
    else if (once[code] !== number)
      throw new DesignError(`The population size (fpc) varies within ${name(code)}. Give one size for it.`);
  }
  return once;
}
