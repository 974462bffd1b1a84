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
import { askedQuantile, quantileByDomain } from "./quantiles.ts";

/** What a person asks of microdata; each list as typed. */
export interface EstimateRequest {
  readonly mean?: readonly string[];
  readonly median?: readonly string[];
  /** Each as `column=share`. */
  readonly quantile?: readonly string[];
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
  readonly statistic: "mean" | "median" | "quantile" | "total" | "ratio" | "proportion";
  /** Column, `column=share` for a quantile, `column=level` for a proportion or for the total of one category, `numerator/denominator` for a ratio. */
  readonly variable: string;
  readonly domain: string | null;
  readonly estimate: Estimate;
}

/** A request with its data and design, and how its answers are made. */
interface Question {
  readonly arrangement: Arrangement;
  readonly options: EstimationOptions & { readonly missing: "remove" | "keep" };
  readonly listwise: boolean;
  readonly domainNames: readonly string[] | undefined;
}

/** Answers a request in the order means, medians, quantiles, totals, ratios, proportions; domains inside each variable. */
export function estimateFrom(data: Microdata, design: Design, request: EstimateRequest): EstimateLine[] {
  const question = questionOf(data, design, request);
  const { mean = [], median = [], quantile = [], total = [], ratio = [], proportion = [] } = request;
  return [
    ...mean.map(columnNames).flatMap((names) => {
      const answers = names.map((name) => data.measurement(name));
      return lines(question, "mean", names, several(question, answers, estimateMeanByDomain));
    }),
    ...median.map(columnNames).flatMap((names) => {
      const answers = names.map((name) => data.measurement(name));
      return lines(question, "median", names, several(question, answers, medians));
    }),
    ...quantile.flatMap(columnNames).flatMap((text) => {
      const { column, share } = askedQuantile(text, data);
      const { arrangement, options } = question;
      const found = quantileByDomain(arrangement, data.measurement(column), share, options.missing);
      return lines(question, "quantile", [text], [found]);
    }),
    ...total.map(columnNames).flatMap((names) => {
      const answers = names.map((name) => summed(data, name));
      return lines(question, "total", names, several(question, answers, estimateTotalByDomain));
    }),
    ...ratio.flatMap(columnNames).flatMap((text) => {
      const { arrangement, options } = question;
      const found = estimateRatioByDomain(arrangement, [ratioIn(data, text)], options);
      return lines(question, "ratio", [text], found);
    }),
    ...proportion.flatMap(columnNames).flatMap((text) => {
      const { names, indicators } = indicatorsFor(data, text);
      const found = estimateProportionByDomain(question.arrangement, indicators, question.options);
      return lines(question, "proportion", names, found);
    }),
  ];
}

function questionOf(data: Microdata, design: Design, request: EstimateRequest): Question {
  const by = request.by === undefined ? [] : columnNames(request.by);
  for (const column of by) data.filledLevels(column);
  const domains = request.by === undefined ? undefined : data.domains(by);
  return {
    arrangement: domains ? arrange(design, domains) : arrange(design),
    options: {
      missing: request.naRm || request.listwise ? "remove" : "keep",
      ...(request.deff ? { designEffect: request.deff } : {}),
    },
    listwise: request.listwise ?? false,
    domainNames: domains?.names,
  };
}

function lines(
  { domainNames }: Question,
  statistic: EstimateLine["statistic"],
  names: readonly string[],
  estimates: readonly Estimate[][],
): EstimateLine[] {
  return names.flatMap((variable, i) =>
    (estimates[i] ?? []).map((estimate, domain) => ({
      statistic,
      variable,
      domain: domainNames?.[domain] ?? null,
      estimate,
    })),
  );
}

type EstimateSeveral = (
  arrangement: Arrangement,
  measurements: readonly Measurement[],
  options: Question["options"],
) => Estimate[][];

/** The variables of one option, of those who answered all of them where that was asked for. */
function several(question: Question, answers: readonly Measurement[], estimate: EstimateSeveral) {
  return estimate(question.arrangement, question.listwise ? listwise(answers) : answers, question.options);
}

const medians: EstimateSeveral = (arrangement, answers, { missing }) =>
  answers.map((answer) => quantileByDomain(arrangement, answer, 0.5, missing));

/** What a total adds up: a column of numbers, or ones for the people of one category. */
function summed(data: Microdata, text: string): Measurement {
  const { column, level } = columnAndLevel(text, data);
  return level === undefined ? data.measurement(column) : data.indicator(column, level);
}

function ratioIn(data: Microdata, text: string) {
  const [numerator, denominator] = ratioColumns(text, data);
  return { numerator: data.measurement(numerator), denominator: data.measurement(denominator) };
}

function indicatorsFor(data: Microdata, text: string) {
  const { column, level } = columnAndLevel(text, data);
  const levels = level === undefined ? data.filledLevels(column) : [level];
  return {
    names: levels.map((name) => `${column}=${name}`),
    indicators: levels.map((name) => data.indicator(column, name)),
  };
}
