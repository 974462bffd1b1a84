import type { Design } from "../../design/index.ts";
import { explainedBy, residualsAfter } from "../../weighting/unexplained.ts";
import type { Arrangement } from "./arrangement.ts";
import { inPasses, type Slots, sumIntoSlots } from "./row-sums.ts";
import { pathsOf, sortedBy } from "./unit-tree.ts";
import type { LinearisedTotals } from "./variance.ts";

/** Takes out of the unit totals of each domain what known totals explain. */
export type Unexplained = (unitTotals: Float64Array, domain: number) => Float64Array;

/**
 * Unit totals of the residuals that adjustments of the weights leave, by variable and domain. Where one adjustment to
 * categorical margins was made, the fit is linear in sums by crossed category: rows are read once for all domains, and
 * each domain's unit totals lose their share of the fitted values. Otherwise residuals are taken row by row.
 */
export function unexplainedOfEach(
  arrangement: Arrangement,
  variables: readonly LinearisedTotals[],
): Unexplained[] {
  const cells = explainedByCells(arrangement.design);
  if (!cells) return variables.map((one) => byRows(arrangement, one));
  return sumsByCategory(arrangement, variables, cells).map(({ first, second }, i) => {
    const { a, b } = variables[i]!;
    return (unitTotals, domain) => {
      const sums = new Float64Array(cells.unitCount);
      for (let unit = 0, at = domain * cells.unitCount; unit < sums.length; unit++, at++)
        sums[unit] = a[domain]! * first[at]! + b[domain]! * second[at]!;
      return lessFitted(unitTotals, cells.fitted(sums), cells);
    };
  });
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
  const { places, order } = pathsOf(design);
  const sorted = sortedBy(sortedBy(undefined, categoryOfRow, categoryCount), places, order.length);
  const starts = new Int32Array(order.length + 1);
  const [categories, amounts] = [new Int32Array(design.rows), new Float64Array(design.rows)];
  let [entry, before] = [-1, -1];
  for (let i = 0; i < sorted.length; i++) {
    const row = sorted[i]!;
    const place = places[row]!;
    if (place !== before || categoryOfRow[row] !== categories[entry])
      categories[++entry] = categoryOfRow[row]!;
    amounts[entry]! += after[row]!;
    starts[place + 1] = entry + 1;
    before = place;
  }
  return { starts, categories: categories.slice(0, entry + 1), amounts: amounts.slice(0, entry + 1) };
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

/** Σ factor · first and Σ factor · second of a variable, by domain and crossed category within it. */
interface ByCategory {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

function sumsByCategory(
  arrangement: Arrangement,
  variables: readonly LinearisedTotals[],
  cells: ExplainedByCells,
): ByCategory[] {
  const count = arrangement.domains.count * cells.unitCount;
  const slots = { slotOfRow: slotsOf(arrangement, cells), count, weights: cells.factors };
  return inPasses(variables, (some) => {
    if (some.some(({ byRow }) => byRow.base)) return some.map((one) => sumPairs(slots, one));
    const lanes = some.map(({ byRow }) => byRow);
    return sumIntoSlots(slots, lanes).map(({ values, weights }) => ({ first: values, second: weights }));
  });
}

function sumPairs(
  { slotOfRow, weights, count }: Slots,
  { byRow: { measurement, shift, base } }: LinearisedTotals,
): ByCategory {
  const [first, second] = [new Float64Array(count + 1), new Float64Array(count + 1)];
  const [over, under] = [measurement.values, base?.values];
  for (let row = 0; row < weights.length; row++) {
    const [value, unit] = [over[row]! - shift, under ? under[row]! : 1];
    if (Number.isNaN(value + unit)) continue;
    first[slotOfRow[row]!]! += weights[row]! * value;
    second[slotOfRow[row]!]! += weights[row]! * unit;
  }
  return { first, second };
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
function byRows(
  { design, domains: { of } }: Arrangement,
  { a, b, byRow: { measurement, shift, base } }: LinearisedTotals,
): Unexplained {
  const [over, under] = [measurement.values, base?.values];
  return (_, domain) => {
    const scores = new Float64Array(design.rows);
    for (let row = 0; row < design.rows; row++) {
      const score = a[domain]! * (over[row]! - shift) + b[domain]! * (under ? under[row]! : 1);
      if (of[row] === domain && design.weights[row] !== 0 && !Number.isNaN(score))
        scores[row] = design.weights[row]! * score;
    }
    return totalsByPlace(design, residualsOf(design)(scores));
  };
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
