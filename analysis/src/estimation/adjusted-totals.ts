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
  const byCategory = sumsByCategory(arrangement, linearised, cells);
  return (unitTotals, domain) => {
    const [a, b, from] = [linearised.a[domain]!, linearised.b[domain]!, domain * cells.unitCount];
    const sums = new Float64Array(cells.unitCount);
    for (let unit = 0, at = 2 * from; unit < sums.length; unit++, at += 2)
      sums[unit] = a * byCategory[at]! + b * byCategory[at + 1]!;
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

/** Where each row adds its share: domain and crossed category, side by side; a last slot takes rows in no domain. */
const slots = new WeakMap<Arrangement, Int32Array>();

function slotsOf(arrangement: Arrangement, { unitOfRow, unitCount }: ExplainedByCells): Int32Array {
  const { of, count } = arrangement.domains;
  const known =
    slots.get(arrangement) ??
    unitOfRow.map((unit, row) => (of[row]! < 0 ? count * unitCount : of[row]! * unitCount + unit));
  slots.set(arrangement, known);
  return known;
}

/** Σ factor · first and Σ factor · second over usable rows, side by side, by domain and crossed category. */
function sumsByCategory(
  arrangement: Arrangement,
  { byRow: { first, shift, second } }: LinearisedTotals,
  cells: ExplainedByCells,
): Float64Array {
  const slotOfRow = slotsOf(arrangement, cells);
  const { factors, unitCount } = cells;
  const sums = new Float64Array(2 * (arrangement.domains.count * unitCount + 1));
  if (second) return sumPairs(sums, slotOfRow, factors, first, shift, second);
  for (let row = 0; row < factors.length; row++) {
    const value = first[row]! - shift;
    if (Number.isNaN(value)) continue;
    const [at, factor] = [2 * slotOfRow[row]!, factors[row]!];
    sums[at]! += factor * value;
    sums[at + 1]! += factor;
  }
  return sums;
}

function sumPairs(
  sums: Float64Array,
  slotOfRow: Int32Array,
  factors: Float64Array,
  first: Float64Array,
  shift: number,
  second: Float64Array,
): Float64Array {
  for (let row = 0; row < factors.length; row++) {
    const [value, base] = [first[row]! - shift, second[row]!];
    if (Number.isNaN(value + base)) continue;
    const at = 2 * slotOfRow[row]!;
    sums[at]! += factors[row]! * value;
    sums[at + 1]! += factors[row]! * base;
  }
  return sums;
}

function lessFitted(
  unitTotals: Float64Array,
  fitted: Float64Array,
  { starts, categories, amounts }: ExplainedByCells,
): Float64Array {
  const left = Float64Array.from(unitTotals);
  for (let place = 0; place < left.length; place++)
    for (let entry = starts[place]!; entry < starts[place + 1]!; entry++)
      left[place]! -= amounts[entry]! * fitted[categories[entry]!]!;
  return left;
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
