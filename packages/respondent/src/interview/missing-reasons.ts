const reasons: ReadonlySet<unknown> = new Set(["dont-know", "refused"]);

/** True for the choices that mean "no answer, and this is why". */
export function isMissingReason(code: unknown): boolean {
  return reasons.has(code);
}

/** Substantive choices and those set apart, each in their order. */
export function setApart<Choice extends { readonly value: unknown }>(
  choices: readonly Choice[],
  isApart: (code: unknown) => boolean = isMissingReason,
): { readonly answers: Choice[]; readonly reasons: Choice[] } {
  return {
    answers: choices.filter(({ value }) => !isApart(value)),
    reasons: choices.filter(({ value }) => isApart(value)),
  };
}

/** In a list where several can be chosen, "none of these" excludes the others as the missing reasons do. */
export function isExclusive(code: unknown): boolean {
  return code === "none" || isMissingReason(code);
}
