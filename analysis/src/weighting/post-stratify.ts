import { type CountedMargin, nobodyAnswered, nobodyCounted, weightsByCell } from "./counted-margin.ts";
import type { Weighted } from "./weighted.ts";
import { WeightingError } from "./weighting-error.ts";

export interface PostStratifyOptions {
  /** true: cells with people but no respondent are left out, and the weights sum to less; false (default): refused. */
  readonly partial?: boolean;
}

const partly = "allow partial post-stratification, which leaves these people out";

/**
 * Multiplies the weights within each cell so that they sum to the people counted in it.
 *
 * @param weights by row, before; none negative
 * @param margin one variable or several crossed; every row of positive weight has a cell
 * @throws WeightingError rows without a category; people in a cell without respondents unless `partial`;
 *   respondents in a cell without people
 * @source Holt & Smith (1979), Post Stratification, JRSS A 142(1)
 * @agrees R survey::postStratify, tests/reference
 */
export function postStratify(
  weights: Float64Array,
  margin: CountedMargin,
  options: PostStratifyOptions = {},
): Weighted {
  refuseMissing(margin, weights);
  const sums = weightsByCell(margin, weights);
  const ignored: string[] = [];
  const factors = margin.counts.map((count, cell) => {
    if (sums[cell]! > 0 && count > 0) return count / sums[cell]!;
    if (sums[cell]! > 0) throw nobodyCounted(margin, cell);
    if (count > 0 && !options.partial) throw nobodyAnswered(margin, cell, partly);
    if (count > 0) ignored.push(`"${margin.levels[cell]}" (${count} people)`);
    return 1;
  });
  const after = weights.map((weight, row) => (weight > 0 ? weight * factors[margin.cells[row]!]! : weight));
  return {
    weights: after,
    converged: true,
    adjustment: {
      margins: [{ codes: margin.cells, count: margin.counts.length }],
      covariates: [],
      after,
      fitWeights: weights,
      fit: "least-squares",
    },
    notes:
      ignored.length > 0
        ? [`Categories of "${margin.name}" without respondents were left out: ${ignored.join(", ")}.`]
        : [],
  };
}

/** @throws WeightingError when rows of positive weight have no category in the margin */
export function refuseMissing({ name, cells }: CountedMargin, weights: Float64Array): void {
  let missing = 0;
  for (let row = 0; row < weights.length; row++) if (cells[row]! < 0 && weights[row]! > 0) missing++;
  if (missing > 0)
    throw new WeightingError(
      `${missing} respondents have no category in "${name}". Give them one (such as "unknown", with its count), or rake, which spreads them over the margin.`,
    );
}
