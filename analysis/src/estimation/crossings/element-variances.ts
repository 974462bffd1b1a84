import type { Design } from "../../design/index.ts";
import { categoricalFitOf } from "../../weighting/unexplained.ts";
import { answeredRows, picked } from "./answered-rows.ts";
import { type CrossedCells, crossingAlone } from "./crossed-cells.ts";
import { type ElementStrata, elementStrata } from "./element-strata.ts";
import { type ElementSums, type Elements, sumsOver } from "./element-sums.ts";
import { type MarginFit, marginFit } from "./margin-fit.ts";
import type { ScoreVariances } from "./score-variances.ts";

/**
 * A sample in which every row was drawn by itself and the weights met margins at most once. There the sum of squared
 * deviations over the whole sample follows from sums over the rows of each cell, taken by category of the margins, and
 * no row outside a cell has to be read for it. With u = s − g·x'λ, s the weighted score (0 outside the cell), g the
 * weight after and λ the fit: Σ k u² = Σ k s² − 2 λ'Σ k g s x + λ'(Σ k g² x x')λ.
 *
 * @source Deville & Särndal (1992), JASA 87, §3; Särndal, Swensson & Wretman (1992), §3.7
 */
export interface ElementSample extends Elements {
  readonly weights: Float64Array;
  /** Sums of the weights of everybody; kept as long as the cells are. */
  everyoneIn(cells: CrossedCells): ElementSums;
  /** Variances of totals by cell, from the sums of their weighted scores. */
  variancesFrom(sums: Omit<ElementSums, "respondents">, count: number): number[];
}

/** The element sample of a design, prepared once; undefined for any other design. */
export function elementSampleOf(design: Design): ElementSample | undefined {
  if (!samples.has(design)) samples.set(design, elementSample(design));
  return samples.get(design);
}

const samples = new WeakMap<Design, ElementSample | undefined>();

function elementSample(design: Design): ElementSample | undefined {
  const strata = elementStrata(design);
  const [adjustment, another] = design.adjustments;
  if (!strata || another) return undefined;
  const fit = adjustment && fitTo(adjustment, strata);
  if (adjustment && !fit) return undefined;
  const elements = { strata, fit };
  return {
    ...elements,
    weights: design.weights,
    everyoneIn: everyone(design.weights, elements),
    variancesFrom: (sums, count) => variancesFrom(sums, count, elements),
  };
}

/** Indicators that rest on draws share the fit of the sample they were drawn from. */
const fits = new WeakMap<Design["adjustments"][number], MarginFit>();

function fitTo(adjustment: Design["adjustments"][number], strata: ElementStrata): MarginFit | undefined {
  const kept = fits.get(adjustment);
  if (kept?.strata === strata.of) return kept;
  const fit = categoricalFitOf(adjustment);
  if (!fit) return undefined;
  const made = marginFit(adjustment, fit, strata);
  fits.set(adjustment, made);
  return made;
}

function everyone(weights: Float64Array, elements: Elements) {
  const known = new WeakMap<CrossedCells, ElementSums>();
  return (cells: CrossedCells): ElementSums => {
    const kept = known.get(cells);
    if (kept) return kept;
    const { rows } = answeredRows(weights, {}, () => true);
    const sums = sumsOver(rows, picked(weights, rows), cells, elements);
    known.set(cells, sums);
    return sums;
  };
}

/** Variances by scores; undefined for a design that is no element sample. */
export function elementVariances(design: Design): ScoreVariances | undefined {
  const sample = elementSampleOf(design);
  return (
    sample &&
    ((rows) => (scores, domains) => {
      const cells = crossingAlone(domains);
      return sample.variancesFrom(sumsOver(rows, scores, cells, sample), cells.count);
    })
  );
}

function variancesFrom(
  { squares, totals, bySlot }: Omit<ElementSums, "respondents">,
  count: number,
  { strata, fit }: Elements,
): number[] {
  return Array.from({ length: count }, (_, cell) => {
    const own = totals.slice(cell * strata.count, (cell + 1) * strata.count);
    const left = fit ? squares[cell]! + fit.explain(bySlot, cell, own) : squares[cell]!;
    return Math.max(0, left - centred(own, strata));
  });
}

/** What centring at the means of the strata takes from the sum of squares. */
function centred(totals: Float64Array, { count, sampled, factors, centredAtAll }: ElementStrata): number {
  let [all, units] = [0, 0];
  for (let h = 0; h < count; h++) {
    all += totals[h]!;
    units += sampled[h]!;
  }
  let taken = 0;
  for (let h = 0; h < count; h++) {
    const centre = centredAtAll[h] === 1 ? all / units : totals[h]! / sampled[h]!;
    taken += factors[h]! * centre * (2 * totals[h]! - sampled[h]! * centre);
  }
  return taken;
}
