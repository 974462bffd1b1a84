import type { Dataset } from "../dataset/dataset.ts";
import { columnOf, holding, IndicatorError } from "./answers.ts";

/**
 * By row: one over the chance with which the respondent drew what an indicator rests on, 0 for who did not draw it
 * or, by the answers as they stand, could not have drawn it.
 *
 * @throws IndicatorError for a dataset that holds no chances of this draw
 * @source Raghunathan & Grizzle (1995), A split questionnaire survey design, JASA 90(429)
 */
export function drawFactors(drawn: string, dataset: Dataset): Float64Array {
  const ofDataset = known.get(dataset) ?? new Map<string, Float64Array>();
  known.set(dataset, ofDataset);
  const factors = ofDataset.get(drawn) ?? factorsOf(drawn, dataset);
  ofDataset.set(drawn, factors);
  return factors;
}

/** Many indicators rest on the same few draws. */
const known = new WeakMap<Dataset, Map<string, Float64Array>>();

function factorsOf(drawn: string, dataset: Dataset): Float64Array {
  const hasDrawn = holding(columnOf(dataset, drawn), [1]);
  const chances = dataset.chances?.get(drawn);
  if (!chances)
    throw new IndicatorError(
      `The dataset holds no chances for "${drawn}". Name an option of an item that measures.json calls drawn.`,
    );
  return chances.map((chance, row) => (hasDrawn[row] === 1 && chance > 0 ? 1 / chance : 0));
}
