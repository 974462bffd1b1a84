/** What can be wrong with an item in a cognitive interview (question appraisal). */
export const problemCodes = [
  "term",
  "syntax",
  "reference-period",
  "retrieval",
  "sensitivity",
  "social-desirability",
  "option-missing",
  "scale-direction",
  "navigation",
  "translation",
  "culture",
  "cannot-answer",
  "none",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export const decisions = ["keep", "reword", "change-options", "retranslate", "drop"] as const;
export type Decision = (typeof decisions)[number];

/** What mends a problem of this kind. */
export function remedyOf(code: ProblemCode): Decision {
  if (code === "translation") return "retranslate";
  return code === "option-missing" || code === "scale-direction" ? "change-options" : "reword";
}
