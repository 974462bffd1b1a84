import {
  giniEstimator,
  povertyEstimator,
  quintileRatioEstimator,
  valueAbove,
  weightedDistribution,
} from "@tiltas/analysis/estimation";
import type { AnswerCase, CaseContext } from "./kind.ts";

type Incomes = { readonly values: Float64Array; readonly weights: Float64Array };

/** Poverty and inequality of incomes as `laeken` gives them, in percent but for incomes and S80/S20; `…_by_column` by its levels. */
export const answer: AnswerCase = (context) => {
  const { one } = context;
  const incomes = incomesOf(context);
  const ofMedian = Number(one.call.options.p ?? 0.6);
  const measures = measuresOf(incomes, ofMedian);
  const breakdowns = Object.keys(one.expected).flatMap((key) => {
    const [, measure, column] = /^([a-z]+)_by_(\w+)$/.exec(key) ?? [];
    const compute = measures[measure ?? ""];
    if (compute === undefined || column === undefined) return [];
    const texts = context.data.texts(column);
    const byLevel = context.data.levels(column).map((stratum) => ({
      stratum,
      value: compute(Uint8Array.from(texts, (text) => (text === stratum ? 1 : 0))),
    }));
    return [[key, byLevel] as const];
  });
  const everyone = new Uint8Array(incomes.values.length).fill(1);
  return {
    ...Object.fromEntries(Object.entries(measures).map(([name, compute]) => [name, compute(everyone)])),
    ...Object.fromEntries(breakdowns),
  };
};

function incomesOf({ one, data, sample }: CaseContext): Incomes {
  const { weights } = one.call.options;
  const [income = ""] = one.call.variables;
  return {
    values: data.numbers(income),
    weights:
      typeof weights === "string"
        ? data.numbers(weights)
        : (sample?.weights ?? new Float64Array(data.rows).fill(1)),
  };
}

type Measure = (group: Uint8Array) => number;

function measuresOf({ values, weights }: Incomes, ofMedian: number): Readonly<Record<string, Measure>> {
  const within = (group: Uint8Array) => weights.map((weight, row) => (group[row] === 1 ? weight : 0));
  const poverty = (group: Uint8Array, place: number) =>
    povertyEstimator(values, { ofMedian, group }).valueAt(weights)[place] ?? Number.NaN;
  const median: Measure = (group) => valueAbove(weightedDistribution(values, within(group)), 0.5);
  return {
    threshold: (group) => ofMedian * median(group),
    arpt: (group) => ofMedian * median(group),
    arpr: (group) => 100 * poverty(group, 1),
    rmpg: (group) => 100 * poverty(group, 2),
    gini: (group) => 100 * (giniEstimator(values).valueAt(within(group))[0] ?? Number.NaN),
    qsr: (group) => quintileRatioEstimator(values).valueAt(within(group))[0] ?? Number.NaN,
    weighted_median: median,
  };
}
