import { makeDesign } from "@tiltas/analysis/design";
import { arrange, estimateMeanByDomain } from "@tiltas/analysis/estimation";
import { harmonicMean, rdsOne, rdsTwoWeights } from "@tiltas/analysis/weighting";
import type { AnswerCase, CaseContext } from "./kind.ts";

/** Samples of people recruited by people: estimators I and II. */
export const answer: AnswerCase = (context) =>
  context.one.call.statistic === "rds1" ? estimatorOne(context) : estimatorTwo(context);

function estimatorOne({ one, data }: CaseContext) {
  const { degree, recruiter } = one.call.options;
  const column = one.call.variables[0] ?? "";
  const groups = data.levels(column);
  const texts = data.texts(column);
  const ids = data.has("id") ? data.texts("id") : Array.from({ length: data.rows }, (_, row) => `${row + 1}`);
  const rowOf = new Map(ids.map((id, row) => [id, row]));
  const degrees = data.numbers(String(degree));
  const { shares, recruitment, meanDegrees } = rdsOne({
    groups,
    group: Int32Array.from(texts, (text) => groups.indexOf(text)),
    recruiter: Int32Array.from(data.texts(String(recruiter)), (id) => rowOf.get(id) ?? -1),
    degrees,
  });
  const weights = rdsTwoWeights(degrees);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const named = (prefix: string, values: ArrayLike<number>) =>
    groups.map((group, g) => [`${prefix}_${group}`, values[g]] as const);
  return Object.fromEntries([
    ...named("P", shares),
    ...named("D", meanDegrees),
    ...groups.flatMap((from, g) =>
      named(`C_${from}`, recruitment[g] ?? []).map(
        ([name, value]) => [name.replace(`_${from}_`, `_${from}`), value] as const,
      ),
    ),
    ...named(
      "rds2_P",
      groups.map(
        (group) => weights.reduce((sum, weight, row) => sum + (texts[row] === group ? weight : 0), 0) / all,
      ),
    ),
  ]);
}

function estimatorTwo({ one, data }: CaseContext) {
  const degrees = data.numbers(String(one.call.options.degree));
  const design = makeDesign({ weights: rdsTwoWeights(degrees) });
  const [[estimate] = []] = estimateMeanByDomain(
    arrange(design),
    [data.measurement(one.call.variables[0] ?? "")],
    { missing: one.call.options.na_rm === true ? "remove" : "keep" },
  );
  return {
    estimate: estimate?.value,
    harmonic_mean_degree: harmonicMean(degrees),
    naive_se: estimate?.standardError,
  };
}
