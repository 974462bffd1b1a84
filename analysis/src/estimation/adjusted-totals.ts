import type { Design } from "../design/index.ts";
import { explainedBy, residualsAfter } from "../weighting/unexplained.ts";
import type { Arrangement } from "./arrangement.ts";
import { pathsOf, sortedBy } from "./unit-tree.ts";
import type { LinearisedTotals } from "./variance.ts";

/** Takes out of the unit totals of each domain what known totals explain. */
export type Unexplained = (unitTotals: Float64Array, domain: number) => Float64Array;

/**
 * Unit totals of the residuals that adjustments of the weights leave, by domain. Where one adjustment to categorical
 * margins was made, the fit is linear in sums by crossed category: rows are read once for all domains, and each
 * domain's unit totals lose their share of the fitted values. Otherwise residuals are taken row by row.
 */
export function unexplained(arrangement: Arrangement, linearised: LinearisedTotals): Unexplained {
  const cells = explainedByCells(arrangement.design);
  if (!cells) return (_, domain) => residualTotals(arrangement, linearised, domain);
  const { first, second } = sumsByCategory(arrangement, linearised, cells);
  return (unitTotals, domain) => {
    const [a, b, from] = [linearised.a[domain]!, linearised.b[domain]!, domain * cells.unitCount];
    const sums = new Float64Array(cells.unitCount);
    for (let unit = 0; unit < sums.length; unit++)
      sums[unit] = a * first[from + unit]! + b * second[from + unit]!;
    return lessFitted(unitTotals, cells.fitted(sums), cells);
  };
}

interface ExplainedByCells {
  readonly unitOfRow: Int32Array;
  readonly unitCount: number;
  fitted(sums: Float64Array): Float64Array;
  /** By row: final weight · fit weight / weight after. */
  readonly factors: Float64Array;
  /** By place in the tree of units: first entry, and one past the last; by entry: crossed category and Σ weight after. */
  readonly starts: Int32Array;
  readonly categories: Int32Array;
  readonly amounts: Float64Array;
}

const prepared = new WeakMap<Design, ExplainedByCells | undefined>();

/** Undefined where rows have to be read domain by domain. */
function explainedByCells(design: Design): ExplainedByCells | undefined {
  if (!prepared.has(design)) prepared.set(design, prepare(design));
  return prepared.get(design);
}

function prepare(design: Design): ExplainedByCells | undefined {
  const [adjustment, another] = design.adjustments;
  if (!adjustment || another || adjustment.covariates.length > 0) return undefined;
  const { unitOfRow, unitCount, fitted } = explainedBy(adjustment);
  if (!unitOfRow) return undefined;
  const { after, fitWeights } = adjustment;
  const factors = design.weights.map((weight, row) =>
    weight === 0 ? 0 : (weight * fitWeights[row]!) / after[row]!,
  );
  return { unitOfRow, unitCount, fitted, factors, ...amountsByUnit(design, unitOfRow, unitCount, after) };
}

/** Σ weight after by sampled unit and crossed category, unit by unit in tree order. */
function amountsByUnit(
  design: Design,
  categoryOfRow: Int32Array,
  categoryCount: number,
  after: Float64Array,
) {
  const paths = pathsOf(design);
  const { places } = paths;
  const rows = Int32Array.from({ length: design.rows }, (_, row) => row);
  const sorted = sortedBy(sortedBy(rows, categoryOfRow, categoryCount), places, paths.order.length);
  const starts = new Int32Array(paths.order.length + 1);
  const [categories, amounts]: [number[], number[]] = [[], []];
  let before = -1;
  for (const row of sorted) {
    const [place, category] = [places[row]!, categoryOfRow[row]!];
    if (place !== before || category !== categories.at(-1)) {
      categories.push(category);
      amounts.push(0);
    }
    amounts[amounts.length - 1]! += after[row]!;
    starts[place + 1] = amounts.length;
    before = place;
  }
  return { starts, categories: Int32Array.from(categories), amounts: Float64Array.from(amounts) };
}

/** Σ factor · first and Σ factor · second over usable rows, by domain and crossed category. */
function sumsByCategory(
  { domains: { of, count } }: Arrangement,
  { byRow: { first: values, shift, second: bases } }: LinearisedTotals,
  { unitOfRow, unitCount, factors }: ExplainedByCells,
) {
  const [first, second] = [new Float64Array(count * unitCount), new Float64Array(count * unitCount)];
  for (let row = 0; row < factors.length; row++) {
    const [factor, domain] = [factors[row]!, of[row]!];
    const base = bases ? bases[row]! : 1;
    const value = values[row]! - shift;
    if (factor === 0 || domain < 0 || Number.isNaN(value + base)) continue;
    const at = domain * unitCount + unitOfRow[row]!;
    first[at]! += factor * value;
    second[at]! += factor * base;
  }
  return { first, second };
}

function lessFitted(
  unitTotals: Float64Array,
  fitted: Float64Array,
  { starts, categories, amounts }: ExplainedByCells,
): Float64Array {
  return unitTotals.map((total, place) => {
    let left = total;
    for (let entry = starts[place]!; entry < starts[place + 1]!; entry++)
      left -= amounts[entry]! * fitted[categories[entry]!]!;
    return left;
  });
}

/** The same row by row, where numeric variables or several adjustments take part. */
function residualTotals(
  { design, domains: { of } }: Arrangement,
  { a, b, byRow: { first, shift, second } }: LinearisedTotals,
  domain: number,
): Float64Array {
  const scores = new Float64Array(design.rows);
  for (let row = 0; row < design.rows; row++) {
    const score = a[domain]! * (first[row]! - shift) + b[domain]! * (second ? second[row]! : 1);
    if (of[row] === domain && design.weights[row] !== 0 && !Number.isNaN(score))
      scores[row] = design.weights[row]! * score;
  }
  return totalsByPlace(design, residualsOf(design)(scores));
}

const residuals = new WeakMap<Design, ReturnType<typeof residualsAfter>>();

/** What the adjustments of a design leave of weighted scores by row; prepared once per design. */
export function residualsOf(design: Design): ReturnType<typeof residualsAfter> {
  const known = residuals.get(design) ?? residualsAfter(design.adjustments);
  residuals.set(design, known);
  return known;
}

/** Sums by sampled unit, in tree order. */
export function totalsByPlace(design: Design, byRow: Float64Array): Float64Array {
  const paths = pathsOf(design);
  const { places } = paths;
  const totals = new Float64Array(paths.order.length);
  for (let row = 0; row < byRow.length; row++) totals[places[row]!]! += byRow[row]!;
  return totals;
}
