import type { AnswerCase } from "./kind.ts";

/** Kinds of cases and where they are answered; loaded when first asked for. */
const kinds: Readonly<Record<string, () => Promise<{ readonly answer: AnswerCase }>>> = {
  contrast: () => import("./contrast.ts"),
  change: () => import("./contrast.ts"),
  mean: () => import("./estimates.ts"),
  total: () => import("./estimates.ts"),
  ratio: () => import("./estimates.ts"),
  proportion: () => import("./estimates.ts"),
  domain: () => import("./estimates.ts"),
  subset: () => import("./estimates.ts"),
  lonely: () => import("./estimates.ts"),
  pps: () => import("./estimates.ts"),
  aapor: () => import("./aapor.ts"),
  ciprop: () => import("./ciprop.ts"),
  replicate: () => import("./replicate.ts"),
  "replicate-weighting": () => import("./replicate-weighting.ts"),
  inequality: () => import("./inequality.ts"),
  "kaplan-meier": () => import("./kaplan-meier.ts"),
  quantile: () => import("./quantile.ts"),
  variance: () => import("./variance.ts"),
  "psych-cfa": () => import("./psych-cfa.ts"),
  "psych-invariance": () => import("./psych-invariance.ts"),
  "psych-omega": () => import("./psych-omega.ts"),
  "psych-polychoric": () => import("./psych-polychoric.ts"),
  index: () => import("./person-index.ts"),
  "psych-alpha": () => import("./psych-scale.ts"),
  "psych-item": () => import("./psych-scale.ts"),
  "psych-split": () => import("./psych-scale.ts"),
  "psych-kmo": () => import("./psych-scale.ts"),
  "psych-bartlett": () => import("./psych-scale.ts"),
  "psych-icc": () => import("./psych-raters.ts"),
  "psych-kappa": () => import("./psych-raters.ts"),
  "psych-fleiss": () => import("./psych-raters.ts"),
  "psych-dif": () => import("./psych-dif.ts"),
  table: () => import("./table.ts"),
  chisq: () => import("./chisq.ts"),
  ttest: () => import("./ttest.ts"),
  glm: () => import("./glm.ts"),
  poststratify: () => import("./weighted-estimates.ts"),
  rake: () => import("./weighted-estimates.ts"),
  calibrate: () => import("./weighted-estimates.ts"),
  trim: () => import("./weighted-estimates.ts"),
  kish: () => import("./kish.ts"),
  composite: () => import("./composite.ts"),
  rds: () => import("./rds.ts"),
  "psych-grm": () => import("./psych-grm.ts"),
};

/** Kinds that the engine must answer: a case of one of them is never skipped. */
const named = [
  ...["mean", "total", "ratio", "proportion", "domain", "subset", "lonely", "pps", "contrast", "change"],
  ...["replicate", "replicate-weighting", "quantile", "ciprop", "variance", "inequality", "kaplan-meier"],
  ...["table", "chisq", "ttest", "glm", "poststratify", "rake", "calibrate", "trim", "kish", "composite"],
  ...["rds", "aapor", "index", "psych-alpha", "psych-item", "psych-split", "psych-kmo", "psych-bartlett"],
  ...["psych-icc", "psych-kappa", "psych-fleiss", "psych-dif", "psych-cfa", "psych-invariance"],
  ...["psych-polychoric", "psych-grm", "psych-omega"],
];

export function isNamed(kind: string): boolean {
  return named.includes(kind) || kind in kinds;
}

export async function answerOf(kind: string): Promise<AnswerCase | undefined> {
  return (await kinds[kind]?.())?.answer;
}
