import type { Factor, FactorFit, ItemAnswers, NotEstimable } from "@tiltas/analysis/psychometrics";
import type { Microdata } from "@tiltas/cli/microdata";
import type { CaseFile } from "../case-file.ts";

export function itemAnswers(one: CaseFile, data: Microdata): ItemAnswers {
  return { names: one.call.variables, values: one.call.variables.map((name) => data.numbers(name)) };
}

/** The factors of a case: its model in lavaan's words where R was given one, else all variables on one factor. */
export function factorsOf(one: CaseFile): Factor[] {
  const lines = one.r_call.matchAll(/([\w.]+)\s*=~\s*([\w.]+(?:\s*\+\s*[\w.]+)*)/g);
  const factors = Array.from(lines, ([, name = "f", items = ""]) => ({
    name,
    items: items.split(/\s*\+\s*/),
  }));
  const known = factors.every(({ items }) => items.every((item) => one.call.variables.includes(item)));
  return factors.length > 0 && known ? factors : [{ name: "f", items: one.call.variables }];
}

export function isUnitVariance(one: CaseFile): boolean {
  return one.call.options.identification === "std.lv" || /std\.lv\s*=\s*T/.test(one.r_call);
}

/** Groups in the order of their first row, as lavaan numbers them; rows without a group are in none. */
export function groupsOf(data: Microdata, column: string): { of: Int32Array; names: string[] } {
  const texts = data.texts(column);
  const names = [...new Set(texts)].filter((text) => text !== "");
  return { of: Int32Array.from(texts, (text) => names.indexOf(text)), names };
}

/** Fit in lavaan's names. */
export function fitRows(fit: FactorFit): object {
  return {
    npar: fit.parameters,
    chisq: fit.chisq,
    df: fit.df,
    pvalue: fit.pValue ?? null,
    "baseline.chisq": fit.baselineChisq,
    "baseline.df": fit.baselineDf,
    cfi: fit.cfi,
    tli: fit.tli,
    rmsea: fit.rmsea.value,
    "rmsea.ci.lower": fit.rmsea.low,
    "rmsea.ci.upper": fit.rmsea.high,
    srmr: fit.srmr,
    logl: fit.logLikelihood,
    aic: fit.aic,
    bic: fit.bic,
    ntotal: fit.respondents,
  };
}

export function refusal({ reason, sentence }: NotEstimable): object {
  return { error: true, reason: `${reason}: ${sentence}` };
}
