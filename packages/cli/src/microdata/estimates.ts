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
  /** Column, `column=level` for a proportion or for the total of one category, `numerator/denominator` for a ratio. */
  readonly variable: string;
  readonly domain: string | null;
  readonly estimate: Estimate;
}

/** Answers a request in the order means, totals, ratios, proportions; domains inside each variable. */
export function estimateFrom(data: Microdata, design: Design, request: EstimateRequest): EstimateLine[] {
  const by = request.by === undefined ? [] : columnNames(request.by);
  for (const column of by) data.filledLevels(column);
  const domains = request.by === undefined ? undefined : data.domains(by);
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
  const several = (measurements: readonly Measurement[], estimator: typeof estimateMeanByDomain) =>
    estimator(arrangement, request.listwise ? listwise(measurements) : measurements, options);
  const means = (request.mean ?? []).map(columnNames);
  const totals = (request.total ?? []).map(columnNames);
  const ratios = (request.ratio ?? []).flatMap(columnNames);
  return [
    ...means.flatMap((names) => {
      const answers = names.map((name) => data.measurement(name));
      return lines("mean", names, several(answers, estimateMeanByDomain));
    }),
    ...totals.flatMap((names) => {
      const answers = names.map((name) => summed(data, name));
      return lines("total", names, several(answers, estimateTotalByDomain));
    }),
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

/** What a total adds up: a column of numbers, or ones for the people of one category. */
function summed(data: Microdata, text: string): Measurement {
  const { column, level } = columnAndLevel(text, data);
  return level === undefined ? data.measurement(column) : data.indicator(column, level);
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
  const levels = level === undefined ? data.filledLevels(column) : [level];
  return {
    names: levels.map((name) => `${column}=${name}`),
    indicators: levels.map((name) => data.indicator(column, name)),
  };
}
