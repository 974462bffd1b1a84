const reasons: ReadonlySet<unknown> = new Set(["dont-know", "refused"]);

/** True for the choices that mean "no answer, and this is why". */
export function isMissingReason(code: unknown): boolean {
  return reasons.has(code);
}

/** In a list where several can be chosen, "none of these" excludes the others as the missing reasons do. */
export function isExclusive(code: unknown): boolean {
  return code === "none" || isMissingReason(code);
}

/** Substantive choices and those set apart, each in their order. */
export function setApart<Choice>(
  choices: readonly Choice[],
  isApart: (choice: Choice) => boolean,
): { readonly answers: Choice[]; readonly reasons: Choice[] } {
  return {
    answers: choices.filter((choice) => !isApart(choice)),
    reasons: choices.filter(isApart),
  };
}
