import type { Factor, FactorFit, ItemAnswers, NotEstimable } from "@tiltas/analysis/psychometrics";
import type { Microdata } from "@tiltas/cli/microdata";
import type { CaseFile } from "../case-file.ts";

/** Answers to the items of a case; of rows outside a subset there are none. */
export function itemAnswers(one: CaseFile, data: Microdata, within?: Uint8Array): ItemAnswers {
  const inside = (values: Float64Array) =>
    within ? values.map((value, row) => (within[row] === 1 ? value : Number.NaN)) : values;
  return { names: one.call.variables, values: one.call.variables.map((name) => inside(data.numbers(name))) };
}

/** The factors of a case: its model in lavaan's words where R was given one, else all variables on one factor. */
export function factorsOf(one: CaseFile): Factor[] {
  const words = one.r_call.replaceAll("\\n", "\n");
  const beyond = /~~|\*[a-z_]|[\w.]\*|orthogonal\s*=\s*T|likelihood\s*=/i.exec(modelIn(words));
  if (beyond)
    throw new Error(`The model asks for "${beyond[0]}", which factor analysis does not compute here.`);
  const lines = words.matchAll(/([\w.]+)\s*=~\s*([\w.]+(?:\s*\+\s*[\w.]+)*)/g);
  const factors = Array.from(lines, ([, name = "f", items = ""]) => ({
    name,
    items: items.split(/\s*\+\s*/),
  }));
  const known = factors.every(({ items }) => items.every((item) => one.call.variables.includes(item)));
  return factors.length > 0 && known ? factors : [{ name: "f", items: one.call.variables }];
}

/** The arguments of the call to `cfa`, where the model stands. */
function modelIn(words: string): string {
  return /(?:cfa|sem)\(\s*'[^']*'.*$/s.exec(words)?.[0] ?? "";
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
