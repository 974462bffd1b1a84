import { type Column, type Dataset, missingReasons } from "@tiltas/analysis/dataset";
import { type Design, makeDesign } from "@tiltas/analysis/design";
import {
  type EvaluatedIndicator,
  evaluateIndicator,
  type IndicatorDefinition,
} from "@tiltas/analysis/indicators";
import type { Microdata } from "@tiltas/cli/microdata";
import type { AnswerCase, CaseContext } from "./kind.ts";

/** An index of persons over several items, evaluated as our indicators are: mean, error, by domain. */
export const answer: AnswerCase = (context) => {
  const { one, data } = context;
  const design = designIn(one.r_call, data);
  const by = /svyby\(\s*~\w+\s*,\s*~(\w+)/.exec(one.r_call)?.[1];
  const { names = [], ...domains } = by ? data.domains([by]) : { of: new Int32Array(data.rows), count: 1 };
  const { country, byDomain } = evaluateIndicator(indicatorOf(context), datasetOf(context), design, domains);
  return {
    n_valid: country.estimate.respondents,
    mean: country.estimate.value,
    se: country.estimate.standardError,
    scores_file: scoresOf(context, design),
    ...(by && { [`by_${by}`]: rowsBy(by, names, byDomain) }),
  };
};

function rowsBy(by: string, names: readonly string[], byDomain: EvaluatedIndicator["byDomain"]): object[] {
  return byDomain.map(({ estimate }, i) => ({
    [by]: names[i],
    mean: estimate.value,
    se: estimate.standardError,
  }));
}

/** The score of each person: the index of a sample of one. */
function scoresOf(context: CaseContext, { rows }: Design): (number | null)[] {
  const alone = { of: Int32Array.from({ length: rows }, (_, row) => row), count: rows };
  const equal = makeDesign({ weights: new Float64Array(rows).fill(1) });
  return evaluateIndicator(indicatorOf(context), datasetOf(context), equal, alone).byDomain.map(
    ({ estimate }) => estimate.value,
  );
}

function indicatorOf({ one }: CaseContext): IndicatorDefinition {
  const {
    rescale = [0, 1],
    reversed = [],
    item_weights = [],
    min_answered = 1,
  } = one.call.options as {
    rescale?: number[];
    reversed?: string | string[];
    item_weights?: number[];
    min_answered?: number;
  };
  const [minimum = 0, maximum = 1] = rescale;
  const items = one.call.variables.map((variable, i) => ({
    variable,
    minimum,
    maximum,
    reversed: [reversed].flat().includes(variable),
    weight: item_weights[i] ?? 1,
  }));
  return {
    id: "idx.01",
    label: { en: one.description },
    domain: "case",
    unit: "index-0-100",
    universe: { label: { en: "everyone" } },
    direction: "none",
    missingRule: "M3",
    source: one.id,
    estimand: { type: "index", items, atLeast: min_answered },
  };
}

function datasetOf({ one, data }: CaseContext): Dataset {
  const noAnswer = missingReasons.indexOf("no-answer");
  const columns = one.call.variables.map((name): [string, Column] => {
    const values = data.numbers(name);
    const missing = Uint8Array.from(values, (value) => (Number.isNaN(value) ? noAnswer : 0));
    return [name, { variable: { name, item: name, labels: {}, codes: [], kind: "number" }, values, missing }];
  });
  return { rows: data.rows, columns: new Map(columns), digest: "", exclusions: {} };
}

/** The design that the call to R makes on the way. */
function designIn(call: string, data: Microdata): Design {
  const named = (argument: string) => new RegExp(`\\b${argument}\\s*=\\s*~\\s*([\\w.]+)`).exec(call)?.[1];
  const [ids, strata, weights, fpc] = ["ids?", "strata", "weights", "fpc"].map(named);
  return makeDesign({
    ...(weights
      ? { weights: data.numbers(weights) }
      : fpc
        ? {}
        : { weights: new Float64Array(data.rows).fill(1) }),
    ...(ids && ids !== "1" ? { clusters: data.texts(ids) } : {}),
    ...(strata ? { strata: data.texts(strata) } : {}),
    ...(fpc ? { fpc: data.numbers(fpc) } : {}),
    nest: /nest\s*=\s*T/.test(call),
  });
}
