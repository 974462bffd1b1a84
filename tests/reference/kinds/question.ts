import type { EstimationOptions, Measurement } from "@tiltas/analysis/estimation";
import type { Microdata } from "@tiltas/cli/microdata";
import type { CaseFile } from "../case-file.ts";
import { rowsWhere } from "../condition.ts";

/** What a case of means, totals or ratios asks, read from its call; from R's words where the call is silent. */
export interface Question {
  readonly statistic: "mean" | "total" | "ratio" | "ciprop";
  /** Named as R names them; of a ratio the numerators, with the denominators beside. */
  readonly variables: readonly { readonly name: string; readonly measurement: Measurement }[];
  readonly denominators: readonly { readonly name: string; readonly measurement: Measurement }[];
  /** Columns that make the domains; none for everyone or a subset. */
  readonly by: readonly string[];
  readonly missing: NonNullable<EstimationOptions["missing"]>;
  readonly designEffect: NonNullable<EstimationOptions["designEffect"]>;
}

export function questionOf({ call, r_call }: CaseFile, data: Microdata): Question {
  const words = r_call.split("\n").at(-1) ?? "";
  const [, by = "", first = "", second = ""] =
    /svy(by|mean|total|ratio|ciprop)\(\s*~((?:[^,()]|\([^()]*\))+?)\s*,\s*(?:~([^,)]+?)\s*,)?/.exec(words) ??
    [];
  const { numerator, denominator, na_rm, deff } = call.options;
  const statistic = statisticOf(call.statistic, words);
  const domains = call.domain.every((name) => data.has(name)) ? call.domain : [];
  const terms = (formula: string) => formula.split(/\s*\+\s*(?![^(]*\))/).filter((term) => term !== "");
  const over = typeof numerator === "string" ? numerator : first;
  const under =
    typeof denominator === "string"
      ? denominator
      : (/denominator = ~([^,)]+)/.exec(words)?.[1] ?? (by === "by" ? "" : second));
  const variables = terms(statistic === "ratio" ? over : first);
  const asked = variables.length > 0 ? variables : call.variables;
  return {
    statistic,
    variables: asked.flatMap((term) => measuredAs(term, data)),
    denominators: statistic === "ratio" ? terms(under).flatMap((term) => measuredAs(term, data)) : [],
    by: domains.length > 0 ? domains : by === "by" && call.domain.length === 0 ? terms(second) : [],
    missing: na_rm === true || /na\.rm = TRUE/.test(words) ? "remove" : "keep",
    designEffect:
      /replace['"]/.test(`${deff}`) || /deff = "replace"/.test(words)
        ? "with-replacement"
        : "without-replacement",
  };
}

function statisticOf(said: string, words: string): Question["statistic"] {
  const found = /svy(ciprop|mean|total|ratio)/.exec(words)?.[1] ?? said;
  if (found === "mean" || found === "total" || found === "ratio" || found === "ciprop") return found;
  if (found === "proportions") return "mean";
  throw new Error(`The statistic "${said}" is not one of means, totals and ratios.`);
}

/** The variables that a term of an R formula stands for: itself, or one indicator per level. */
export function measuredAs(term: string, data: Microdata): { name: string; measurement: Measurement }[] {
  const [, wrapper, inner = term] =
    /^(factor|as\.factor|as\.numeric|I|interaction)\((.*)\)$/.exec(term) ?? [];
  if (wrapper === "interaction") return crossed(term, inner, data);
  if (!data.has(inner)) return conditional(term, wrapper, inner, data);
  const isText = data.levels(inner).some((level) => !Number.isFinite(Number(level)));
  if (wrapper !== "factor" && wrapper !== "as.factor" && !isText)
    return [{ name: term, measurement: data.measurement(inner) }];
  return data
    .levels(inner)
    .map((level) => ({ name: `${term}${level}`, measurement: data.indicator(inner, level) }));
}

/** A condition as ones and zeros, or as R's two levels of it. */
function conditional(term: string, wrapper: string | undefined, condition: string, data: Microdata) {
  const [holds, fails] = [rowsWhere(condition, data), rowsWhere(`!(${condition})`, data)];
  const values = Float64Array.from(holds, (one, row) => (one === 1 ? 1 : fails[row] === 1 ? 0 : Number.NaN));
  if (wrapper === "as.numeric") return [{ name: term, measurement: { values } }];
  return [
    { name: `${term}FALSE`, measurement: { values: values.map((value) => 1 - value) } },
    { name: `${term}TRUE`, measurement: { values } },
  ];
}

function crossed(term: string, inner: string, data: Microdata) {
  const columns = inner.split(",").map((column) => column.trim());
  const texts = columns.map((column) => data.texts(column));
  const keys = Array.from({ length: data.rows }, (_, row) =>
    texts.every((column) => column[row] !== "") ? texts.map((column) => column[row]).join(".") : "",
  );
  const levels = columns
    .map((column) => data.levels(column))
    .reduce(
      (done, next) => (done.length === 0 ? next : next.flatMap((b) => done.map((a) => `${a}.${b}`))),
      [] as string[],
    );
  return levels.map((level) => ({
    name: `${term}${level}`,
    measurement: {
      values: Float64Array.from(keys, (key) => (key === "" ? Number.NaN : key === level ? 1 : 0)),
    },
  }));
}
