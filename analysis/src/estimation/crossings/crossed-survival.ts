import type { Design } from "../../design/index.ts";
import { type Domains, rowsByDomain } from "../domains.ts";
import { type Survival, type SurvivalOptions, survivalAmong } from "../survival/kaplan-meier.ts";
import { logSurvivalUnder } from "../survival/kaplan-meier-estimator.ts";
import type { LogErrors } from "../survival/kaplan-meier-quantile.ts";
import { type Timelines, timeOrder } from "../survival/kaplan-meier-table.ts";
import { picked } from "./answered-rows.ts";
import { type CrossedCells, inEachCrossing } from "./crossed-cells.ts";
import { scoreVariancesOf } from "./score-variances.ts";

/**
 * Survival in the cells of many crossings: times are put in order once, and each cell reads its own rows only. Agrees
 * with `estimateSurvival`, which reads all rows for every domain.
 */
export function survivalInCells(
  design: Design,
  timelines: Timelines,
  options: Omit<SurvivalOptions, "within">,
): (cells: CrossedCells) => Survival[] {
  const order = timeOrder(timelines).filter((row) => design.weights[row]! > 0);
  const everybody = { of: new Int32Array(design.rows), count: 1 };
  return (cells) =>
    inEachCrossing(cells, (domains) =>
      rowsByDomain(order, domains).map((rows) => survivalIn(rows, { design, everybody }, timelines, options)),
    );
}

/** A sample, and all of it as one domain. */
interface Sampled {
  readonly design: Design;
  readonly everybody: Domains;
}

/** Of the rows of one cell, in the order of their times. */
function survivalIn(
  rows: Int32Array,
  { design, everybody }: Sampled,
  { times, events }: Timelines,
  options: Omit<SurvivalOptions, "within">,
): Survival {
  const own = { times: picked(times, rows), events: Uint8Array.from(rows, (row) => events[row]!) };
  const weights = picked(design.weights, rows);
  const order = Int32Array.from(rows.keys());
  const observed = { timelines: own, order, weights, rows: design.rows };
  return survivalAmong(observed, options, () => {
    const residuals = logSurvivalUnder(weights, own, options.method ?? "exponential", order);
    return errorsFrom((at) => residuals(at).scoresAt(weights), { design, everybody }, rows, weights);
  });
}

function errorsFrom(
  scoresAt: (times: readonly number[]) => Float64Array[],
  { design, everybody }: Sampled,
  rows: Int32Array,
  weights: Float64Array,
): LogErrors {
  const variancesIn = scoreVariancesOf(design)(rows);
  return (times) => {
    const errors = scoresAt(times).map((scores) => {
      const [variance] = variancesIn(
        scores.map((one, i) => one * weights[i]!),
        everybody,
      );
      return typeof variance === "number" ? Math.sqrt(variance) : Number.NaN;
    });
    return { errors: Float64Array.from(errors) };
  };
}
