import type { Tolerance } from "./case-file.ts";

/** What is computed from standard errors takes their tolerance; everything else that of estimates. */
const fromStandardErrors =
  /\/(?:se\w*|ci_\w+|conf_int|vcov|deff|t|z|p_value|p_\w+(?<!p_o|p_e)|statistic|parameter|F|ddf|n_eff|dispersion|naive_se)(?:\/|$)/;

/** How far a number at this place may be from R's: relative to the larger, and in its own unit. */
export function allowed(path: string, tolerance: Tolerance): { relative: number; absolute: number } {
  if (path.endsWith("/logLik") && tolerance.logLik_abs !== undefined)
    return { relative: tolerance.estimate_rel, absolute: tolerance.logLik_abs };
  const relative = fromStandardErrors.test(path)
    ? Math.max(tolerance.se_rel ?? 0, tolerance.estimate_rel)
    : tolerance.estimate_rel;
  return { relative, absolute: tolerance.abs };
}
