import type { Measurement } from "@tiltas/analysis/estimation";
import { rowsWhere } from "../condition.ts";
import type { CaseContext } from "./kind.ts";

/** The variables of a call, of people who answered all of them where missing answers are removed, as R does. */
export function variablesOf({ one, data }: CaseContext): { name: string; measurement: Measurement }[] {
  const { recode, na_rm } = one.call.options;
  const read =
    typeof recode === "string"
      ? [{ name: `I(${asRWrites(recode)})`, values: recoded(recode, one.call.variables, data) }]
      : one.call.variables.map((name) => ({ name, values: data.numbers(name) }));
  const complete = Uint8Array.from({ length: data.rows }, (_, row) =>
    read.every(({ values }) => !Number.isNaN(values[row])) ? 1 : 0,
  );
  return read.map(({ name, values }) => ({
    name,
    measurement: {
      values: na_rm === true ? values.map((value, row) => (complete[row] ? value : Number.NaN)) : values,
    },
  }));
}

/** R writes a condition with spaces around its operators and with double quotes. */
function asRWrites(condition: string): string {
  return condition.replaceAll(/\s*(>=|<=|==|!=|[<>&|])\s*/g, " $1 ").replaceAll("'", '"');
}

function recoded(recode: string, variables: readonly string[], data: CaseContext["data"]): Float64Array {
  const yes = rowsWhere(recode, data);
  const texts = variables.map((name) => data.texts(name));
  return Float64Array.from(yes, (one, row) =>
    texts.some((column) => column[row] === "") ? Number.NaN : one,
  );
}

/** Unweighted rows of positive weight that are complete in the variables of the call, and the sum of their weights. */
export function countsOf({ one, data, sample, within }: CaseContext): { n: number; sum_weights: number } {
  const texts = one.call.variables.filter((name) => data.has(name)).map((name) => data.texts(name));
  let [n, sum] = [0, 0];
  sample?.weights.forEach((weight, row) => {
    if (within?.[row] === 0 || texts.some((column) => column[row] === "")) return;
    if (weight > 0) n++;
    sum += weight;
  });
  return { n, sum_weights: sum };
}

/** A domain of a case: its levels by column, and its rows. */
export interface CaseDomain {
  readonly levels: Readonly<Record<string, string>>;
  readonly within: Uint8Array;
}

/** Domains where the call names columns to go by; undefined where it names none or a condition. */
export function domainsOf({ one, data, within }: CaseContext): CaseDomain[] | undefined {
  const columns = one.call.domain;
  if (columns.length === 0 || within !== undefined || !columns.every((name) => data.has(name)))
    return undefined;
  const { of, count } = data.domains(columns);
  return Array.from({ length: count }, (_, domain) => {
    const first = of.indexOf(domain);
    return {
      levels: Object.fromEntries(columns.map((name) => [name, data.texts(name)[first] ?? ""])),
      within: Uint8Array.from(of, (each) => (each === domain ? 1 : 0)),
    };
  });
}
