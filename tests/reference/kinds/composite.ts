import { makeDesign } from "@tiltas/analysis/design";
import { arrange, estimateMeanByDomain } from "@tiltas/analysis/estimation";
import { composite } from "@tiltas/analysis/weighting";
import type { AnswerCase } from "./kind.ts";

/** Means of several samples joined; `sample` names the column that tells them apart, which is also their stratum. */
export const answer: AnswerCase = ({ one, data }) => {
  const { sample, population, shares } = one.call.options;
  const column = String(sample);
  const texts = data.texts(column);
  const names = data.levels(column);
  const weights = data.numbers(one.design?.weights ?? "");
  const rowsOf = names.map((name) => texts.flatMap((text, row) => (text === name ? [row] : [])));
  const joined = composite(
    names.map((name, s) => ({ name, weights: Float64Array.from(rowsOf[s] ?? [], (row) => weights[row]!) })),
    { total: Number(population), ...(Array.isArray(shares) ? { shares: shares.map(Number) } : {}) },
  );
  const inOrder = new Float64Array(data.rows);
  for (const [place, row] of rowsOf.flat().entries()) inOrder[row] = joined.weights[place]!;
  const clusters = data.texts(one.design?.ids[0] ?? "");
  const design = makeDesign({ weights: inOrder, strata: texts, clusters, nest: true });
  const [[estimate] = []] = estimateMeanByDomain(arrange(design), [
    data.measurement(one.call.variables[0] ?? ""),
  ]);
  return {
    rows: [{ name: one.call.variables[0], estimate: estimate?.value, se: estimate?.standardError }],
    shares: Object.fromEntries(names.map((name, s) => [name, joined.parts[s]?.share])),
    sum_weights: inOrder.reduce((sum, weight) => sum + weight, 0),
  };
};
