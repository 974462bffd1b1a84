import {
  type Consistency,
  cronbachAlpha,
  type ItemAnswers,
  itemRestCorrelations,
  type PairRule,
  samplingAdequacy,
  sphericityTest,
  splitHalf,
} from "@tiltas/analysis/psychometrics";
import type { AnswerCase, CaseContext } from "./kind.ts";
import { itemAnswers, refusal } from "./psych-factors.ts";

/** Alpha, item-rest, split half, Kaiser–Meyer–Olkin and Bartlett of the items of one scale. */
export const answer: AnswerCase = (context) => {
  const items = recoded(context);
  switch (context.one.call.statistic) {
    case "alpha":
      return alpha(items, context.one.call.options.missing === "pairwise" ? "pairwise" : "listwise");
    case "item_rest":
      return itemRest(items);
    case "split_half":
      return halves(items);
    case "kmo":
      return adequacy(items);
    default:
      return sphericity(items);
  }
};

/** Items turned round where the case says so: `A1 = 7 - A1`. */
function recoded({ one, data }: CaseContext): ItemAnswers {
  const items = itemAnswers(one, data);
  const recodes = [one.call.options.recode ?? []].flat().flatMap((text) => String(text).split(/[;,]/));
  const turned = new Map(
    recodes.flatMap((text) => {
      const [, name, from, same] = /^\s*([\w.]+)\s*=\s*([\d.]+)\s*-\s*([\w.]+)\s*$/.exec(text) ?? [];
      return name !== undefined && name === same ? [[name, Number(from)] as const] : [];
    }),
  );
  const values = items.values.map((column, i) => {
    const from = turned.get(items.names[i] ?? "");
    return from === undefined ? column : column.map((value) => from - value);
  });
  return { names: items.names, values };
}

function alpha(items: ItemAnswers, missing: PairRule): object {
  const found = cronbachAlpha(items, missing);
  if (!found.estimable) return refusal(found);
  const { averageCorrelation, medianCorrelation, standardError, mean, standardDeviation } = found;
  return {
    total: [
      {
        ...shared(found),
        average_r: averageCorrelation,
        ase: standardError,
        mean,
        sd: standardDeviation,
        median_r: medianCorrelation,
      },
    ],
    alpha_drop: found.items.map(({ name, scaleWithout }) => ({
      item: name,
      ...(scaleWithout ? dropped(scaleWithout) : {}),
    })),
    item_stats: found.items.map((item) => ({
      item: item.name,
      n: item.respondents,
      "raw.r": item.withTotal,
      "std.r": item.withStandardisedTotal,
      "r.cor": item.withoutOwnError,
      "r.drop": item.withRest,
      mean: item.mean,
      sd: item.standardDeviation,
    })),
  };
}

function shared({ raw, standardised, lambda6, signalToNoise }: Consistency): object {
  return { raw_alpha: raw, "std.alpha": standardised, "G6(smc)": lambda6, "S/N": signalToNoise };
}

function dropped(scale: Consistency): object {
  return {
    ...shared(scale),
    average_r: scale.averageCorrelation,
    "alpha se": scale.standardError,
    "var.r": scale.varianceOfCorrelations,
    "med.r": scale.medianCorrelation,
  };
}

function itemRest(items: ItemAnswers): object {
  const found = itemRestCorrelations(items);
  if (!found.estimable) return refusal(found);
  const rows = items.names.map((name, i) => ({ name, estimate: found.correlations[i] }));
  return { rows, n: found.respondents };
}

function halves(items: ItemAnswers): object {
  const found = splitHalf(items, { splits: "first-half-if-odd" });
  if (!found.estimable) return refusal(found);
  const { oddEven, splits, lambda2, lambda6, averageCorrelation, respondents } = found;
  return {
    r_odd_even: oddEven.correlation,
    spearman_brown: oddEven.spearmanBrown,
    guttman_lambda4_odd_even: oddEven.lambda4,
    all_splits: {
      max: splits.best,
      // R divides by half the number of all splits, which of an odd number is half a split too few.
      mean: (splits.mean * splits.count) / (splitsOf(items.names.length) / 2),
      min: splits.worst,
      lambda2,
      lambda6_smc: lambda6,
      average_r: averageCorrelation,
    },
    n: respondents,
  };
}

/** In how many ways n items give a half of n / 2, rounded down. */
function splitsOf(items: number): number {
  let ways = 1;
  for (let i = 1; i <= Math.floor(items / 2); i++) ways = (ways * (items - i + 1)) / i;
  return ways;
}

function adequacy(items: ItemAnswers): object {
  const found = samplingAdequacy(items);
  if (!found.estimable) return refusal(found);
  return {
    overall: found.overall,
    items: Object.fromEntries(items.names.map((name, i) => [name, found.byItem[i]])),
  };
}

function sphericity(items: ItemAnswers): object {
  const found = sphericityTest(items);
  if (!found.estimable) return refusal(found);
  const { statistic, degreesOfFreedom, pValue, respondents } = found;
  return { chisq: statistic, df: degreesOfFreedom, p_value: pValue, n: respondents };
}
