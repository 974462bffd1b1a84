import type { CaseFile } from "../case-file.ts";

/** Statistics with an answer of their own, by the function of R that asks for them; the first that is called counts. */
const askedBy: readonly (readonly [RegExp, string])[] = [
  [/\bsvycontrast\(/, "contrast"],
  [/\b(?:svyglm|regTermTest)\(/, "glm"],
  [/\bsvyttest\(/, "ttest"],
  [/\bsvychisq\(/, "chisq"],
  [/\bsvytable\(/, "table"],
  [/\bsvyquantile\b/, "quantile"],
  [/\bsvyvar\b/, "variance"],
  [/\b(?:svyciprop|wilson_prop)\b/, "ciprop"],
];

/** The same by the word that the call uses. */
const named: Readonly<Record<string, string>> = {
  difference: "contrast",
  contrast: "contrast",
  "nonlinear contrast": "contrast",
  change: "contrast",
  glm: "glm",
  regTermTest: "glm",
  ttest: "ttest",
  chisq: "chisq",
  table: "table",
  quantile: "quantile",
  variance: "variance",
  ciprop: "ciprop",
};

/**
 * The kind that answers what a case asks where that is no mean, total or ratio: a kind such as `lonely` or `rake` says
 * what is special about the sample, and any statistic may be asked of it.
 */
export function askedElsewhere({ r_call, call }: CaseFile): string | undefined {
  const last = r_call.split("\n").at(-1) ?? "";
  return askedBy.find(([function_]) => function_.test(last))?.[1] ?? named[call.statistic];
}
