import { type Design, makeDesign } from "@tiltas/analysis/design";
import {
  arrange,
  covarianceOfMeans,
  covarianceOfRatios,
  covarianceOfTotals,
  type Domains,
  type Estimate,
  type EstimationOptions,
  estimateMeanByDomain,
  estimateProportionByDomain,
  estimateRatioByDomain,
  estimateTotalByDomain,
  listwise,
  type Measurement,
} from "@tiltas/analysis/estimation";
import type { Microdata } from "@tiltas/cli/microdata";
import type { CaseFile } from "./case-file.ts";

/** Our answer to one case, named as R names its rows. */
export interface Answer {
  readonly rows: ReadonlyMap<string, Estimate>;
  /** Missing where the case does not compare it. */
  readonly covariance?: readonly Float64Array[];
  readonly degreesOfFreedom: number;
}

/** The case asks for something this engine does not do yet; the sentence says what. */
export class OutsideTheEngine extends Error {}

export function answerTo(one: CaseFile, data: Microdata, design: Design = designOf(one, data)): Answer {
  const { domains, subset } = domainsOf(one, data);
  const arrangement = arrange(design, domains);
  const options = optionsOf(one, subset);
  const asked = measurementsOf(one, data);
  const names = domains.names.flatMap((domain) =>
    asked.names.map((name) => rowName(domain, name, asked.names.length)),
  );
  const { estimates, covariance } = estimated(one, data, arrangement, asked.measurements, options);
  const rows = new Map(
    domains.names.flatMap((_, d) =>
      estimates.map((list, v) => [names[d * estimates.length + v] ?? "", list[d]!] as const),
    ),
  );
  const complete = [...rows.values()].every(({ value }) => value !== null);
  const degreesOfFreedom = subset ? arrangement.domainDegreesOfFreedom[0]! : arrangement.degreesOfFreedom;
  return { rows, degreesOfFreedom, ...(covariance && domains.count === 1 && complete ? { covariance } : {}) };
}

function rowName(domain: string, variable: string, variables: number): string {
  if (domain === "") return variable;
  return variables === 1 ? domain : `${domain}:${variable}`;
}

export function designOf({ design, data }: CaseFile, table: Microdata): Design {
  if (!design || !data || design.type !== "linearized") throw new OutsideTheEngine("replicate designs");
  if (design.pps !== null && design.pps !== undefined)
    throw new OutsideTheEngine("sampling with unequal probabilities");
  const ids = design.ids.filter((id) => id !== "1");
  if (design.fpc.length > 1 || design.strata.length > 1)
    throw new OutsideTheEngine("several stages with population sizes");
  if (design.adjust_domain_lonely) throw new OutsideTheEngine("the option adjust.domain.lonely");
  const [cluster, stratum, size] = [ids[0], design.strata[0], design.fpc[0]];
  return makeDesign({
    ...(design.weights
      ? { weights: table.numbers(design.weights) }
      : size === undefined
        ? { weights: new Float64Array(table.rows).fill(1) }
        : {}),
    ...(stratum === undefined ? {} : { strata: table.texts(stratum) }),
    ...(cluster === undefined ? {} : { clusters: table.texts(cluster) }),
    ...(size === undefined ? {} : { fpc: table.numbers(size) }),
    nest: design.nest ?? false,
    singlePsu: design.single_unit ?? "fail",
  });
}

function optionsOf({ call }: CaseFile, subset: boolean): EstimationOptions {
  const { na_rm, deff } = call.options;
  return {
    missing: na_rm === true ? "remove" : "keep",
    designEffect:
      typeof deff === "string" && deff.includes("replace'") ? "with-replacement" : "without-replacement",
    degreesOfFreedom: subset || call.statistic === "ciprop" ? "domain" : "design",
  };
}

function domainsOf(
  { call }: CaseFile,
  data: Microdata,
): { domains: Domains & { names: readonly string[] }; subset: boolean } {
  const [first] = call.domain;
  if (first === undefined)
    return { domains: { of: new Int32Array(data.rows), count: 1, names: [""] }, subset: false };
  if (call.domain.every((name) => data.has(name)))
    return { domains: data.domains(call.domain), subset: false };
  const inside = conditionOn(first, data);
  return {
    domains: { of: Int32Array.from(inside, (yes) => (yes ? 0 : -1)), count: 1, names: [""] },
    subset: true,
  };
}

/** The two forms of condition that the cases use: `a == 'x' & b == 'y'` and `a in {1,4}`. */
function conditionOn(text: string, data: Microdata): boolean[] {
  const parts = text.split("&").map((part) => {
    const equal = /^\s*(\w+)\s*==\s*'([^']*)'\s*$/.exec(part);
    const among = /^\s*(\w+)\s+in\s+\{([^}]*)\}\s*$/.exec(part);
    const [, column, list] = equal ?? among ?? [];
    if (column === undefined || list === undefined) throw new OutsideTheEngine(`the condition ${text}`);
    const wanted = new Set(equal ? [list] : list.split(","));
    return data.texts(column).map((field) => wanted.has(field));
  });
  return Array.from({ length: data.rows }, (_, row) => parts.every((part) => part[row]));
}

/** The variables of a call; a variable whose expected rows are named `factor(x)level` or levels becomes indicators. */
function measurementsOf(one: CaseFile, data: Microdata): { names: string[]; measurements: Measurement[] } {
  if (one.call.options.recode) throw new OutsideTheEngine("a recoded variable");
  if (one.call.statistic === "ratio") return { names: [one.call.variables.join("/")], measurements: [] };
  const rows = one.expected.rows ?? [];
  const asked = one.call.variables.flatMap((variable) => {
    const prefix = [`factor(${variable})`, variable].find((start) =>
      rows.some(
        ({ name }) =>
          name.startsWith(start) &&
          name !== variable &&
          data.levels(variable).includes(name.slice(start.length)),
      ),
    );
    if (prefix === undefined) return [{ name: variable, measurement: data.measurement(variable) }];
    return data
      .levels(variable)
      .map((level) => ({ name: prefix + level, measurement: data.indicator(variable, level) }));
  });
  const measurements = asked.map(({ measurement }) => measurement);
  return {
    names: asked.map(({ name }) => name),
    measurements: one.call.options.na_rm === true ? listwise(measurements) : measurements,
  };
}

function estimated(
  one: CaseFile,
  data: Microdata,
  arrangement: ReturnType<typeof arrange>,
  measurements: readonly Measurement[],
  options: EstimationOptions,
): { estimates: Estimate[][]; covariance?: Float64Array[] } {
  switch (one.call.statistic) {
    case "mean":
    case "proportions":
      return {
        estimates: estimateMeanByDomain(arrangement, measurements, options),
        covariance: covarianceOfMeans(arrangement, measurements),
      };
    case "total":
      return {
        estimates: estimateTotalByDomain(arrangement, measurements, options),
        covariance: covarianceOfTotals(arrangement, measurements),
      };
    case "ciprop":
      if (!["logit", "xlogit"].includes(String(one.call.options.method)) || one.call.options.level)
        throw new OutsideTheEngine("proportion intervals other than 95 % logit");
      return { estimates: estimateProportionByDomain(arrangement, measurements, options) };
    case "ratio": {
      const [numerator, denominator] = [one.call.options.numerator, one.call.options.denominator].map(String);
      const ratio = {
        numerator: data.measurement(numerator ?? ""),
        denominator: data.measurement(denominator ?? ""),
      };
      return {
        estimates: estimateRatioByDomain(arrangement, [ratio], options),
        covariance: covarianceOfRatios(arrangement, [ratio]),
      };
    }
    default:
      throw new OutsideTheEngine(`the statistic ${one.call.statistic}`);
  }
}
