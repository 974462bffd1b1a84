import type { Margin, Margins } from "../margins.ts";
import { WeightingError } from "../weighting-error.ts";
import type { DesignColumns } from "./design-columns.ts";
import { joinedMargin } from "./joined-margin.ts";
import { metTotals } from "./met-totals.ts";
import type { AlternativePlan, Text, WeightingPlan } from "./weighting-plan.ts";

/** The wave under another choice of weights. */
export interface Alternative {
  readonly id: string;
  readonly name: Text;
  /** By row of the dataset; null where the choice cannot be followed with these answers. */
  readonly weights: Float64Array | null;
  /** Why there are no weights, for the person who weights. */
  readonly refused: string | null;
}

interface Given {
  readonly plan: WeightingPlan;
  readonly columns: DesignColumns;
  /** By row of those inside the population. */
  readonly base: Float64Array;
  readonly inside: Int32Array;
  /** By row of the dataset: weights before totals are met. */
  readonly before: Float64Array;
  readonly margins: Margins;
  /** Margins of another source; undefined where none of that name is given. */
  readonly read: (file: string) => Margins | undefined;
}

/** Weights under an alternative of the plan; one that cannot be followed says why and stops nothing. */
export function alternativeWeights(choice: AlternativePlan, given: Given): Alternative {
  const { id, name } = choice;
  if (choice.unweighted) return { id, name, weights: given.before, refused: null };
  try {
    const inside = weightsInside(choice, given);
    const weights = Float64Array.from(given.before);
    given.inside.forEach((row, i) => {
      weights[row] = inside[i]!;
    });
    return { id, name, weights, refused: null };
  } catch (error) {
    if (error instanceof WeightingError) return { id, name, weights: null, refused: error.message };
    throw error;
  }
}

function weightsInside(choice: AlternativePlan, { plan, columns, base, margins, read }: Given): Float64Array {
  const source = choice.file === undefined ? margins : read(choice.file);
  if (!source)
    throw new WeightingError(
      `The alternative "${choice.id}" weights to the margins "${choice.file}", which were not given. Add the file, or take the alternative out of the plan.`,
    );
  const met = source.margins
    .filter(({ id }) => !choice.leaveOut?.includes(id))
    .map((margin) => recounted(margin, choice, source.total))
    .map((margin) => joinedMargin(margin, base, columns, plan.collapse).counted);
  const { weighted } = metTotals(base, met, source.total, {
    method: choice.method ?? plan.method,
    trimming: choice.trimming === undefined ? plan.trimming : choice.trimming,
  });
  if (!weighted.converged)
    throw new WeightingError(
      `The alternative "${choice.id}" does not meet its margins. ${weighted.notes.join(" ")}`,
    );
  return weighted.weights;
}

/** Counts as the alternative would have them, scaled to the same total: composition changes, not the number of people. */
function recounted(margin: Margin, { counts }: AlternativePlan, total: number): Margin {
  if (!counts) return margin;
  const cells = margin.cells.map((cell) => ({
    ...cell,
    count: counts.reduce(
      (count, { dimension, code, times }) =>
        cell.codes[margin.dimensions.indexOf(dimension)] === code ? count * times : count,
      cell.count,
    ),
  }));
  const sum = cells.reduce((all, { count }) => all + count, 0);
  return { ...margin, cells: cells.map((cell) => ({ ...cell, count: (cell.count / sum) * total })) };
}
