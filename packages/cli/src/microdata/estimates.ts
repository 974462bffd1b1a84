import type { Design } from "@tiltas/analysis/design";
import {
  type Arrangement,
  arrange,
  type Estimate,
  type EstimationOptions,
  estimateMeanByDomain,
  estimateProportionByDomain,
  estimateRatioByDomain,
  estimateTotalByDomain,
  listwise,
  type Measurement,
} from "@tiltas/analysis/estimation";
import type { Microdata } from "./microdata.ts";
import { columnAndLevel, columnNames, ratioColumns } from "./names.ts";

/** What a person asks of microdata; each list as typed. */
export interface EstimateRequest {
  readonly mean?: readonly string[];
  readonly total?: readonly string[];
  readonly ratio?: readonly string[];
  readonly proportion?: readonly string[];
  readonly by?: string;
  /** Leave out missing answers, variable by variable; otherwise a missing answer means no estimate. */
  readonly naRm?: boolean;
  /** Leave out respondents who miss any variable of the same option. */
  readonly listwise?: boolean;
  readonly deff?: EstimationOptions["designEffect"];
}

/** One line of the answer. */
export interface EstimateLine {
  readonly statistic: "mean" | "total" | "ratio" | "proportion";
  /** Column, `column=level` for a proportion, `numerator/denominator` for a ratio. */
  readonly variable: string;
  readonly domain: string | null;
  readonly estimate: Estimate;
}

/** Answers a request in the order means, totals, ratios, proportions; domains inside each variable. */
export function estimateFrom(data: Microdata, design: Design, request: EstimateRequest): EstimateLine[] {
  const domains = request.by === undefined ? undefined : data.domains(columnNames(request.by));
  const arrangement = domains ? arrange(design, domains) : arrange(design);
  const options: EstimationOptions = {
    missing: request.naRm || request.listwise ? "remove" : "keep",
    ...(request.deff ? { designEffect: request.deff } : {}),
  };
  const lines = (
    statistic: EstimateLine["statistic"],
    names: readonly string[],
    estimates: readonly Estimate[][],
  ) =>
    names.flatMap((variable, i) =>
      (estimates[i] ?? []).map((estimate, d) => ({
        statistic,
        variable,
        domain: domains?.names[d] ?? null,
        estimate,
      })),
    );
  const several = (names: readonly string[], estimator: typeof estimateMeanByDomain) =>
    estimator(arrangement, measured(data, names, request), options);
  const means = (request.mean ?? []).map(columnNames);
  const totals = (request.total ?? []).map(columnNames);
  const ratios = (request.ratio ?? []).flatMap(columnNames);
  return [
    ...means.flatMap((names) => lines("mean", names, several(names, estimateMeanByDomain))),
    ...totals.flatMap((names) => lines("total", names, several(names, estimateTotalByDomain))),
    ...lines("ratio", ratios, ratiosOf(data, ratios, arrangement, options)),
    ...(request.proportion ?? []).flatMap(columnNames).flatMap((name) => {
      const shares = indicatorsFor(data, name);
      return lines(
        "proportion",
        shares.names,
        estimateProportionByDomain(arrangement, shares.indicators, options),
      );
    }),
  ];
}

function measured(data: Microdata, names: readonly string[], request: EstimateRequest): Measurement[] {
  const measurements = names.map((name) => data.measurement(name));
  return request.listwise ? listwise(measurements) : measurements;
}

function ratiosOf(
  data: Microdata,
  ratios: readonly string[],
  arrangement: Arrangement,
  options: EstimationOptions,
) {
  const pairs = ratios.map((text) => {
    const [numerator, denominator] = ratioColumns(text, data);
    return { numerator: data.measurement(numerator), denominator: data.measurement(denominator) };
  });
  return estimateRatioByDomain(arrangement, pairs, options);
}

function indicatorsFor(data: Microdata, text: string) {
  const { column, level } = columnAndLevel(text, data);
  const levels = level === undefined ? data.levels(column) : [level];
  return {
    names: levels.map((name) => `${column}=${name}`),
    indicators: levels.map((name) => data.indicator(column, name)),
  };
}
