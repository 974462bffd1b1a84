import { readFileSync } from "node:fs";

/** A number as R writes it: NA is null, NaN and infinities are words. */
export type RNumber = number | "NaN" | "Inf" | "-Inf" | null;

export interface ExpectedRow {
  readonly name: string;
  readonly estimate: RNumber;
  readonly se?: RNumber;
  readonly ci_low?: RNumber;
  readonly ci_high?: RNumber;
  readonly deff?: RNumber;
}

/** How the sample of a case was drawn, or which replicates it comes with. */
export interface CaseDesign {
  readonly type: string;
  readonly ids: readonly string[];
  readonly strata: readonly string[];
  readonly fpc: readonly string[];
  readonly weights: string | null;
  readonly nest: boolean;
  readonly single_unit: "fail" | "remove" | "certainty" | "adjust" | "average";
  readonly adjust_domain_lonely?: boolean;
  readonly pps?: unknown;
  readonly r_design?: string;
  readonly replicate_type?: string;
  readonly replicate_weights_file?: string;
  readonly combined_weights?: boolean;
  readonly scale?: number | null;
  readonly rscales?: number | readonly (number | null)[] | null;
  readonly rho?: number | null;
  readonly mse?: boolean;
}

/** One question put to R, with R's answer: the schema of the reference cases, ours and the shared ones. */
export interface CaseFile {
  readonly id: string;
  readonly kind: string;
  readonly description: string;
  /** The data file, the first where there are several; empty where the case needs none. */
  readonly data: string;
  readonly design: CaseDesign | null;
  readonly call: {
    readonly statistic: string;
    readonly variables: readonly string[];
    readonly domain: readonly string[];
    readonly options: Readonly<Record<string, unknown>>;
  };
  readonly expected: Readonly<Record<string, unknown>> & {
    readonly rows?: readonly ExpectedRow[];
    readonly error?: boolean;
  };
  readonly r_call: string;
  readonly tolerance: Tolerance;
}

/** How far an answer may be from R's: relative for estimates and for what is made from standard errors, and a floor. */
export interface Tolerance {
  readonly estimate_rel: number;
  readonly se_rel?: number;
  readonly abs: number;
  readonly logLik_abs?: number;
}

/** Reads a case; R writes one name as a text, several as a list and none as null or an empty list. */
export function readCaseFile(path: string): CaseFile {
  const file = JSON.parse(readFileSync(path, "utf8"));
  const names = (value: string | string[] | null | undefined) => [value ?? []].flat();
  const { design, call } = file;
  return {
    ...file,
    data: names(file.data)[0] ?? "",
    design: design && {
      ...design,
      ids: names(design.ids),
      strata: names(design.strata),
      fpc: names(design.fpc),
    },
    call: {
      ...call,
      variables: names(call.variables),
      domain: names(call.domain),
      options: Array.isArray(call.options) ? {} : (call.options ?? {}),
    },
  };
}
