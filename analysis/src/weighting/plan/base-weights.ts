import type { Instrument } from "@tiltas/instrument/definition";
import type { Dataset } from "../../dataset/index.ts";
import { proposeCollapses } from "../collapse.ts";
import { rdsTwoWeights } from "../respondent-driven.ts";
import { WeightingError } from "../weighting-error.ts";
import { cellsOf, rowsByCell } from "./cells-of.ts";
import { type DesignColumns, ofRows } from "./design-columns.ts";
import type { WeightingPlan } from "./weighting-plan.ts";

/** Weights before totals are met, and how many respondents the plan could not place. */
export interface BaseWeights {
  /** By row of those inside the population. */
  readonly weights: Float64Array;
  /** Respondents without a cell or number: they take the mean (of numbers: the median) of the others. */
  readonly unplaced: number;
}

/** What each respondent stands for by chance of selection, times what nonresponse in the same class adds. */
export function baseWeights(
  plan: WeightingPlan,
  columns: DesignColumns,
  dataset: Dataset,
  instrument: Instrument,
  inside: Int32Array,
): BaseWeights {
  const selected = selectionWeights(plan.base, columns, dataset, instrument, inside);
  if (!plan.classes) return selected;
  const factors = classFactors(plan.classes, columns, inside.length);
  return {
    weights: selected.weights.map((weight, row) => weight * factors[row]!),
    unplaced: selected.unplaced,
  };
}

function selectionWeights(
  base: WeightingPlan["base"],
  columns: DesignColumns,
  dataset: Dataset,
  instrument: Instrument,
  inside: Int32Array,
): BaseWeights {
  switch (base.kind) {
    case "equal":
      return { weights: new Float64Array(inside.length).fill(1), unplaced: 0 };
    case "drawn": {
      const cells = cellsOf("people drawn", base.dimensions, base.cells, columns, inside.length);
      const weightOf = base.cells.map(({ people, drawn }) => people / drawn);
      return filled(Float64Array.from(cells, (cell) => weightOf[cell] ?? Number.NaN));
    }
    case "met-in-proportion":
      return metInProportion(base.role, dataset, instrument, inside);
  }
}

/** Respondents without a weight take the mean of the others. */
function filled(weights: Float64Array): BaseWeights {
  const known = weights.filter((weight) => !Number.isNaN(weight));
  const mean = known.reduce((sum, weight) => sum + weight, 0) / known.length;
  return {
    weights: weights.map((weight) => (Number.isNaN(weight) ? mean : weight)),
    unplaced: weights.length - known.length,
  };
}

function metInProportion(
  role: "network-size" | "venue-visits",
  dataset: Dataset,
  instrument: Instrument,
  inside: Int32Array,
): BaseWeights {
  const item = instrument.items.find(({ measure }) => measure.role === role);
  const column = item && dataset.columns.get(item.name);
  if (column?.variable.kind !== "number")
    throw new WeightingError(
      `The weighting plan weights by ${role}, but no item of the instrument with that role holds a number. Choose another base weight.`,
    );
  const numbers = Float64Array.from(ofRows(column, inside).values, (value) =>
    value > 0 ? value : Number.NaN,
  );
  const known = numbers.filter((value) => !Number.isNaN(value)).toSorted();
  if (known.length === 0)
    throw new WeightingError(`Nobody gave a number for ${role} above zero. Choose another base weight.`);
  const median = known[Math.ceil(known.length / 2) - 1]!;
  return {
    weights: rdsTwoWeights(numbers.map((value) => (Number.isNaN(value) ? median : value))),
    unplaced: numbers.length - known.length,
  };
}

/**
 * By row: people drawn over respondents of the class; small classes are joined to that of the nearest factor.
 *
 * @source Oh & Scheuren (1983), Weighting Adjustment for Unit Nonresponse
 */
function classFactors(
  { dimensions, cells: table, respondents: fewest }: NonNullable<WeightingPlan["classes"]>,
  columns: DesignColumns,
  rows: number,
): Float64Array {
  const cells = cellsOf("people drawn", dimensions, table, columns, rows);
  const respondents = rowsByCell(cells, table.length);
  const joins = proposeCollapses(
    table.map(({ drawn }, cell) => ({
      level: String(cell),
      respondents: respondents[cell]!,
      factor: respondents[cell]! > 0 ? drawn / respondents[cell]! : 1,
    })),
    { respondents: fewest, factor: Number.POSITIVE_INFINITY },
  );
  const group = table.map(
    (_, cell) => joins.find(({ join }) => join.includes(String(cell)))?.join ?? [String(cell)],
  );
  const factors = group.map((members) => {
    const [drawn, answered] = [
      members.reduce((sum, cell) => sum + table[Number(cell)]!.drawn, 0),
      members.reduce((sum, cell) => sum + respondents[Number(cell)]!, 0),
    ];
    return answered > 0 ? drawn / answered : Number.NaN;
  });
  return filled(Float64Array.from(cells, (cell) => factors[cell] ?? Number.NaN)).weights;
}
