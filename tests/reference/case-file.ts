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

/** One question put to R, with R's answer: the schema of the reference cases, ours and the shared ones. */
export interface CaseFile {
  readonly id: string;
  readonly kind: string;
  readonly description: string;
  readonly data: string;
  readonly design: {
    readonly type: string;
    readonly ids: readonly string[];
    readonly strata: readonly string[];
    readonly fpc: readonly string[];
    readonly weights: string | null;
    readonly nest: boolean;
    readonly single_unit: "fail" | "remove" | "certainty" | "adjust" | "average";
    readonly adjust_domain_lonely?: boolean;
    readonly pps?: unknown;
  } | null;
  readonly call: {
    readonly statistic: string;
    readonly variables: readonly string[];
    readonly domain: readonly string[];
    readonly options: Readonly<Record<string, unknown>>;
  };
  readonly expected: {
    readonly rows?: readonly ExpectedRow[];
    readonly df?: number | null;
    readonly error?: boolean;
    readonly vcov?: { readonly values: readonly (readonly RNumber[])[] };
    readonly table?: readonly Readonly<Record<string, number | string>>[];
    /** Raked weights row by row, or the file that holds them. */
    readonly weights?: readonly number[];
    readonly weights_file?: string;
    /** Standard errors with and without the projection of residuals on the margins. */
    readonly se_by_projection?: Readonly<Record<string, { readonly no_projection: number }>>;
  };
  readonly r_call: string;
  readonly tolerance: { readonly estimate_rel: number; readonly se_rel: number; readonly abs: number };
}

/** Reads a case; R writes one name as a text, several as a list and none as null or an empty list. */
export function readCaseFile(path: string): CaseFile {
  const file = JSON.parse(readFileSync(path, "utf8"));
  const names = (value: string | string[] | null | undefined) => [value ?? []].flat();
  const { design, call, expected } = file;
  const weightsFile = expected.weights?.weights_file;
  return {
    ...file,
    expected: weightsFile === undefined ? expected : { ...expected, weights_file: weightsFile },
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
